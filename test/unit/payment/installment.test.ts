import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { monthlyShare, resolveInstallments } from '../../../src/payment/installment.js'

const usual = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
let warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

describe('109,000원 주문의 할부 개월', () => {
  // given, legacy module, new module
  const table: [number[] | undefined, number[], number[]][] = [
    [undefined, usual, usual],
    [[], [0], [0]],
    [[0], [0], [0]],
    [[1], [0], [0]],
    [[6], [0, 6], [0, 2, 3, 4, 5, 6]],
    [[3], [0, 3], [0, 2, 3]],
    [
      [0, 6],
      [0, 6],
      [0, 2, 3, 4, 5, 6],
    ],
    [
      [3, 5],
      [0, 3, 5],
      [0, 2, 3, 4, 5],
    ],
    [
      [2, 3, 4, 5, 6],
      [0, 2, 3, 4, 5, 6],
      [0, 2, 3, 4, 5, 6],
    ],
    [
      [6, 2, 6],
      [0, 2, 6],
      [0, 2, 3, 4, 5, 6],
    ],
  ]
  test.each(table)('%j: 구모듈 %j, 신모듈 %j', (cardQuota, legacy, current) => {
    expect(resolveInstallments({ module: 'uplus', cardQuota, amount: 109_000 })).toEqual(legacy)
    expect(resolveInstallments({ module: 'tosspayments', cardQuota, amount: 109_000 })).toEqual(current)
    expect(resolveInstallments({ cardQuota, amount: 109_000 })).toEqual(current)
  })

  const only: [number[] | undefined, number[]][] = [
    [[6], [6]],
    [
      [2, 3],
      [2, 3],
    ],
    [
      [3, 5],
      [3, 5],
    ],
    [undefined, usual.slice(1)],
    [[], [0]],
    [[0], [0]],
  ]
  test.each(only)('%j, 할부만: 두 모듈 모두 %j', (cardQuota, months) => {
    for (const module of ['uplus', 'tosspayments'] as const) {
      expect(resolveInstallments({ module, cardQuota, onlyInstallment: true, amount: 109_000 })).toEqual(
        months,
      )
    }
  })
})

test('a single month can be read as the comment on PortOne’s page of 2022 reads it, with no lump sum', () => {
  const question = { module: 'uplus', amount: 109_000, singleMonth: 'alone' } as const
  expect(resolveInstallments({ ...question, cardQuota: [6] })).toEqual([6])
  expect(resolveInstallments({ ...question, cardQuota: [2, 3, 4, 5, 6] })).toEqual([0, 2, 3, 4, 5, 6])
  expect(resolveInstallments({ ...question, cardQuota: [0, 6] })).toEqual([0, 6])
})

test('49,999원 주문에는 할부가 나오지 않고 50,000원부터 나온다', () => {
  for (const module of ['uplus', 'tosspayments'] as const) {
    for (const cardQuota of [undefined, [], [6], [2, 3]]) {
      for (const onlyInstallment of [false, true]) {
        expect(resolveInstallments({ module, cardQuota, onlyInstallment, amount: 49_999 })).toEqual([0])
      }
    }
    expect(resolveInstallments({ module, cardQuota: [2, 3], amount: 50_000 })).toEqual([0, 2, 3])
  }
})

test('카카오페이는 12개월까지만 나온다', () => {
  const offered = resolveInstallments({ payMethod: 'kakaopay', cardQuota: [24], amount: 109_000 })
  expect(offered).toEqual(usual)
})

test('네이버페이는 한 개월만 정해도 일시불이 함께 나온다', () => {
  const naver = { payMethod: 'naverpay', cardQuota: [6], amount: 109_000 } as const
  expect(resolveInstallments({ ...naver, onlyInstallment: true })).toEqual([0, 6])
  expect(resolveInstallments(naver)).toEqual([0, 6])
})

test('whatever is asked for, months come out ascending, without repeats and without nonsense', () => {
  const anyMonths = fc.array(fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double(), fc.constant(1e9)))
  fc.assert(
    fc.property(
      anyMonths,
      fc.boolean(),
      fc.constantFrom('uplus' as const, 'tosspayments' as const),
      (cardQuota, onlyInstallment, module) => {
        const offered = resolveInstallments({ module, cardQuota, onlyInstallment, amount: 109_000 })
        expect(offered.length).toBeGreaterThan(0)
        expect(offered).toEqual([...new Set(offered)].sort((a, b) => a - b))
        expect(offered.every((months) => Number.isInteger(months) && months !== 1 && months >= 0)).toBe(true)
      },
    ),
  )
})

describe('what the developer is told', () => {
  const said = async (question: Parameters<typeof resolveInstallments>[0], times = 1) => {
    vi.resetModules()
    const fresh = await import('../../../src/payment/installment.js')
    for (let time = 0; time < times; time++) fresh.resolveInstallments(question)
    return warn.mock.calls.map(([text]) => String(text))
  }

  test('[3, 5] in the new module: the buyer will see 2 and 4 months too', async () => {
    const [message, ...more] = await said({ module: 'tosspayments', cardQuota: [3, 5], amount: 109_000 })
    expect(message).toContain('[3,5]')
    expect(message).toContain('Buyers will see 일시불, 2개월, 3개월, 4개월, 5개월')
    expect(more).toEqual([])
  })

  test('the same thing is said once', async () => {
    expect(await said({ cardQuota: [6], amount: 109_000 }, 3)).toHaveLength(1)
  })

  test('a list that the module honours is passed over in silence', async () => {
    expect(await said({ module: 'uplus', cardQuota: [3, 5], amount: 109_000 })).toEqual([])
    expect(await said({ module: 'tosspayments', cardQuota: [2, 3], amount: 109_000 })).toEqual([])
    expect(await said({ module: 'tosspayments', amount: 109_000 })).toEqual([])
    expect(
      await said({ module: 'tosspayments', cardQuota: [6], onlyInstallment: true, amount: 109_000 }),
    ).toEqual([])
  })

  test.each([
    ['installments only, with none to offer', { cardQuota: [], onlyInstallment: true }],
    ['installments only in the legacy module', { module: 'uplus', cardQuota: [6], onlyInstallment: true }],
    ['installments only, with gaps', { cardQuota: [3, 5], onlyInstallment: true }],
    ['more months than KakaoPay has', { payMethod: 'kakaopay', cardQuota: [24] }],
  ] as const)('a warning for %s', async (_, question) => {
    expect(await said({ ...question, amount: 109_000 })).toHaveLength(1)
  })
})

describe('a month of an installment', () => {
  test.each([
    [55_000, 3, 18_334, 18_332],
    [54_000, 3, 18_000, 18_000],
    [55_000, 0, 55_000, 55_000],
    [55_000, 1, 55_000, 55_000],
    [0, 0, 0, 0],
  ])('%i won over %i months: %i a month, %i in the last', (amount, months, monthly, last) => {
    expect(monthlyShare(amount, months)).toEqual({ monthly, last })
  })

  test('the months add up to the amount, and none is bigger than the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50_000, max: 1e9 }),
        fc.integer({ min: 2, max: 99 }),
        (amount, months) => {
          const { monthly, last } = monthlyShare(amount, months)
          expect(monthly * (months - 1) + last).toBe(amount)
          expect(last).toBeLessThanOrEqual(monthly)
          expect(last).toBeGreaterThan(0)
        },
      ),
    )
  })
})
