import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Order } from '../../../src/payment/order.js'
import { PaymentError } from '../../../src/payment/PaymentError.js'
import { toRequestPayParams } from '../../../src/portone/toRequestPayParams.js'

const order: Order = { merchantUid: 'order_no_0001', name: '주문명:결제테스트', amount: 109_000 }
const params = (options: object = {}, change: object = {}) =>
  toRequestPayParams({ ...order, ...change }, options as never)

/** Same fields, same order, same values: what a log of the two would show. */
const bytes = (value: unknown) => JSON.stringify(value)

describe('the blocks of PortOne’s page of 2022 come out byte-equal', () => {
  test('인증결제창 요청 (window payment)', () => {
    const built = toRequestPayParams(
      {
        merchantUid: 'order_no_0001',
        name: '주문명:결제테스트',
        amount: 1004,
        buyer: {
          postcode: '123-456',
          addr: '서울특별시 강남구 삼성동',
          tel: '010-1234-5678',
          name: '구매자이름',
          email: 'iamport@siot.do',
        },
      },
      { payMethod: 'card', pg: 'uplus' },
      { redirectUrl: '{모바일에서 결제 완료 후 리디렉션 될 URL}' },
    )
    expect(bytes(built)).toBe(
      bytes({
        pg: 'uplus',
        pay_method: 'card',
        merchant_uid: 'order_no_0001',
        name: '주문명:결제테스트',
        amount: 1004,
        buyer_email: 'iamport@siot.do',
        buyer_name: '구매자이름',
        buyer_tel: '010-1234-5678',
        buyer_addr: '서울특별시 강남구 삼성동',
        buyer_postcode: '123-456',
        m_redirect_url: '{모바일에서 결제 완료 후 리디렉션 될 URL}',
      }),
    )
  })

  test('비인증 결제창 요청 (billing key)', () => {
    const built = toRequestPayParams(
      {
        merchantUid: 'order_monthly_0001',
        name: '최초인증결제',
        amount: 0,
        buyer: { email: 'iamport@siot.do', name: '아임포트', tel: '02-1234-1234' },
      },
      {
        pg: 'tosspayments',
        payMethod: 'card',
        customerUid: 'your-customer-unique-id',
        customerId: 'matthew',
        redirectUrl: '{모바일에서 결제 완료 후 리디렉션 될 URL}',
      },
    )
    expect(bytes(built)).toBe(
      bytes({
        pg: 'tosspayments',
        pay_method: 'card',
        merchant_uid: 'order_monthly_0001',
        name: '최초인증결제',
        amount: 0,
        customer_uid: 'your-customer-unique-id',
        buyer_email: 'iamport@siot.do',
        buyer_name: '아임포트',
        buyer_tel: '02-1234-1234',
        m_redirect_url: '{모바일에서 결제 완료 후 리디렉션 될 URL}',
        customer_id: 'matthew',
      }),
    )
  })

  test('할부개월수 설정 (display)', () => {
    expect(bytes(params({ cardQuota: [6] }).display)).toBe(bytes({ card_quota: [6] }))
  })

  test('카드사 모듈 바로 호출 (card.direct)', () => {
    const { card } = params({ cardDirect: { quota: 3, code: '367' } })
    expect(bytes(card)).toBe(bytes({ direct: { code: '367', quota: 3 } }))
  })

  test('특정 카드사 노출 (card.detail)', () => {
    const { card } = params({ cardCompanies: { only: ['366'] } })
    expect(bytes(card)).toBe(
      bytes({
        detail: [
          { card_code: '*', enabled: false },
          { card_code: '366', enabled: true },
        ],
      }),
    )
  })
})

test('nothing is sent that was not asked for, except the pay method', () => {
  expect(bytes(params())).toBe(
    bytes({ pay_method: 'card', merchant_uid: 'order_no_0001', name: '주문명:결제테스트', amount: 109_000 }),
  )
  const nothing = {
    pg: undefined,
    cardQuota: undefined,
    cardCompanies: null,
    escrow: null,
    requestParams: null,
  }
  expect(Object.keys(params(nothing, { buyer: { name: undefined }, taxFree: null }))).toEqual([
    'pay_method',
    'merchant_uid',
    'name',
    'amount',
  ])
})

test('channelKey stands beside pg, and the rest comes after the fields of PortOne’s page of 2022', () => {
  const built = params(
    {
      pg: 'tosspayments',
      channelKey: 'channel-key-1',
      customerId: 'm',
      escrow: true,
      redirectUrl: 'https://s/r',
    },
    { buyer: { email: 'a@b.c' } },
  )
  expect(Object.keys(built)).toEqual([
    'pg',
    'channelKey',
    'pay_method',
    'merchant_uid',
    'name',
    'amount',
    'buyer_email',
    'm_redirect_url',
    'customer_id',
    'escrow',
  ])
})

