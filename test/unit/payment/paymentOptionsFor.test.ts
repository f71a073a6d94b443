import { describe, expect, it } from 'vitest'
import { paymentOptionsFor } from '../../../src/payment/paymentOptionsFor.js'

const options = {
  card: { cardDirect: { code: '366', quota: 3 } },
  vbank: { vbankDue: '2026-12-01' },
  phone: { digital: false },
  other: { cardQuota: [2, 3] },
} as const

describe('고른 결제수단의 옵션', () => {
  it.each([
    ['card', { cardDirect: { code: '366', quota: 3 } }],
    ['trans', {}],
    ['vbank', { vbankDue: '2026-12-01' }],
    ['phone', { digital: false }],
    ['kakaopay', { cardQuota: [2, 3] }],
  ] as const)('%s에는 그 수단의 것만 따라간다', (method, own) => {
    expect(paymentOptionsFor(method, options)).toEqual({ payMethod: method, ...own })
  })

  it('아무것도 정하지 않으면 수단만 남는다', () => {
    expect(paymentOptionsFor('card')).toEqual({ payMethod: 'card' })
  })
})
