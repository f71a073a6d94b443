import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCore, openWindow, refusal } from './sandboxCore.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T21:30:00+09:00') })
})
afterEach(() => {
  vi.useRealTimers()
})

const upTo12 = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

describe('할부 개월 (109,000원)', () => {
  const months = (pg: string, display: object | undefined, amount = 109_000, payMethod = 'card') =>
    openWindow(createCore(), { pg, amount, display, pay_method: payMethod }).months

  test.each([
    ['nothing said', undefined, upTo12, upTo12],
    ['[]', [], [0], [0]],
    ['[0]', [0], [0], [0]],
    ['[6]', [6], [0, 6], [0, 2, 3, 4, 5, 6]],
    ['[3]', [3], [0, 3], [0, 2, 3]],
    ['[0, 6]', [0, 6], [0, 6], [0, 2, 3, 4, 5, 6]],
    ['[3, 5]', [3, 5], [0, 3, 5], [0, 2, 3, 4, 5]],
    ['[2, 3, 4, 5, 6]', [2, 3, 4, 5, 6], [0, 2, 3, 4, 5, 6], [0, 2, 3, 4, 5, 6]],
    ['[5, 3, 3]', [5, 3, 3], [0, 3, 5], [0, 2, 3, 4, 5]],
  ])('%s: 구모듈은 적힌 개월만, 신모듈은 가장 큰 개월까지', (_, quota, legacy, modern) => {
    const display = quota && { card_quota: quota }
    expect(months('uplus', display)).toEqual(legacy)
    expect(months('tosspayments', display)).toEqual(modern)
  })

  test.each([
    [[6], [6]],
    [
      [2, 3],
      [2, 3],
    ],
    [
      [3, 5],
      [3, 5],
    ],
    [[], [0]],
  ])('only_installment with %j leaves %j', (quota, left) => {
    expect(months('tosspayments', { card_quota: quota, only_installment: true })).toEqual(left)
  })

  test('49,999원 주문에는 할부가 나오지 않고 50,000원에는 나온다', () => {
    for (const pg of ['uplus', 'tosspayments']) {
      expect(months(pg, { card_quota: [2, 3], only_installment: true }, 49_999)).toEqual([0])
      expect(months(pg, { card_quota: [2] }, 50_000)).toEqual([0, 2])
    }
  })

  test('KakaoPay stops at 12 months, Naver Pay always keeps the lump sum', () => {
    expect(
      months('tosspayments', { card_quota: [12, 24], only_installment: true }, 109_000, 'kakaopay'),
    ).toEqual([12])
    expect(months('tosspayments', { card_quota: [6], only_installment: true }, 109_000, 'naverpay')).toEqual([
      0, 6,
    ])
  })

  test('dollars have no installments', () => {
    const offer = openWindow(createCore(), { currency: 'USD', amount: 60_000, display: { card_quota: [3] } })
    expect(offer.months).toEqual([0])
  })
})

describe('카드사', () => {
  const codes = (detail: object[], more: object = {}) =>
    openWindow(createCore(), { card: { detail: detail as never }, ...more }).cardCompanies.map(
      ({ code }) => code,
    )

  test('without a filter every company is there, in the order of the code table', () => {
    const offer = openWindow(createCore())
    expect(offer.cardCompanies).toHaveLength(26)
    expect(offer.cardCompanies[0]).toEqual({ code: '361', nameKo: 'BC카드', nameEn: 'BC Card' })
    expect(offer.cardCompanies.map(({ code }) => code)).toContain('041')
  })

  test('전체를 끄고 신한만 켜면 신한만 남는다, 적힌 순서와 상관없이', () => {
    const off = { card_code: '*', enabled: false }
    const shinhan = { card_code: '366', enabled: true }
    expect(codes([off, shinhan])).toEqual(['366'])
    expect(codes([shinhan, off])).toEqual(['366'])
  })

  test('a company switched off is gone, an unknown code changes nothing', () => {
    const left = codes([
      { card_code: '361', enabled: false },
      { card_code: '777', enabled: true },
    ])
    expect(left).toHaveLength(25)
    expect(left).not.toContain('361')
  })

  test('the international window of the new module knows three brands and speaks English', () => {
    const bypass = { tosspayments: { useInternationalCardOnly: true } }
    expect(codes([], { bypass })).toEqual(['10001', '10004', '10005'])
    expect(openWindow(createCore(), { bypass }).language).toBe('en')
    expect(codes([], { bypass, pg: 'uplus' })).toHaveLength(26)
  })

  test('interest-free months count in the new module, when asked for', () => {
    const card = {
      detail: [
        { card_code: '366', max_month: 5 },
        { card_code: '381', max_month: 3 },
      ],
    }
    const offer = (more: object) => openWindow(createCore(), { card, ...more })
    expect(offer({ useFreeInterestFromMall: true }).interestFree).toEqual({ '366': 5, '381': 3 })
    expect(offer({}).interestFree).toEqual({})
    expect(offer({ useFreeInterestFromMall: true, pg: 'uplus' }).interestFree).toEqual({})
    expect(offer({ useFreeInterestFromMall: true }).cardCompanies).toHaveLength(26)
  })
})