test.each([
  [{ payMethod: 'trans' }, { pay_method: 'trans' }],
  [{ appScheme: 'shop://pay?x=1' }, { app_scheme: 'shop://pay?x=1' }],
  [{ noticeUrl: 'https://a' }, { notice_url: 'https://a' }],
  [{ noticeUrl: ['https://a', 'https://b'] }, { notice_url: ['https://a', 'https://b'] }],
  [{ confirmUrl: 'https://c' }, { confirm_url: 'https://c' }],
  [{ escrow: false }, { escrow: false }],
  [
    { payMethod: 'phone', digital: false },
    { pay_method: 'phone', digital: false },
  ],
  [{ bizNum: '1234567890' }, { biz_num: '1234567890' }],
  [{ popup: true }, { popup: true }],
  [
    { appCard: true, useCardPoint: false },
    { appCard: true, useCardPoint: false },
  ],
  [{ cardQuota: [] }, { display: { card_quota: [] } }],
  [{ onlyInstallment: true, cardQuota: [2, 3] }, { display: { card_quota: [2, 3], only_installment: true } }],
  [{ onlyInstallment: false }, { display: { only_installment: false } }],
  [{ cardDirect: { code: '365', quota: 0 } }, { card: { direct: { code: '365', quota: 0 } } }],
  [{ cardCompanies: { except: ['361'] } }, { card: { detail: [{ card_code: '361', enabled: false }] } }],
  [{ language: 'en', pg: 'uplus' }, { language: 'en' }],
  [{ language: 'en', pg: 'tosspayments' }, { locale: 'en' }],
  [{ language: 'en', channelKey: 'k', module: 'uplus' }, { language: 'en' }],
  [{ culturalExpense: true }, { bypass: { isCulturalExpense: true } }],
  [{ cashReceiptType: 'corporate' }, { bypass: { cashReceiptType: 'corporate' } }],
  [{ internationalCardOnly: true }, { bypass: { tosspayments: { useInternationalCardOnly: true } } }],
  [{ discountCode: 'D1' }, { bypass: { tosspayments: { discountCode: 'D1' } } }],
  [{ autoDiscount: '0' }, { bypass: { uplus: { LGD_AUTO_DISCOUNT: '0' } } }],
  [{ redirectUrl: 'https://shop/return' }, { m_redirect_url: 'https://shop/return' }],
  [{ vbankDue: '2099-12-31' }, { vbank_due: '20991231' }],
  [{ vbankDue: new Date('2099-12-31T15:00:00Z') }, { vbank_due: '21000101000000' }],
])('%j reaches the gateway as %j', (options, sent) => {
  const plain = params({
    pg: (options as { pg?: string }).pg,
    channelKey: (options as { channelKey?: string }).channelKey,
  })
  expect(params(options)).toEqual({ ...plain, ...sent })
})

test.each([
  [{ currency: 'USD' }, { currency: 'USD' }],
  [{ taxFree: 0 }, { tax_free: 0 }],
  [
    { taxFree: 1_000, vatAmount: 500 },
    { tax_free: 1_000, vat_amount: 500 },
  ],
  [{ customData: { cart: [1, { a: null }] } }, { custom_data: { cart: [1, { a: null }] } }],
  [{ customData: '' }, { custom_data: '' }],
  [{ period: { from: '20260101', to: '20261231' } }, { period: { from: '20260101', to: '20261231' } }],
  [
    { products: [{ id: '1', unitPrice: 5, quantity: 2 }] },
    { products: [{ id: '1', unitPrice: 5, quantity: 2 }] },
  ],
])('the order’s %j reaches the gateway as %j', (change, sent) => {
  expect(params({}, change)).toEqual({ ...params(), ...sent })
})

describe('interest-free months', () => {
  test('name the company and say that the merchant pays', () => {
    expect(params({ interestFreeMonths: { 366: 5, '041': 3 } })).toEqual({
      ...params(),
      card: {
        detail: [
          { card_code: '366', max_month: 5 },
          { card_code: '041', max_month: 3 },
        ],
      },
      useFreeInterestFromMall: true,
    })
  })

  test('join the item of a company that the filter names', () => {
    const only = params({ cardCompanies: { only: ['366', '381'] }, interestFreeMonths: { 366: 5 } })
    expect(only.card?.detail).toEqual([
      { card_code: '*', enabled: false },
      { card_code: '366', enabled: true, max_month: 5 },
      { card_code: '381', enabled: true },
    ])
    const except = params({ cardCompanies: { except: ['366'] }, interestFreeMonths: { 366: 5, 381: 3 } })
    expect(except.card?.detail).toEqual([
      { card_code: '366', enabled: false, max_month: 5 },
      { card_code: '381', max_month: 3 },
    ])
  })

  test('bring no company back that the filter left out', () => {
    const { card } = params({ cardCompanies: { only: ['381'] }, interestFreeMonths: { 366: 5 } })
    expect(card?.detail?.map(({ card_code }) => card_code)).toEqual(['*', '381'])
  })
})

