import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { isJson, isRecord } from './plainData.js'
import { refuseUnless } from './refuseUnless.js'
import { showGiven } from './showGiven.js'
import { moduleOf } from './tossModule.js'
import { virtualAccountDue } from './virtualAccountDue.js'
import { warnDeveloper } from './warnDeveloper.js'

const dev = process.env.NODE_ENV !== 'production'

const easyPay = /^(kakaopay|naverpay|payco|lpay|tosspay|applepay|samsung(pay)?|ssgpay)$/
const otherMethods = /^(card|trans|vbank|phone|cultureland|smartculture|booknlife)$/

type Rule = readonly [matches: RegExp, options: string, words: string | false]

/** What each option may hold, as `type:value`. */
const forms: readonly Rule[] = [
  [
    /^boolean/,
    'escrow digital onlyInstallment appCard useCardPoint internationalCardOnly culturalExpense popup',
    dev && 'true or false',
  ],
  [
    /^string/,
    'pg channelKey redirectUrl appScheme confirmUrl bizNum discountCode autoDiscount customerId',
    dev && 'a string',
  ],
  [/^string:(uplus|tosspayments)$/, 'module', dev && '"uplus" or "tosspayments"'],
  [/^string:(ko|en)$/, 'language', dev && '"ko" or "en"'],
  [
    /^string:(anonymous|personal|corporate)$/,
    'cashReceiptType',
    dev && '"anonymous", "personal" or "corporate"',
  ],
  [/^string:.{1,80}$/, 'customerUid', dev && 'a string of 1 to 80 characters'],
]

/** Which pay methods an option belongs to. */
const owners: readonly Rule[] = [
  [
    /^card$/,
    'cardCompanies cardDirect interestFreeMonths appCard useCardPoint internationalCardOnly discountCode autoDiscount',
    dev && '"card"',
  ],
  [/^(?!(trans|vbank|phone)$)/, 'cardQuota onlyInstallment', dev && '"card" and easy pay'],
  [/^(trans|vbank)$/, 'culturalExpense cashReceiptType', dev && '"trans" and "vbank"'],
  [/^vbank$/, 'vbankDue', dev && '"vbank"'],
  [/^phone$/, 'digital', dev && '"phone"'],
]

/** `requestParams` may not touch these: the confirmation, the return page or the kind of call rests on them. */
const ownFields = /^(merchant_uid|amount|currency|customer_uid|m_redirect_url)$/

