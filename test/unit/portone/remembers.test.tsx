import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

afterEach(() => closeShop())
const press = () => fireEvent.click(screen.getByRole('button'))
const state = () => screen.getByRole('button').dataset.state
const stored = () => Object.values({ ...sessionStorage, ...localStorage }).join()
const order = orderOf({
  buyer: {
    name: '김토스',
    email: 'buyer@shop.kr',
    tel: '01012345678',
    addr: '서울 강남구',
    postcode: '06133',
  },
  customData: { secret: 'C0FFEE' },
})
const ids = { imp_uid: 'imp_1', merchant_uid: order.merchantUid }
const show = ({ kit, show }: Shop) => show(<kit.TossCheckoutButton order={order} />)

/** A window was opened and the page reloaded while it was open. */
async function reloaded(during?: (shop: Shop) => Promise<void>): Promise<Shop> {
  const before = await openShop()
  show(before)
  press()
  await during?.(before)
  return openShop({ clean: false })
}

describe('새로고침을 위한 기억', () => {
  it('구매자의 이름, 연락처, 주소와 customData는 저장하지 않는다', async () => {
    const shop = await openShop()
    show(shop)
    press()
    expect(stored()).toContain(order.merchantUid)
    for (const personal of ['김토스', 'buyer@', '0101', '강남', '06133', 'C0FFEE']) {
      expect(stored()).not.toContain(personal)
    }
  })

  it.each([
    ['결제 완료', ids, recordOf(order), 'paid'],
    ['금액 불일치', ids, recordOf(order, { amount: 1 }), 'failed'],
    ['그만둠', { ...ids, error_code: 'USER_CANCEL' }, null, 'dismissed'],
    ['확인되지 않음', ids, null, 'unconfirmed'],
  ] as const)('%s: 확실히 끝났을 때만 지운다', async (_, response, record, status) => {
    const shop = await openShop()
    show(shop)
    shop.server(() => record)
    press()
    shop.imp.answer(response)
    await shop.pass(60_000)
    expect(state()).toBe(status)
    expect(sessionStorage.length + localStorage.length).toBe(status === 'unconfirmed' ? 2 : 0)
  })

  it('결제창이 열린 채 새로고침하면 서버에 묻고, 결제됐으면 그 주문의 버튼이 안다', async () => {
    const shop = await reloaded()
    shop.server(() => recordOf(order))
    show(shop)
    await shop.pass()
    expect(state()).toBe('paid')
    expect(shop.ends).toMatchObject([{ status: 'paid' }])
    expect(shop.imp.calls).toEqual([])
  })

  it('성공을 들은 뒤 새로고침하면, 서버가 모른다고 해서 그만둔 것이 되지 않는다', async () => {
    const shop = await reloaded(async ({ imp, pass, server }) => {
      server(() => new Promise(() => {}))
      imp.answer(ids)
      await pass()
    })
    show(shop)
    await shop.pass(60_000)
    expect(shop.asked[0]).toEqual({ merchantUid: order.merchantUid, impUid: 'imp_1' })
    expect(state()).toBe('unconfirmed')
  })

  it('확인 중인 주문이 있으면 다른 주문은 결제창을 열지 않는다', async () => {
    const shop = await reloaded()
    shop.server(() => new Promise(() => {}))
    const { kit } = shop
    shop.show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    expect(shop.imp.calls).toEqual([])
    expect(state()).toBe('failed')
  })

  it('새로고침 뒤의 끝은 화면이 늦게 나타나도 한 번씩만 알린다', async () => {
    const shop = await reloaded()
    shop.server(() => recordOf(order))
    const onPaid = vi.fn()
    const { rerender } = shop.show(null)
    await shop.pass()
    expect(shop.ends).toHaveLength(1)
    const { TossCheckoutButton, TossCheckoutProvider } = shop.kit
    rerender(
      <TossCheckoutProvider {...shop.settings} onSettled={(outcome) => shop.ends.push(outcome)}>
        <TossCheckoutButton order={order} onPaid={onPaid} />
        <TossCheckoutButton order={order} onPaid={onPaid} />
      </TossCheckoutProvider>,
    )
    await shop.pass()
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(shop.ends).toHaveLength(1)
  })

  it.each(['not json', 'null', '{}', '{"merchantUid":1,"amount":"x"}', '[]'])(
    '망가진 기억(%s)은 없는 것과 같다',
    async (text) => {
      closeShop()
      sessionStorage.setItem('react-toss-checkout', text)
      const shop = await openShop({ clean: false })
      show(shop)
      await shop.pass()
      expect(shop.asked).toEqual([])
      press()
      expect(shop.imp.calls).toHaveLength(1)
    },
  )
})

describe('쿠키가 막힌 브라우저', () => {
  it('저장소가 던져도 결제는 그대로 된다', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
    }
    const shop = await openShop({ clean: false })
    show(shop)
    shop.server(() => recordOf(order))
    press()
    expect(shop.imp.calls).toHaveLength(1)
    shop.imp.answer(ids)
    await shop.pass()
    expect(state()).toBe('paid')
    vi.restoreAllMocks()
  })

  it('주문번호 없는 주문도 던지지 않고 실패로 끝난다', async () => {
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const shop = await openShop({ clean: false })
    shop.show(<shop.kit.TossCheckoutButton order={{ name: '겨울 니트', amount: 1 } as never} />)
    press()
    expect(shop.ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_MERCHANT_UID' } }])
    vi.restoreAllMocks()
  })
})
