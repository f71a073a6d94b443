import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PaymentError } from '../../../src/payment/PaymentError.js'
import type { PaymentRecord } from '../../../src/payment/paymentRecord.js'
import { paymentResultOf } from '../../../src/payment/paymentResult.js'
import type { PaymentState } from '../../../src/payment/paymentState.js'

const merchantUid = 'order-0001'
const record = (more: Partial<PaymentRecord> = {}): PaymentRecord => ({
  impUid: 'imp_1',
  merchantUid,
  status: 'paid',
  amount: 55_000,
  currency: 'KRW',
  payMethod: 'card',
  ...more,
})
const account = { bankCode: '088', bankName: '신한은행', number: '1', holder: null, dueAt: 1 }
const issued = record({ status: 'ready', payMethod: 'vbank', virtualAccount: account })
const paid: PaymentState = { status: 'paid', merchantUid, payment: record() }
const awaiting: PaymentState = { status: 'awaiting-deposit', merchantUid, payment: issued }
const dismissed: PaymentState = { status: 'dismissed', merchantUid }
const declined: PaymentState = { status: 'failed', merchantUid, error: new PaymentError('DECLINED') }
const unconfirmed: PaymentState = {
  status: 'unconfirmed',
  merchantUid,
  error: new PaymentError('CONFIRM_UNREACHABLE'),
}
const statusOf = (...given: Parameters<typeof paymentResultOf>) => paymentResultOf(...given).status

describe('나중의 기록', () => {
  it('입금되면 결제된 것이지만, 금액이나 통화나 주문이 다르면 아니다', () => {
    expect(statusOf(awaiting, record({ payMethod: 'vbank' }))).toBe('paid')
    for (const more of [{ amount: 1_000 }, { currency: 'USD' }, { merchantUid: 'order-0002' }])
      expect(statusOf(awaiting, record(more))).toBe('awaiting-deposit')
  })

  it('돈이 나가지 않았다던 주문이 결제됐다고 하면, 다시 결제하라고 하지 않고 확인 중이라고 한다', () => {
    for (const state of [dismissed, declined]) expect(statusOf(state, record())).toBe('unconfirmed')
    expect(statusOf(unconfirmed, record())).toBe('unconfirmed')
  })

  it('주문을 알면 그 금액일 때만 결제됐다고 한다', () => {
    const order = { merchantUid, amount: 55_000 }
    for (const state of [dismissed, declined, unconfirmed]) {
      expect(statusOf(state, record(), order)).toBe('paid')
      expect(statusOf(state, record({ amount: 54_999 }), order)).toBe('unconfirmed')
      // All that another browser's return page knows is a number.
      expect(statusOf(state, record(), { merchantUid })).toBe('unconfirmed')
    }
  })

  it('환불은 금액으로 가린다', () => {
    expect(paymentResultOf(paid, record({ status: 'cancelled', cancelAmount: 5_000 }))).toMatchObject({
      status: 'partly-refunded',
      refunded: 5_000,
      kept: 50_000,
    })
    expect(paymentResultOf(paid, record({ cancelAmount: 55_000 }))).toMatchObject({
      status: 'refunded',
      kept: 0,
    })
    const unsaid = paymentResultOf(paid, record({ status: 'cancelled' }))
    expect([unsaid.status, unsaid.refunded]).toEqual(['refunded', undefined])
    expect(statusOf(awaiting, { ...issued, status: 'cancelled' })).toBe('revoked')
    const error = new PaymentError('REFUNDED')
    expect(statusOf({ status: 'failed', merchantUid, error })).toBe('refunded')
  })

  it('진행 중인 결제와 아직 누르지 않은 버튼은 기록을 보지 않는다', () => {
    const states: PaymentState[] = [{ status: 'idle' }, { status: 'in-window', merchantUid }]
    for (const state of states) expect(statusOf(state, record())).toBe(state.status)
  })
})

it('결제됐다고 하는 것은 처음부터 결제됐거나, 주문의 금액과 통화와 번호가 모두 같은 기록뿐이다', () => {
  const order = { merchantUid, amount: 55_000 }
  fc.assert(
    fc.property(
      fc.constantFrom(awaiting, dismissed, declined, unconfirmed),
      fc.record({
        merchantUid: fc.constantFrom(merchantUid, 'order-0002'),
        status: fc.constantFrom('ready' as const, 'paid' as const, 'failed' as const, 'cancelled' as const),
        amount: fc.constantFrom(55_000, 54_999, 0),
        currency: fc.constantFrom('KRW', 'USD'),
        cancelAmount: fc.constantFrom(undefined, 0, 1, 55_000),
      }),
      fc.boolean(),
      (state, more, knowsOrder) => {
        const later = record(more)
        if (statusOf(state, later, knowsOrder ? order : undefined) !== 'paid') return
        expect(later).toMatchObject({ merchantUid, status: 'paid', amount: 55_000, currency: 'KRW' })
        expect(later.cancelAmount ?? 0).toBe(0)
        expect(knowsOrder || state === awaiting).toBe(true)
      },
    ),
  )
})