/** The rules of how an order is paid that are not about cards. */
export function checkOptions(order: Order, options: PaymentOptions & Partial<BillingOptions>): void {
  const given = options as Record<string, unknown>
  const { payMethod = 'card', customerUid, vbankDue, noticeUrl, requestParams } = options
  const legacy = moduleOf(options) === 'uplus'
  checkPayMethod(payMethod, legacy)
  refuseUnless(
    payMethod !== 'phone' || typeof given.digital === 'boolean',
    'DIGITAL_REQUIRED',
    dev &&
      (() =>
        `digital is ${showGiven(given.digital)} with payMethod "phone". A boolean is required: the carrier's fee depends on it. Pass true for non-physical goods, else false.`),
  )
  for (const [form, names, words] of forms) {
    for (const name of names.split(' ')) {
      const value = given[name]
      refuseUnless(
        value == null || form.test(`${typeof value}:${String(value)}`),
        'INVALID_OPTIONS',
        dev && (() => `${name} is ${showGiven(value)}. Allowed: ${words}. Correct it or leave it out.`),
      )
    }
  }
  for (const [owner, names, words] of owners) {
    for (const name of names.split(' ')) {
      refuseUnless(
        given[name] == null || owner.test(payMethod),
        'INVALID_OPTIONS',
        dev &&
          (() => `${name} was given with payMethod "${payMethod}". Allowed with: ${words}. Leave it out.`),
      )
    }
  }
  refuseUnless(
    customerUid == null || !legacy,
    'INVALID_OPTIONS',
    dev &&
      (() =>
        'customerUid was given with the legacy module. Billing keys are issued by the new module only. Use pg="tosspayments", or a channel of that module.'),
  )
  refuseUnless(
    customerUid == null || payMethod === 'card',
    'INVALID_PAY_METHOD',
    dev &&
      (() =>
        `customerUid was given with payMethod "${payMethod}". A billing key takes a card only. Use "card".`),
  )
  refuseUnless(
    order.products == null || (options.escrow && !legacy),
    'INVALID_OPTIONS',
    dev &&
      (() =>
        'the order has products without escrow in the new module. Only an escrow order there takes them. Set escrow, or leave products out.'),
  )
  refuseUnless(
    noticeUrl == null || [noticeUrl].flat().every((url) => typeof url === 'string'),
    'INVALID_OPTIONS',
    dev &&
      (() =>
        `noticeUrl is ${showGiven(noticeUrl)}. An address or a list of addresses is allowed. Pass strings.`),
  )
  refuseUnless(
    requestParams == null ||
      (isRecord(requestParams) &&
        isJson(requestParams) &&
        !Object.keys(requestParams).some((field) => ownFields.test(field))),
    'INVALID_OPTIONS',
    dev &&
      (() =>
        `requestParams is ${showGiven(requestParams)}. Plain JSON without merchant_uid, amount, currency, customer_uid and m_redirect_url is allowed: those are compared or relied on afterwards. Use order.merchantUid, order.amount, order.currency, customerUid and redirectUrl.`),
  )
  if (vbankDue != null) virtualAccountDue(vbankDue)
  if (dev) warnAboutOptions(order, given, payMethod, legacy)
}

function checkPayMethod(payMethod: unknown, legacy: boolean): void {
  const easy = typeof payMethod === 'string' && easyPay.test(payMethod)
  refuseUnless(
    !legacy || !easy,
    'EASY_PAY_UNSUPPORTED',
    dev &&
      (() =>
        `payMethod is ${showGiven(payMethod)} through "uplus". The legacy Toss window supports no easy pay: card, trans, vbank, phone and gift certificates are allowed. Use pg="tosspayments"${payMethod === 'samsung' ? ' and "samsungpay"' : ''}, or that method's own channel.`),
  )
  refuseUnless(
    typeof payMethod === 'string' && (easy ? payMethod !== 'samsung' : otherMethods.test(payMethod)),
    'INVALID_PAY_METHOD',
    dev &&
      (() =>
        `payMethod is ${showGiven(payMethod)}. Allowed: card, trans, vbank, phone, cultureland, smartculture, booknlife, and in the new module kakaopay, naverpay, payco, lpay, tosspay, applepay, samsungpay, ssgpay. ${payMethod === 'samsung' ? 'Use "samsungpay": the new module spells it so.' : 'Use one of them.'}`),
  )
}

/** What the gateway would quietly ignore or refuse. */
function warnAboutOptions(
  { amount, currency }: Order,
  options: Record<string, unknown>,
  payMethod: string,
  legacy: boolean,
): void {
  const minimum = { card: 100, trans: 200 }[payMethod] ?? 0
  if (amount < minimum && (currency ?? 'KRW') === 'KRW' && options.customerUid == null) {
    warnDeveloper(
      `amount is ${amount}; Toss takes "${payMethod}" from ${minimum} won. Expect BELOW_MINIMUM_AMOUNT.`,
    )
  }
  const ignored = legacy
    ? 'useCardPoint internationalCardOnly discountCode culturalExpense cashReceiptType'
    : 'autoDiscount'
  for (const name of ignored.split(' ')) {
    if (options[name] != null) {
      warnDeveloper(
        `${name} is documented for the ${legacy ? 'new' : 'legacy'} module only; this one will ignore it.`,
      )
    }
  }
}
