import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { checkPayment } from '../../../src/payment/checkOrder.js'
import type { Order } from '../../../src/payment/order.js'
import { PaymentError } from '../../../src/payment/PaymentError.js'

const order: Order = { merchantUid: 'order_no_0001', name: '주문명:결제테스트', amount: 55_000 }
const desk = { phone: false }

/** The error a check ends with, if any. Takes anything, as a page without types may. */
function refusal(change: object = {}, options: object | null = {}, place = desk): PaymentError | undefined {
  try {
    checkPayment({ ...order, ...change }, options as never, place)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(PaymentError)
    return error as PaymentError
  }
}
const code = (...given: Parameters<typeof refusal>) => refusal(...given)?.code

let warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

test('an ordinary order may be paid', () => {
  expect(refusal()).toBeUndefined()
  expect(refusal({}, null)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

test('an order as a server writes it, with null for what it does not know, may be paid', () => {
  const nothing = { taxFree: null, vatAmount: null, currency: null, buyer: { name: '홍길동', tel: null } }
  expect(refusal({ ...nothing, products: null, period: null, customData: null })).toBeUndefined()
  expect(refusal({}, { payMethod: null, cardQuota: null, escrow: null, requestParams: null })).toBeUndefined()
})

describe('the order', () => {
  test.each([null, undefined, 0, ''])('%j is no order', (given) => {
    expect(() => checkPayment(given as never, {}, desk)).toThrow(
      expect.objectContaining({ code: 'ORDER_UNAVAILABLE' }),
    )
  })

  test.each([
    '59000',
    '',
    1.5,
    0,
    -0,
    -1_000,
    2 ** 53,
    Number.NaN,
    Infinity,
    55_000n,
    null,
    undefined,
    true,
    [55_000],
    {},
    Symbol('won'),
    () => 55_000,
  ])('amount %s is refused', (amount) => {
    expect(refusal({ amount })).toMatchObject({ code: 'INVALID_AMOUNT', charged: 'no', retryable: false })
  })

  test.each(['', '   ', 'x'.repeat(41), null, undefined, 20_260_101, {}, Symbol('uid')])(
    'order number %s is refused',
    (merchantUid) => {
      expect(code({ merchantUid })).toBe('INVALID_MERCHANT_UID')
    },
  )

  test('an order number of 40 characters is taken', () => {
    expect(code({ merchantUid: 'x'.repeat(40) })).toBeUndefined()
  })

  test.each(['', ' ', null, undefined, 7, ['상품']])('order name %s is refused', (name) => {
    expect(code({ name })).toBe('INVALID_NAME')
  })

  test.each(['1000', -1, 1.5, 55_001, Number.NaN, {}])('a tax-free part or VAT of %s is refused', (part) => {
    expect(code({ taxFree: part })).toBe('INVALID_AMOUNT')
    expect(code({ vatAmount: part })).toBe('INVALID_AMOUNT')
  })

  test('a tax-free part from nothing to everything is taken', () => {
    for (const taxFree of [0, 1, 55_000]) expect(code({ taxFree })).toBeUndefined()
  })

  test('dollars are for the new module only', () => {
    expect(code({ currency: 'USD' }, { pg: 'tosspayments' })).toBeUndefined()
    expect(code({ currency: 'USD' }, { pg: 'uplus' })).toBe('INVALID_OPTIONS')
    expect(code({ currency: 'KRW' }, { pg: 'uplus' })).toBeUndefined()
    expect(code({ currency: 'BTC' })).toBe('INVALID_OPTIONS')
  })

  test.each([['홍길동'], [{ name: 7 }], [{ tel: { mobile: '010' } }], [[]]])(
    'buyer %j is refused',
    (buyer) => {
      expect(code({ buyer })).toBe('INVALID_OPTIONS')
    },
  )

  test('custom data that cannot be written as JSON is refused', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    const getter = Object.defineProperty({}, 'boom', {
      enumerable: true,
      get: () => {
        throw new Error('boom')
      },
    })
    for (const customData of [circle, 1n, { big: 1n }, () => 1, Symbol('x'), getter]) {
      expect(code({ customData })).toBe('INVALID_OPTIONS')
    }
    for (const customData of [{ cart: [1, 2] }, 'text', 0, false, []])
      expect(code({ customData })).toBeUndefined()
  })

  test('escrow items are for an escrow order in the new module', () => {
    const products = [{ id: '1', name: '셔츠', unitPrice: 55_000, quantity: 1 }]
    expect(code({ products }, { escrow: true })).toBeUndefined()
    expect(code({ products })).toBe('INVALID_OPTIONS')
    expect(code({ products }, { escrow: true, pg: 'uplus' })).toBe('INVALID_OPTIONS')
    expect(code({ products: '셔츠' }, { escrow: true })).toBe('INVALID_OPTIONS')
  })
})

describe('the pay method', () => {
  test.each(['card', 'trans', 'vbank', 'cultureland', 'smartculture', 'booknlife'])(
    'both modules have %s',
    (payMethod) => {
      expect(code({}, { payMethod, pg: 'uplus' })).toBeUndefined()
      expect(code({}, { payMethod, pg: 'tosspayments' })).toBeUndefined()
    },
  )

  test.each(['kakaopay', 'naverpay', 'payco', 'lpay', 'tosspay', 'applepay', 'samsungpay', 'ssgpay'])(
    '%s goes through the new module, never through uplus',
    (payMethod) => {
      expect(code({}, { payMethod, pg: 'tosspayments' })).toBeUndefined()
      expect(code({}, { payMethod, channelKey: 'channel-key-1' })).toBeUndefined()
      const refused = refusal({}, { payMethod, pg: 'uplus' })
      expect(refused?.code).toBe('EASY_PAY_UNSUPPORTED')
      expect(refused?.message).toContain('Use pg="tosspayments"')
    },
  )

  test('삼성페이는 모듈마다 이름이 다르고, 구모듈에서는 거절된다', () => {
    expect(code({}, { payMethod: 'samsung', pg: 'uplus.tlgdacomxpay' })).toBe('EASY_PAY_UNSUPPORTED')
    const refused = refusal({}, { payMethod: 'samsung' })
    expect(refused?.code).toBe('INVALID_PAY_METHOD')
    expect(refused?.message).toContain('samsungpay')
  })

  test.each(['point', 'bitcoin', '', 'CARD', 7, {}, []])('%j is no pay method', (payMethod) => {
    expect(code({}, { payMethod })).toBe('INVALID_PAY_METHOD')
  })

  test('carrier billing needs to know whether the goods are digital', () => {
    expect(code({}, { payMethod: 'phone' })).toBe('DIGITAL_REQUIRED')
    expect(code({}, { payMethod: 'phone', digital: 'true' })).toBe('DIGITAL_REQUIRED')
    expect(code({}, { payMethod: 'phone', digital: true })).toBeUndefined()
    expect(code({}, { payMethod: 'phone', digital: false })).toBeUndefined()
  })

  test.each([
    ['card', { digital: true }],
    ['card', { vbankDue: '20991231' }],
    ['card', { culturalExpense: true }],
    ['trans', { cardQuota: [3] }],
    ['vbank', { onlyInstallment: true }],
    ['phone', { cardDirect: { code: '366', quota: 0 }, digital: true }],
    ['trans', { cardCompanies: { only: ['366'] } }],
    ['kakaopay', { cardCompanies: { only: ['366'] } }],
    ['kakaopay', { interestFreeMonths: { 366: 3 } }],
    ['vbank', { appCard: true }],
    ['phone', { cashReceiptType: 'personal', digital: true }],
  ])('%s does not take %j', (payMethod, extra) => {
    expect(code({}, { payMethod, ...extra })).toBe('INVALID_OPTIONS')
  })

  test.each([
    ['kakaopay', { cardQuota: [3], onlyInstallment: true }],
    ['trans', { culturalExpense: true, cashReceiptType: 'corporate' }],
    ['vbank', { vbankDue: '2099-12-31', cashReceiptType: 'anonymous' }],
    ['card', { appCard: true, useCardPoint: true, internationalCardOnly: false, discountCode: 'D1' }],
  ])('%s takes %j', (payMethod, extra) => {
    expect(code({}, { payMethod, ...extra })).toBeUndefined()
  })

  test('a due date that is past or of another form is refused', () => {
    expect(code({}, { payMethod: 'vbank', vbankDue: '2020-01-01' })).toBe('INVALID_VBANK_DUE')
    expect(code({}, { payMethod: 'vbank', vbankDue: 'tomorrow' })).toBe('INVALID_VBANK_DUE')
    expect(code({}, { payMethod: 'vbank', vbankDue: new Date(0) })).toBe('INVALID_VBANK_DUE')
    expect(code({}, { payMethod: 'vbank', vbankDue: new Date(Date.now() + 86_400_000) })).toBeUndefined()
  })
})

describe('cards', () => {
  test.each([[[2.5]], [['3']], [[-1]], [[Number.NaN]], [[null]], [[100]], [3], ['3'], [{}]])(
    'cardQuota %j is refused',
    (cardQuota) => {
      expect(code({}, { cardQuota })).toBe('INVALID_CARD_QUOTA')
    },
  )

  test.each([[[]], [[0]], [[2, 3, 6]], [[12]]])('cardQuota %j is taken', (cardQuota) => {
    expect(code({}, { cardQuota })).toBeUndefined()
  })

  test.each(['999', '41', 366, null, undefined, '*', ''])(
    'card company %j is refused wherever it is named',
    (unknown) => {
      expect(code({}, { cardCompanies: { only: [unknown] } })).toBe('UNKNOWN_CARD_COMPANY')
      expect(code({}, { cardCompanies: { except: ['366', unknown] } })).toBe('UNKNOWN_CARD_COMPANY')
      expect(code({}, { cardDirect: { code: unknown, quota: 0 } })).toBe('UNKNOWN_CARD_COMPANY')
      if (typeof unknown === 'string')
        expect(code({}, { interestFreeMonths: { [unknown]: 3 } })).toBe('UNKNOWN_CARD_COMPANY')
    },
  )

  test.each([{}, { only: ['366'], except: ['361'] }, { only: [] }, { only: null }, 'all', 366, []])(
    'the filter %j is refused',
    (cardCompanies) => {
      expect(code({}, { cardCompanies })).toBe('INVALID_OPTIONS')
    },
  )

  test('either a list of the shown or one of the hidden is taken', () => {
    for (const cardCompanies of [{ only: ['366', '041'] }, { except: ['361'] }, { except: [] }]) {
      expect(code({}, { cardCompanies })).toBeUndefined()
    }
  })

  test('카드사 바로 열기에는 개월 수가 꼭 있어야 한다', () => {
    expect(code({}, { cardDirect: { code: '367' } })).toBe('INVALID_CARD_QUOTA')
    for (const quota of ['3', 2.5, -1, null]) {
      expect(code({}, { cardDirect: { code: '367', quota } })).toBe('INVALID_CARD_QUOTA')
    }
    expect(code({}, { cardDirect: { code: '367', quota: 3 } })).toBeUndefined()
  })

  test('49,999원을 3개월로 바로 열 수 없다', () => {
    const direct = (quota: number) => ({ cardDirect: { code: '367', quota } })
    expect(code({ amount: 49_999 }, direct(3))).toBe('INSTALLMENT_BELOW_MINIMUM')
    expect(code({ amount: 49_999 }, direct(2))).toBe('INSTALLMENT_BELOW_MINIMUM')
    expect(code({ amount: 49_999 }, direct(0))).toBeUndefined()
    expect(code({ amount: 49_999 }, direct(1))).toBeUndefined()
    expect(code({ amount: 50_000 }, direct(3))).toBeUndefined()
  })

  test('the merchant bears interest in the new module only, for whole months', () => {
    expect(code({}, { interestFreeMonths: { 366: 5, '041': 3 } })).toBeUndefined()
    expect(code({}, { interestFreeMonths: { 366: 2.5 } })).toBe('INVALID_CARD_QUOTA')
    expect(code({}, { interestFreeMonths: { 366: 5 }, pg: 'uplus' })).toBe('INVALID_OPTIONS')
    expect(code({}, { interestFreeMonths: [5] })).toBe('UNKNOWN_CARD_COMPANY')
  })
})

describe('registering a card', () => {
  const billing = (more: object = {}) => ({ customerUid: 'your-customer-unique-id', ...more })

  test('may show 0 won', () => {
    expect(code({ amount: 0 }, billing())).toBeUndefined()
    expect(code({ amount: 55_000 }, billing({ payMethod: 'card', customerId: 'matthew' }))).toBeUndefined()
  })

  test('takes a card and nothing else', () => {
    for (const payMethod of ['trans', 'vbank', 'kakaopay']) {
      expect(code({ amount: 0 }, billing({ payMethod }))).toBe('INVALID_PAY_METHOD')
    }
  })

  test('is not offered by the legacy module, which would take a payment instead', () => {
    expect(code({}, billing({ pg: 'uplus' }))).toBe('INVALID_OPTIONS')
  })

  test.each(['', ' ', 'x'.repeat(81), 7, {}])('refuses the name %j for customer and card', (customerUid) => {
    expect(code({}, { customerUid })).toBe('INVALID_OPTIONS')
  })
})

describe('other options', () => {
  test('a phone needs a return URL', () => {
    const phone = { phone: true }
    const refused = refusal({}, {}, phone)
    expect(refused?.code).toBe('REDIRECT_URL_REQUIRED')
    expect(refused?.message).toContain('Set redirectUrl on the provider')
    expect(code({}, { redirectUrl: '' }, phone)).toBe('REDIRECT_URL_REQUIRED')
    expect(code({}, { redirectUrl: '/complete' }, phone)).toBeUndefined()
    expect(() => checkPayment(order, {}, { phone: true, redirectUrl: '/complete' })).not.toThrow()
  })

  test.each(['merchant_uid', 'amount', 'currency', 'customer_uid', 'm_redirect_url'])(
    'requestParams may not name %s',
    (field) => {
      const refused = refusal({}, { requestParams: { [field]: 'x' } })
      expect(refused?.code).toBe('INVALID_OPTIONS')
      expect(refused?.message).toContain('Use order.merchantUid')
    },
  )

  test('requestParams of a registration may not name its pay method', () => {
    const refused = refusal({}, { customerUid: 'member-7_1', requestParams: { pay_method: 'trans' } })
    expect(refused?.code).toBe('INVALID_OPTIONS')
    expect(refused?.message).toContain('nor pay_method when a card is registered')
  })

  test('requestParams must be plain JSON, and may name anything else', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    for (const requestParams of [circle, { big: 1n }, 'x', 7, []]) {
      expect(code({}, { requestParams })).toBe('INVALID_OPTIONS')
    }
    expect(code({}, { requestParams: { new_field: { deep: [1] }, pay_method: 'newpay' } })).toBeUndefined()
  })

  test.each([
    { pg: 7 },
    { channelKey: {} },
    { module: 'inicis' },
    { language: 'zh' },
    { escrow: 'true' },
    { popup: 1 },
    { appScheme: false },
    { noticeUrl: 7 },
    { noticeUrl: ['https://a', 7] },
    { confirmUrl: [] },
    { bizNum: 123 },
    { redirectUrl: 7 },
    { customerId: 7 },
    { cashReceiptType: 'none', payMethod: 'trans' },
    { appCard: 'yes' },
  ])('%j is refused', (options) => {
    expect(code({}, options)).toBe('INVALID_OPTIONS')
  })

  test('webhooks may be one or several', () => {
    expect(code({}, { noticeUrl: 'https://a' })).toBeUndefined()
    expect(code({}, { noticeUrl: ['https://a', 'https://b'] })).toBeUndefined()
  })

  test('options that are no object are refused', () => {
    for (const options of [7, 'card', []]) expect(code({}, options as never)).toBe('INVALID_OPTIONS')
  })
})

describe('what the developer reads', () => {
  test('is what was given, what is allowed and what to do', () => {
    const { message } = refusal({ amount: '59000' }) as PaymentError
    expect(message).toBe(
      'INVALID_AMOUNT: amount is "59000" (string). A whole number of won above 0 and below 2^53 is allowed (0 only when registering a card), never a string; taxFree and vatAmount are parts of it. Pass the price with tax as a number. Here: 59000.',
    )
  })

  test('names the option', () => {
    expect(refusal({}, { language: 'zh' })?.message).toBe(
      'INVALID_OPTIONS: language is "zh" (string). "ko" or "en" is allowed. Correct it or leave it out.',
    )
    expect(refusal({}, { cardDirect: { code: '367' } })?.message).toContain(
      'cardDirect is {"code":"367"} (object)',
    )
    expect(refusal({}, { pg: 7 })?.message).toContain('pg is 7 (number). A string is allowed.')
  })

  test('is left out of production builds, where the rules still hold', () => {
    vi.stubGlobal('__DEV__', false)
    try {
      const refused = refusal({ amount: '59000' })
      expect(refused?.message).toBe('INVALID_AMOUNT')
      expect(code({}, { payMethod: 'phone' })).toBe('DIGITAL_REQUIRED')
      expect(code({}, { payMethod: 'kakaopay', pg: 'uplus' })).toBe('EASY_PAY_UNSUPPORTED')
      expect(code({}, { cardDirect: { code: '367' } })).toBe('INVALID_CARD_QUOTA')
      expect(code({}, { cardCompanies: { only: ['366'], except: ['361'] } })).toBe('INVALID_OPTIONS')
      expect(code({}, { cardCompanies: { only: ['999'] } })).toBe('UNKNOWN_CARD_COMPANY')
      expect(code({}, { customerUid: 'c1', payMethod: 'trans' })).toBe('INVALID_PAY_METHOD')
      expect(code({}, { payMethod: 'vbank', vbankDue: '2020-01-01' })).toBe('INVALID_VBANK_DUE')
      expect(code({}, {}, { phone: true })).toBe('REDIRECT_URL_REQUIRED')
      expect(code({ merchantUid: '짧음' })).toBeUndefined()
      expect(warn).not.toHaveBeenCalled()
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test.each([
    ['a short order number', { merchantUid: 'A1' }, {}, 'Toss documents 6 to 64'],
    ['a Korean order number', { merchantUid: '주문-2026-01' }, {}, 'Toss documents 6 to 64'],
    ['a long order name', { name: '아주 '.repeat(20) }, {}, 'at most 40'],
    ['a long telephone number', { buyer: { tel: '010-1234-5678-9012' } }, {}, 'stores 16'],
    ['a card payment of 99 won', { amount: 99 }, {}, 'from 100 won'],
    ['a transfer of 199 won', { amount: 199 }, { payMethod: 'trans' }, 'from 200 won'],
    ['a new option in the legacy module', {}, { pg: 'uplus', useCardPoint: true }, 'will ignore it'],
    ['a legacy option in the new module', {}, { autoDiscount: 'A' }, 'will ignore it'],
    ['months that the new module cannot single out', {}, { cardQuota: [3, 7] }, 'Buyers will see'],
  ])('warns of %s, and lets it pass', (_, change, options, words) => {
    expect(code(change, options)).toBeUndefined()
    expect(warn.mock.calls.flat().join()).toContain(words)
  })
})

describe('junk', () => {
  const junk = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  const names = [
    'merchantUid',
    'name',
    'amount',
    'currency',
    'taxFree',
    'vatAmount',
    'buyer',
    'customData',
    'products',
    'period',
    'pg',
    'channelKey',
    'module',
    'payMethod',
    'escrow',
    'language',
    'noticeUrl',
    'redirectUrl',
    'requestParams',
    'cardQuota',
    'onlyInstallment',
    'cardCompanies',
    'cardDirect',
    'interestFreeMonths',
    'appCard',
    'vbankDue',
    'digital',
    'customerUid',
    'cashReceiptType',
  ]
  const junkFields = fc.dictionary(fc.constantFrom(...names), junk)

  test('of any kind raises a PaymentError or passes, and nothing else', () => {
    fc.assert(
      fc.property(junk, junk, (anyOrder, anyOptions) => {
        try {
          checkPayment(anyOrder as never, anyOptions as never, { phone: false })
        } catch (error) {
          expect(error).toBeInstanceOf(PaymentError)
        }
      }),
    )
  })

  test('in one field of a good order raises a PaymentError or passes, and nothing else', () => {
    fc.assert(
      fc.property(junkFields, junkFields, fc.boolean(), (change, options, phone) => {
        refusal(change, options, { phone })
      }),
      { numRuns: 500 },
    )
  })

  test('that throws when looked at, symbols and functions included', () => {
    const traps = [
      Object.defineProperty({}, 'toString', {
        get: () => {
          throw new Error('no')
        },
      }),
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no')
          },
          ownKeys: () => {
            throw new Error('no')
          },
        },
      ),
      Symbol('x'),
      () => {
        throw new Error('no')
      },
      Object.create(null),
      {
        toJSON: () => {
          throw new Error('no')
        },
      },
    ]
    for (const trap of traps) {
      expect(() => checkPayment(trap as never, {}, desk)).toThrow(PaymentError)
      for (const name of names) {
        refusal({ [name]: trap })
        refusal({}, { [name]: trap })
      }
    }
  })
})