describe('the return address', () => {
  test('that was made absolute wins over the option it was made from', () => {
    const built = toRequestPayParams(order, { redirectUrl: '/done' }, { redirectUrl: 'https://shop/done' })
    expect(built.m_redirect_url).toBe('https://shop/done')
  })
})

describe('requestParams', () => {
  test('are merged last and win over what the kit wrote', () => {
    const built = params({
      escrow: false,
      cardQuota: [3],
      requestParams: { escrow: true, display: { card_quota: [6] }, brand_new: { a: 1 } },
    })
    expect(built).toEqual({ ...params(), escrow: true, display: { card_quota: [6] }, brand_new: { a: 1 } })
  })

  test('never win over what the confirmation and the return page rest on', () => {
    const sly = {
      merchant_uid: 'x',
      amount: 1,
      currency: 'USD',
      customer_uid: 'c',
      m_redirect_url: 'https://evil',
    }
    const place = { redirectUrl: 'https://shop/r' }
    const change = { ...order, currency: 'KRW' } as const
    expect(toRequestPayParams(change, { customerUid: 'mine', requestParams: sly }, place)).toEqual(
      toRequestPayParams(change, { customerUid: 'mine' }, place),
    )
    expect(bytes(params({ requestParams: sly }))).toBe(bytes(params()))
  })

  test('never make a payment of another kind out of a registration', () => {
    const registration = { customerUid: 'mine' }
    const built = toRequestPayParams(order, { ...registration, requestParams: { pay_method: 'trans' } })
    expect(bytes(built)).toBe(bytes(toRequestPayParams(order, registration)))
    expect(params({ requestParams: { pay_method: 'newpay' } }).pay_method).toBe('newpay')
  })
})

test('the SDK can write onto what it gets without reaching the merchant’s own objects', () => {
  const customData = { cart: [{ id: 1 }] }
  const requestParams = { extra: { deep: [1] } }
  const cardQuota = [3]
  const noticeUrl = ['https://a']
  const options = { cardQuota, noticeUrl, requestParams }
  const before = bytes([customData, options])
  const first = params(options, { customData })
  const second = params(options, { customData })
  expect(first).not.toBe(second)
  const scribble = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const inner of Object.values(value)) scribble(inner)
    Object.assign(value, { request_id: 'req_1' })
    if (Array.isArray(value)) value.push('scribbled')
  }
  scribble(first)
  expect(bytes([customData, options])).toBe(before)
  expect(bytes(params(options, { customData }))).toBe(bytes(second))
})

describe('junk', () => {
  const junk = fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withMap: true,
    withSet: true,
  })

  test('raises a PaymentError or gives plain JSON, and nothing else', () => {
    fc.assert(
      fc.property(junk, junk, junk, (anyOrder, anyOptions, extra) => {
        const inputs: [unknown, unknown][] = [
          [anyOrder, anyOptions],
          [order, anyOptions],
          [
            { ...order, customData: extra, buyer: extra },
            { requestParams: extra, cardQuota: extra, noticeUrl: extra },
          ],
          [order, { cardCompanies: extra, cardDirect: extra, interestFreeMonths: extra, vbankDue: extra }],
        ]
        for (const [one, other] of inputs) {
          try {
            const built = toRequestPayParams(one as never, other as never)
            expect(JSON.parse(JSON.stringify(built))).toEqual(built)
            expect(Object.values(built)).not.toContain(undefined)
          } catch (error) {
            expect(error).toBeInstanceOf(PaymentError)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('that bites when touched raises a PaymentError', () => {
    const bite = () => {
      throw new Error('bite')
    }
    const circle: Record<string, unknown> = {}
    circle.self = circle
    for (const given of [
      null,
      undefined,
      new Proxy({}, { get: bite }),
      { customData: circle },
      { customData: 1n },
    ]) {
      expect(() => toRequestPayParams(given as never, {})).toThrow(PaymentError)
    }
    expect(() => toRequestPayParams(order, { requestParams: circle })).toThrow(PaymentError)
    expect(() => params({ vbankDue: '2020-01-01' })).toThrow(
      expect.objectContaining({ code: 'INVALID_VBANK_DUE' }),
    )
  })
})
