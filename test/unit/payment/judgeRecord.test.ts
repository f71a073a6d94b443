// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { judgeRecord } from '../../../src/payment/judgeRecord.js'
import type { PaymentRecord } from '../../../src/payment/paymentRecord.js'
import { readPaymentRecord } from '../../../src/payment/readPaymentRecord.js'

const order = { merchantUid: 'order-0001', amount: 55_000 }
const paid: PaymentRecord = { ...order, impUid: 'imp_1', status: 'paid', currency: 'KRW', payMethod: 'card' }
const account = { bankCode: '04', bankName: '국민', number: '123', holder: null, dueAt: 1_900_000_000 }
const judge = (more: Partial<PaymentRecord>, expected: Parameters<typeof judgeRecord>[1] = order) =>
  judgeRecord({ ...paid, ...more }, expected)

describe('서버의 기록이 이 주문에 뜻하는 것', () => {
  it('상태, 금액, 통화, 주문번호가 모두 맞아야 결제 완료다', () => {
    expect(judge({})).toEqual({ status: 'paid', merchantUid: 'order-0001', payment: paid })
    expect(judge({ cancelAmount: 0 })?.status).toBe('paid')
    expect(judge({ currency: 'USD' }, { ...order, currency: 'USD' })?.status).toBe('paid')
    // Orders often come from a server as JSON, where null is left out.
    expect(judge({}, { ...order, currency: null as never })?.status).toBe('paid')
  })

  it.each([
    ['금액이 다르면', { amount: 54_999 }, 'AMOUNT_MISMATCH', 'yes'],
    ['더 많이 냈어도', { amount: 55_001 }, 'AMOUNT_MISMATCH', 'yes'],
    ['통화가 다르면', { currency: 'USD' }, 'CURRENCY_MISMATCH', 'yes'],
    ['남의 주문이면', { merchantUid: 'order-9999' }, 'ORDER_MISMATCH', 'unknown'],
    ['대소문자만 다른 주문번호도', { merchantUid: 'ORDER-0001' }, 'ORDER_MISMATCH', 'unknown'],
    ['모두 환불됐으면', { status: 'cancelled', cancelAmount: 55_000 }, 'REFUNDED', 'no'],
    ['일부 환불됐으면', { status: 'cancelled', cancelAmount: 5_000 }, 'REFUNDED', 'yes'],
    ['환불 금액을 모르는 취소는', { status: 'cancelled' }, 'REFUNDED', 'no'],
    ['결제 완료라면서 환불이 있으면', { status: 'paid', cancelAmount: 1 }, 'REFUNDED', 'yes'],
    ['음수 환불이 있어도', { status: 'paid', cancelAmount: -1 }, 'REFUNDED', 'yes'],
    [
      '금액이 다른 가상계좌는',
      { status: 'ready', virtualAccount: account, amount: 1 },
      'AMOUNT_MISMATCH',
      'no',
    ],
  ] as const)('%s 결제 완료가 아니고, 돈이 나갔는지 말한다', (_, more, code, charged) => {
    expect(judge(more)).toMatchObject({
      status: 'failed',
      merchantUid: 'order-0001',
      error: { code, charged },
    })
  })

  it('가상계좌가 발급됐으면 입금 대기이고, 발급 전이거나 거절이면 아직 말하지 않는다', () => {
    expect(judge({ status: 'ready', virtualAccount: account })?.status).toBe('awaiting-deposit')
    expect(judge({ status: 'ready' })).toBeUndefined()
    expect(judge({ status: 'failed' })).toBeUndefined()
    expect(judge({ status: 'failed', virtualAccount: account })).toBeUndefined()
  })

  it('다른 브라우저로 돌아와 금액을 모르면 주문번호로만 판단한다', () => {
    expect(judge({ amount: 1 }, { merchantUid: 'order-0001' })?.status).toBe('paid')
    expect(judge({ amount: 1 }, { merchantUid: 'order-0002' })?.status).toBe('failed')
  })

  it.each([
    ['금액을 잊은 새 탭에서도', { merchantUid: 'order-0001' }],
    ['주문 금액이 브라우저에서 바뀌었어도', { merchantUid: 'order-0001', amount: 1 }],
  ])('%s 서버가 말한 주문 금액과 다르면 결제 완료가 아니다', (_, known) => {
    const expected = { amount: 55_000, currency: 'KRW' }
    expect(judge({ amount: 1, expected }, known)).toMatchObject({ error: { code: 'AMOUNT_MISMATCH' } })
    expect(judge({ currency: 'USD', expected }, known)).toMatchObject({ status: 'failed' })
    expect(judge({ currency: 'USD', expected }, { ...known, currency: 'USD' })).toMatchObject({
      error: { code: 'CURRENCY_MISMATCH' },
    })
    expect(judge({ expected }, { merchantUid: 'order-0001' })?.status).toBe('paid')
  })
})

describe('서버가 답한 것의 모양', () => {
  it('기록은 그대로, 없음은 null로 읽는다', () => {
    expect(readPaymentRecord(paid)).toBe(paid)
    expect(readPaymentRecord({ ...paid, cancelAmount: 0, more: 1 })).toMatchObject({ cancelAmount: 0 })
    expect(readPaymentRecord(null)).toBeNull()
    expect(readPaymentRecord(undefined)).toBeNull()
  })

  it.each([
    ['the answer', 'paid'],
    ['the answer', true],
    ['impUid', {}],
    ['impUid', []],
    ['impUid', { code: 0, response: paid }],
    ['impUid', { ...paid, impUid: 1 }],
    ['merchantUid', { ...paid, merchantUid: undefined }],
    ['status', { ...paid, status: 'PAID' }],
    ['status', { ...paid, status: ['paid'] }],
    ['amount', { ...paid, amount: '55000' }],
    ['amount', { ...paid, amount: Number.NaN }],
    ['amount', { ...paid, amount: 2 ** 53 }],
    ['currency', { ...paid, currency: null }],
    ['cancelAmount', { ...paid, cancelAmount: '0' }],
  ])('%s이(가) 틀린 답은 그 이름을 대며 거절한다: %j', (field, answer) => {
    expect(() => readPaymentRecord(answer)).toThrow(
      expect.objectContaining({
        code: 'CONFIRM_REJECTED',
        charged: 'unknown',
        message: expect.stringContaining(`${field} is not what a PaymentRecord has`),
      }),
    )
  })

  it('JSON이 적은 cancelAmount: null은 환불 없음이다', () => {
    const record = readPaymentRecord({ ...paid, cancelAmount: null })
    expect(record && judgeRecord(record, order)?.status).toBe('paid')
  })
})
