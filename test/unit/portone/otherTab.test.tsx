import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks')
  closeShop()
})
const press = () => fireEvent.click(screen.getByRole('button'))
const state = () => screen.getByRole('button').dataset.state
const markOf = (merchantUid: string) => `react-toss-checkout:${merchantUid}`

/** Web Locks as another tab sees them: one list for the whole browser. */
function fakeLocks(held: string[]) {
  const locks = {
    request: vi.fn(async (name: string, hold: () => Promise<void>) => {
      held.push(name)
      await hold()
      held.splice(held.indexOf(name), 1)
    }),
    query: vi.fn(async () => ({ held: held.map((name) => ({ name })) })),
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks })
  return locks
}

async function shopWith(merchantUid?: string) {
  const order = orderOf(merchantUid ? { merchantUid } : {})
  const shop = await openShop({ clean: false })
  shop.show(<shop.kit.TossCheckoutButton order={order} />)
  return { ...shop, order }
}

describe('두 탭에서 같은 주문', () => {
  it('다른 탭이 결제하는 동안은 거절하고, 그 탭이 끝나면 결제할 수 있다', async () => {
    const { imp, order, pass, ends } = await shopWith()
    const held = [markOf(order.merchantUid)]
    fakeLocks(held)
    localStorage.setItem(markOf(order.merchantUid), '1')
    press()
    await pass()
    expect(imp.calls).toEqual([])
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'PAYMENT_IN_ANOTHER_TAB' } }])
    // A refusal leaves the other tab's mark alone.
    expect(localStorage.getItem(markOf(order.merchantUid))).toBe('1')
    held.length = 0
    press()
    await pass()
    expect(imp.calls).toHaveLength(1)
  })

  it('결제하던 탭이 닫혀 표시만 남았으면 결제할 수 있다', async () => {
    const { imp, order, pass } = await shopWith()
    fakeLocks([])
    localStorage.setItem(markOf(order.merchantUid), '1')
    press()
    await pass()
    expect(imp.calls).toHaveLength(1)
  })

  it('잠금을 물어볼 수 없는 브라우저에서도 멈추지 않고 결제한다', async () => {
    for (const locks of [undefined, 'rejects', 'throws'] as const) {
      const { imp, order, pass } = await shopWith()
      if (locks) {
        const { query, request } = fakeLocks([])
        request.mockRejectedValue(new DOMException('denied', 'SecurityError'))
        query.mockImplementation(() => {
          if (locks === 'throws') throw new DOMException('denied', 'SecurityError')
          return Promise.reject(new DOMException('denied', 'SecurityError'))
        })
      }
      localStorage.setItem(markOf(order.merchantUid), '1')
      press()
      await pass()
      expect(imp.calls, `${locks}`).toHaveLength(1)
      closeShop()
      Reflect.deleteProperty(navigator, 'locks')
    }
  })

  it('결제하는 동안 잠그고, 끝나면 표시도 잠금도 남지 않는다', async () => {
    const { imp, order, pass, server } = await shopWith()
    const held: string[] = []
    fakeLocks(held)
    server(() => recordOf(order))
    press()
    expect(held).toEqual([markOf(order.merchantUid)])
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(state()).toBe('paid')
    expect(held).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it('탭을 복제해도, 복제된 탭이 원래 탭의 표시를 지우지 않는다', async () => {
    const { order } = await shopWith()
    const held: string[] = []
    fakeLocks(held)
    press()
    // The copy has this tab's sessionStorage, and evaluates the kit anew.
    const copy = await shopWith(order.merchantUid)
    await copy.pass(10_000)
    expect(copy.ends).toMatchObject([{ status: 'dismissed' }])
    press()
    await copy.pass()
    expect(copy.imp.calls).toEqual([])
    expect(copy.ends.at(-1)).toMatchObject({ error: { code: 'PAYMENT_IN_ANOTHER_TAB' } })
  })
})