describe('카드사 바로 열기', () => {
  const direct = (card: object, more: object = {}) =>
    openWindow(createCore(), { card: { direct: card as never }, ...more }).direct

  test('the months are fixed by the shop; none said is a lump sum', () => {
    expect(direct({ code: '365', quota: 5 })).toMatchObject({ code: '365', nameKo: '삼성카드', quota: 5 })
    expect(direct({ code: '367' })?.quota).toBe(0)
    expect(direct({ code: '041', quota: 0 })?.code).toBe('041')
  })

  test('49,999원이면 개월을 적어도 일시불이다', () => {
    expect(direct({ code: '365', quota: 5 }, { amount: 49_999 })?.quota).toBe(0)
  })

  test('the buyer can take neither another company nor other months', () => {
    const core = createCore()
    const pay = (cardCode: string, quota: number) => {
      const { impUid } = openWindow(core, { card: { direct: { code: '365', quota: 5 } } })
      return core.gateway.approve(impUid, { method: 'card', cardCode, quota }).error_code
    }
    expect(pay('366', 5)).toBe('INVALID_CARD_COMPANY')
    expect(pay('365', 0)).toBe('INVALID_CARD_INSTALLMENT_PLAN')
    expect(pay('365', 5)).toBeUndefined()
  })
})

describe('가상계좌와 계좌이체', () => {
  const due = (vbankDue?: string) =>
    new Date(
      openWindow(createCore(), { pay_method: 'vbank', vbank_due: vbankDue }).vbankDue * 1000,
    ).toISOString()

  test.each([
    ['2099-12-31', '2099-12-31T14:59:59.000Z'],
    ['20991231', '2099-12-31T14:59:59.000Z'],
    ['2099-12-31 09:30:15', '2099-12-31T00:30:15.000Z'],
    ['20991231093015', '2099-12-31T00:30:15.000Z'],
    ['209912310930', '2099-12-31T00:30:00.000Z'],
  ])('입금 기한 %s은 한국 시간이다', (given, utc) => {
    expect(due(given)).toBe(utc)
  })

  test.each(['2099-02-30', '2099-1-1', '20991231 0930', '4102444800', '2099-12-31T09:30:15'])(
    'a deadline written %s is refused',
    (given) => {
      expect(refusal(createCore(), { pay_method: 'vbank', vbank_due: given }).error_code).toBe('INVALID_DATE')
    },
  )

  test('no deadline given: the end of the seventh day from now, in Korea', () => {
    const core = createCore()
    const { vbankDue } = openWindow(core, { pay_method: 'vbank' })
    const inKorea = new Date(vbankDue * 1000 + 9 * 3600_000).toISOString()
    const in7Days = new Date(core.clock.now() + 9 * 3600_000 + 7 * 86_400_000).toISOString()
    expect(inKorea).toBe(`${in7Days.slice(0, 10)}T23:59:59.000Z`)
  })

  test('accounts are issued by the thirteen banks Toss works with, transfers go from every bank', () => {
    const vbank = openWindow(createCore(), { pay_method: 'vbank' }).banks.map(({ code }) => code)
    const trans = openWindow(createCore(), { pay_method: 'trans' }).banks.map(({ code }) => code)
    expect(vbank).toHaveLength(13)
    expect(vbank).not.toContain('092')
    expect(trans).toContain('092')
    expect(openWindow(createCore()).banks).toEqual([])
  })
})

test('the window speaks the language each module is asked in', () => {
  expect(openWindow(createCore(), { pg: 'uplus', language: 'en' }).language).toBe('en')
  expect(openWindow(createCore(), { locale: 'en' }).language).toBe('en')
  expect(openWindow(createCore()).language).toBe('ko')
})

test('escrow and the shop name are shown', () => {
  const core = createCore({ merchantName: '꽃집' })
  expect(openWindow(core, { escrow: true })).toMatchObject({ escrow: true, merchantName: '꽃집' })
})
