import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { isJson, isRecord } from './plainData.js'
import { refuseUnless } from './refuseUnless.js'
import { moduleOf } from './tossModule.js'
import { isWon } from './won.js'

const payMethods =
  /^(card|trans|vbank|phone|cultureland|smartculture|booknlife|kakaopay|naverpay|payco|lpay|tosspay|applepay|samsungpay|ssgpay)$/

/** What an option may hold and where, tested against `module payMethod type:string`. */
const rules: readonly (readonly [allows: RegExp, options: string])[] = [
  [/ boolean/, 'escrow popup'],
  [/ string/, 'pg channelKey redirectUrl appScheme confirmUrl bizNum customerId'],
  [/ string:(uplus|tosspayments)$/, 'module'],
  [/ string:(ko|en)$/, 'language'],
  [/ card object/, 'cardCompanies cardDirect'],
  [/^tosspayments card object/, 'interestFreeMonths'],
  [/ card boolean/, 'appCard useCardPoint internationalCardOnly'],
  [/ card string/, 'discountCode autoDiscount'],
  [/ (?!trans|vbank|phone)\w+ object/, 'cardQuota'],
  [/ (?!trans|vbank|phone)\w+ boolean/, 'onlyInstallment'],
  [/ (trans|vbank) boolean/, 'culturalExpense'],
  [/ (trans|vbank) string:(anonymous|personal|corporate)$/, 'cashReceiptType'],
  [/ vbank (string|object)/, 'vbankDue'],
  [/ phone boolean/, 'digital'],
]

/** `requestParams` may not touch these: the confirmation, the return page or the kind of call rests on them. */
const ownFields = /^(merchant_uid|amount|currency|customer_uid|m_redirect_url)$/
/** With a customerUid the call is a registration, which is `card` alone. */
const ownOfRegistration = /^pay_method$/

/**
 * Types of options, and options of another pay method or module: mistakes of the code, so they are refused where the
 * code is written. A production build leaves this out, and the gateway ignores such options.
 */
export function checkOptionForms(
  { amount, currency, vatAmount, buyer, period, products, customData }: Order,
  options: PaymentOptions & Partial<BillingOptions>,
): void {
  refuseUnless(isRecord(options), 'INVALID_OPTIONS', 'options')
  const given: Record<string, unknown> = options
  const { noticeUrl } = options
  const payMethod = options.payMethod ?? 'card'
  const requestParams = options.requestParams ?? {}
  const module = moduleOf(options)
  refuseUnless(typeof payMethod === 'string' && payMethods.test(payMethod), 'INVALID_PAY_METHOD')
  for (const [allows, names] of rules) {
    for (const name of names.split(' ')) {
      const value = given[name]
      const text = typeof value === 'string' ? value : ''
      const fits = allows.test(`${module} ${payMethod} ${typeof value}:${text}`)
      refuseUnless(value == null || fits, 'INVALID_OPTIONS', name)
    }
  }
  refuseUnless(
    [noticeUrl ?? ''].flat().every((url) => typeof url === 'string'),
    'INVALID_OPTIONS',
    'noticeUrl',
  )
  refuseUnless(
    isRecord(requestParams) &&
      isJson(requestParams) &&
      !Object.keys(requestParams).some(
        (field) => ownFields.test(field) || (options.customerUid != null && ownOfRegistration.test(field)),
      ),
    'INVALID_OPTIONS',
    'requestParams',
  )
  refuseUnless(
    (module === 'uplus' ? ['KRW'] : ['KRW', 'USD', 'EUR', 'JPY']).includes(currency ?? 'KRW'),
    'INVALID_OPTIONS',
    'currency',
  )
  refuseUnless(isWon(vatAmount ?? 0) && (vatAmount ?? 0) <= amount, 'INVALID_AMOUNT')
  for (const [part, texts] of Object.entries({ buyer, period })) {
    refuseUnless(
      texts == null ||
        (isRecord(texts) && Object.values(texts).every((text) => text == null || typeof text === 'string')),
      'INVALID_OPTIONS',
      part,
    )
  }
  refuseUnless(isJson(customData ?? null), 'INVALID_OPTIONS', 'customData')
  refuseUnless(
    products == null ||
      (Array.isArray(products) &&
        products.every(isRecord) &&
        isJson(products) &&
        options.escrow &&
        module !== 'uplus'),
    'INVALID_OPTIONS',
    'products',
  )
}
