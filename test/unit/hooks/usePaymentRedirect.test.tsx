import { act } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentHandlers, PaymentRedirect } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

afterEach(() => closeShop())
const order = orderOf()
const { merchantUid } = order
const remembered = { merchantUid, name: order.name, amount: order.amount, currency: 'KRW' }
const remember = () => sessionStorage.setItem('react-toss-checkout', JSON.stringify(remembered))
const result = `imp_uid=imp_1&merchant_uid=${merchantUid}`

/** The return page, with as many readers of the result as asked for. */
async function land(
  address: string,
  { answer = recordOf(order), readers = 1, strict = false, handlers = {}, before = () => {} } = {} as {
    answer?: unknown
    readers?: number
    strict?: boolean
    handlers?: PaymentHandlers
    before?: () => void
  },
) {
  closeShop()
  history.replaceState({ theirs: 1 }, '', address)
  before()
  const shop = await openShop({ clean: false })
  return { ...(await read(shop, { answer, readers, strict, handlers })), shop }
}
async function read(
  shop: Shop,
  { answer = recordOf(order) as unknown, readers = 1, strict = false, handlers = {} },
) {
  shop.server(() => answer)
  const seen: PaymentRedirect[] = []
  const Reader = ({ n }: { n: number }) => {
    seen[n] = shop.kit.usePaymentRedirect(handlers)
    return null
  }
  shop.show(
    Array.from({ length: readers }, (_, n) => <Reader key={String(n)} n={n} />),
    {},
    strict,
  )
  await shop.pass(60_000)
  return { seen, asked: shop.asked, ends: shop.ends, first: () => seen[0] as PaymentRedirect }
}
const address = () => location.pathname + location.search + location.hash

describe('주소로 돌아온 결제', () => {
  it('결과만 지우고 상점의 쿼리, 해시, history.state는 남긴다', async () => {
    const { first } = await land(`/done?from=cart&${result}&imp_success=true&coupon=%EA%B0%80#top`, {
      before: remember,
    })
    expect(first()).toMatchObject({ state: { status: 'paid' }, order: { name: '겨울 니트' } })
    expect(address()).toBe('/done?from=cart&coupon=%EA%B0%80#top')
    expect(history.state.theirs).toBe(1)
  })

  it('StrictMode의 두 화면이 읽어도 한 번 묻고 한 번 알린다', async () => {
    const onPaid = vi.fn()
    const { seen, asked, ends } = await land(`/done?${result}`, {
      readers: 2,
      strict: true,
      handlers: { onPaid },
    })
    expect(seen.map(({ state }) => state.status)).toEqual(['paid', 'paid'])
    expect(asked).toEqual([{ merchantUid, impUid: 'imp_1' }])
    expect([ends.length, onPaid.mock.calls.length]).toEqual([1, 1])
  })

  it('&가 빠진 옛 SDK의 주소도 읽는다', async () => {
    const { first, asked } = await land(`/done?a=1&b=2${result}&imp_success=true`)
    expect(first().state.status).toBe('paid')
    expect(asked[0]).toEqual({ merchantUid, impUid: 'imp_1' })
    expect(address()).toBe('/done?a=1&b=2')
  })

  it('새로고침하면 history.state의 결과로 다시 묻고, 알린다', async () => {
    await land(`/done?${result}`, { before: remember })
    const onPaid = vi.fn()
    const again = await openShop({ clean: false })
    const { first } = await read(again, { handlers: { onPaid } })
    expect(first()).toMatchObject({ state: { status: 'paid' }, order: { name: '겨울 니트' } })
    expect(onPaid).toHaveBeenCalledTimes(1)
  })

  it('금액이 다르다고 한 결제는 새로고침해도 결제 완료가 되지 않는다', async () => {
    const answer = recordOf(order, { amount: 100 })
    const visit = await land(`/done?${result}`, { before: remember, answer })
    expect(visit.first().state).toMatchObject({ status: 'failed', error: { code: 'AMOUNT_MISMATCH' } })
    // The history entry alone remembers what the payment was held against.
    sessionStorage.clear()
    localStorage.clear()
    const { first } = await read(await openShop({ clean: false }), { answer })
    expect(first().state).toMatchObject({ status: 'failed', error: { code: 'AMOUNT_MISMATCH' } })
  })

  it('주문번호가 빠진 주소는 기억하는 주문으로 묻는다', async () => {
    const { asked } = await land('/done?imp_uid=imp_1', { before: remember })
    expect(asked[0]).toEqual({ merchantUid, impUid: 'imp_1' })
    const { first } = await read(await openShop({ clean: false }), {})
    expect(first().state.status).toBe('paid')
  })

  it('결과를 읽는 화면이 늦게 나타나도, 공급자가 먼저 "그만뒀다"고 하지 않는다', async () => {
    closeShop()
    history.replaceState(null, '', `/done?${result}`)
    remember()
    const shop = await openShop({ clean: false })
    shop.show(null)
    await shop.pass(60_000)
    expect([shop.asked, shop.ends]).toEqual([[], []])
    const { first } = await read(shop, {})
    expect(first().state.status).toBe('paid')
  })

  it('확인되지 않으면 기억을 남기고, 다시 물어 끝낼 수 있다', async () => {
    const { shop, first, ends } = await land(`/done?${result}`, { before: remember, answer: null })
    expect(first().state.status).toBe('unconfirmed')
    expect(sessionStorage).toHaveLength(1)
    shop.server(() => recordOf(order))
    act(() => first().askAgain())
    await shop.pass()
    expect(ends.map(({ status }) => status)).toEqual(['unconfirmed', 'paid'])
    expect(sessionStorage).toHaveLength(0)
  })

  it('앞선 결과가 남은 화면에서 다시 결제해 성공을 들었다면, 새로고침해도 그만둔 것이 되지 않는다', async () => {
    await land(`/done?merchant_uid=${merchantUid}&error_code=USER_CANCEL`, { before: remember, answer: null })
    sessionStorage.setItem('react-toss-checkout', JSON.stringify({ ...remembered, claimed: 'imp_2' }))
    const { first, asked } = await read(await openShop({ clean: false }), { answer: null })
    expect(asked[0]).toEqual({ merchantUid, impUid: 'imp_2' })
    expect(first().state.status).toBe('unconfirmed')
  })
})

