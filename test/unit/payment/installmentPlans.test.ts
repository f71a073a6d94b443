import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { resolveInstallments } from '../../../src/payment/installment.js'
import { installmentPlans, interestFreeMax } from '../../../src/payment/installmentPlans.js'

// What developers are told of lists that a module cannot honour is another test's.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

const module = fc.constantFrom('uplus' as const, 'tosspayments' as const)
const quota = fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 5 })

describe('달마다 낼 금액', () => {
  it('모든 달을 더하면 낼 금액이고, 마지막 달이 더 비싸지 않다', () => {
    fc.assert(
      fc.property(module, quota, fc.integer({ min: 100, max: 50_000_000 }), (module, cardQuota, amount) => {
        for (const { months, monthly, last } of installmentPlans({ module, cardQuota, amount })) {
          const count = months || 1
          expect(monthly * (count - 1) + last).toBe(amount)
          expect(last).toBeGreaterThan(0)
          expect(last).toBeLessThanOrEqual(monthly)
        }
      }),
    )
  })

  it('보여 주는 달은 결제창에 나올 달 그대로다', () => {
    fc.assert(
      fc.property(module, quota, fc.integer({ min: 100, max: 200_000 }), (module, cardQuota, amount) => {
        const question = { module, cardQuota, amount }
        expect(installmentPlans(question).map(({ months }) => months)).toEqual(resolveInstallments(question))
      }),
    )
  })

  it('55,000원을 3개월로 나누면 18,334원씩, 마지막 달은 18,332원', () => {
    expect(installmentPlans({ amount: 55_000, cardQuota: [3] }).at(-1)).toEqual({
      months: 3,
      monthly: 18_334,
      last: 18_332,
      interestFree: false,
    })
  })
})

describe('무이자', () => {
  const free = (more: object) =>
    installmentPlans({
      amount: 109_000,
      cardQuota: [6],
      interestFreeMonths: { '366': 5 },
      cardCompany: '366',
      ...more,
    })
      .filter(({ interestFree }) => interestFree)
      .map(({ months }) => months)

  it('고른 카드사의 가장 긴 무이자 달까지이고, 일시불은 무이자라고 하지 않는다', () => {
    expect(free({})).toEqual([2, 3, 4, 5])
  })

  it('카드사를 고르기 전과 다른 카드사, 구모듈, 5만 원보다 적은 금액에는 없다', () => {
    for (const more of [
      { cardCompany: null },
      { cardCompany: '367' },
      { module: 'uplus', cardQuota: [2, 3] },
      { amount: 49_999 },
    ])
      expect(free(more)).toEqual([])
    expect(interestFreeMax({}, { '366': 1 }, '366')).toBe(0)
  })
})
