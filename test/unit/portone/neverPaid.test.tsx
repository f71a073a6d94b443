import { fireEvent, screen } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())

const maybe = <T,>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
/** Near misses of a real callback, and anything at all. */
const callback = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
  fc.record({
    success: maybe<unknown>(true, 'true', false, 1),
    imp_success: maybe<unknown>(true, 'true', false),
    imp_uid: maybe<unknown>('imp_1', null, 'null', 7),
    merchant_uid: maybe<unknown>('THE-ORDER', 'order-9999', null),
    status: maybe('paid', 'ready'),
    error_code: maybe('USER_CANCEL', 'F500', 'S053', '0000'),
    error_msg: maybe('[결제포기] 사용자가 결제를 취소하셨습니다', '이미 결제', ''),
    paid_amount: maybe(55_000),
  }),
)
/** Records that are not this order's paid one, and things that are no record. */
const record = fc.oneof(
  fc.anything(),
  fc
    .record({
      status: fc.constantFrom('paid', 'PAID', 'ready', 'failed', 'cancelled', true, undefined),
      merchantUid: fc.constantFrom<unknown>('THE-ORDER', 'the-order', 'order-9999', '', undefined),
      amount: fc.constantFrom<unknown>(55_000, '55000', 55_000.5, 54_999, 0, -55_000, null),
      currency: fc.constantFrom<unknown>('KRW', 'USD', undefined),
      cancelAmount: fc.constantFrom<unknown>(undefined, 0, 1, 55_000, '0'),
    })
    .filter((it) => !isPaid(it)),
)
const isPaid = (it: Record<string, unknown>) =>
  it.status === 'paid' &&
  it.merchantUid === 'THE-ORDER' &&
  it.amount === 55_000 &&
  it.currency === 'KRW' &&
  !it.cancelAmount

/** Presses on a page of its own, and answers both ways. */
async function pay(response: unknown, answer: unknown) {
  const shop = await openShop()
  const order = orderOf({ merchantUid: 'THE-ORDER' })
  shop.show(<shop.kit.TossCheckoutButton order={order} />)
  // Near misses are whole records otherwise.
  const near = answer && typeof answer === 'object' && 'merchantUid' in answer
  shop.server(() => (near ? { ...recordOf(order), ...answer } : answer))
  fireEvent.click(screen.getByRole('button'))
  expect(shop.imp.calls).toHaveLength(1)
  shop.imp.answer(response)
  await import('../../../src/portone/gatewayCodes.js')
  await shop.pass(60_000)
  return shop.ends
}

it('콜백이 무엇이든, 서버가 이 주문의 결제 기록을 주지 않으면 결제 완료가 되지 않는다', async () => {
  await fc.assert(
    fc.asyncProperty(callback, record, async (response, answer) => {
      const statuses = (await pay(response, answer)).map(({ status }) => status)
      expect(statuses).toHaveLength(1)
      expect(statuses).not.toContain('paid')
    }),
    { numRuns: 40 },
  )
}, 20_000)

it('같은 길에서 이 주문의 결제 기록이면 결제 완료가 된다', async () => {
  await fc.assert(
    fc.asyncProperty(callback, async (response) => {
      const ends = await pay(response, recordOf({ merchantUid: 'THE-ORDER', amount: 55_000 }))
      // Set-up failures before any window are the one answer that is believed without a question.
      if (ends[0]?.status === 'failed') expect(ends[0].error.code).toBe('GATEWAY_CONFIGURATION')
      else expect(ends).toMatchObject([{ status: 'paid' }])
    }),
    { numRuns: 40 },
  )
}, 20_000)