describe('돌아온 주소는 믿지 않는다', () => {
  it('성공이라 적혀 있어도 서버가 모르면 결제 완료가 아니다', async () => {
    const { ends } = await land(`/done?${result}&imp_success=true&status=paid`, { answer: null })
    expect(ends).toMatchObject([{ status: 'unconfirmed' }])
  })

  it('결제번호가 빠진 성공도 "결제되지 않았다"고 하지 않는다', async () => {
    const { ends } = await land(`/done?merchant_uid=${merchantUid}&imp_success=true`, { answer: null })
    expect(ends).toMatchObject([{ status: 'unconfirmed' }])
  })

  it('읽을 것이 없으면 화면이 둘이어도 한 번 알리고, 다시 결제하라고 하지 않는다', async () => {
    const onFailed = vi.fn()
    const { seen, asked, ends } = await land('/done?imp_uid=null&imp_success=undefined', {
      readers: 2,
      strict: true,
      handlers: { onFailed },
    })
    for (const { state, order } of seen) {
      expect(state).toMatchObject({
        status: 'failed',
        error: { code: 'RETURN_UNREADABLE', retryable: false },
      })
      expect(order).toBeUndefined()
    }
    expect([asked.length, ends.length, onFailed.mock.calls.length]).toEqual([0, 1, 1])
  })

  it('결과가 없는 주소에서는 아무것도 하지 않고 주소도 건드리지 않는다', async () => {
    const { first, asked } = await land('/done?coupon=1&error_code=7&success=maybe#x')
    expect(first()).toMatchObject({ state: { status: 'idle' }, order: undefined })
    expect(asked).toEqual([])
    expect(address()).toBe('/done?coupon=1&error_code=7&success=maybe#x')
    expect(history.state).toEqual({ theirs: 1 })
  })
})
