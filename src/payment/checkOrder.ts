import { checkCardOptions } from './checkCardOptions.js'
import { checkOptions } from './checkOptions.js'
import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { isJson, isRecord } from './plainData.js'
import { orRefuse, refuseUnless } from './refuseUnless.js'
import { showGiven } from './showGiven.js'
import { moduleOf } from './tossModule.js'
import { warnDeveloper } from './warnDeveloper.js'
import { isWon } from './won.js'

const dev = process.env.NODE_ENV !== 'production'

/** Where the window is about to open. */
export interface PaymentPlace {
  /** Will the window take the whole page, so that only `redirectUrl` brings the buyer back? */
  phone: boolean
  /** The provider's, when the options have none. */
  redirectUrl?: string
}

/**
 * Checks an order and its options before any window opens, by the rules the types state and those they cannot. Takes
 * anything and throws nothing but `PaymentError`; what only a developer should know is a console warning in
 * development. The gateway itself checks amounts and order numbers and little else.
 */
export function checkPayment(
  order: Order,
  options: PaymentOptions & Partial<BillingOptions>,
  { phone, redirectUrl }: PaymentPlace,
): void {
  orRefuse(() => {
    refuseUnless(
      isRecord(order),
      'ORDER_UNAVAILABLE',
      dev &&
        (() =>
          `the order is ${showGiven(order)}. An object {merchantUid, name, amount} is allowed. Pass one.`),
    )
    refuseUnless(
      isRecord(options ?? {}),
      'INVALID_OPTIONS',
      dev &&
        (() => `the options are ${showGiven(options)}. An object is allowed. Pass one, or leave them out.`),
    )
    const given: Partial<BillingOptions> & PaymentOptions = options ?? {}
    checkOrder(order, given.customerUid != null, moduleOf(given) === 'uplus')
    checkOptions(order, given)
    checkCardOptions(order, given)
    refuseUnless(
      !phone || given.redirectUrl || redirectUrl,
      'REDIRECT_URL_REQUIRED',
      dev &&
        (() =>
          'this is a phone and there is no redirectUrl. Phones leave the page to pay and come back by URL only. Set redirectUrl on the provider, such as "/checkout/complete".'),
    )
  })
}

function checkOrder(order: Order, billing: boolean, legacy: boolean): void {
  const { merchantUid, name, amount, currency, products, customData } = order
  refuseUnless(
    typeof merchantUid === 'string' && merchantUid.trim() && merchantUid.length <= 40,
    'INVALID_MERCHANT_UID',
    dev &&
      (() =>
        `merchantUid is ${showGiven(merchantUid)}. A string of 1 to 40 characters is allowed. Let your server make a new order number for every attempt.`),
  )
  refuseUnless(
    typeof name === 'string' && name.trim(),
    'INVALID_NAME',
    dev &&
      (() => `name is ${showGiven(name)}. A text of 1 to 40 characters is allowed. Pass the order's name.`),
  )
  refuseUnless(
    isWon(amount) && (amount || billing),
    'INVALID_AMOUNT',
    dev &&
      (() =>
        `amount is ${showGiven(amount)}. A whole number above 0 is allowed, below 2^53; 0 only when registering a card. ${
          Number(amount) > 0
            ? `Pass a number: ${Math.round(Number(amount))}.`
            : 'Pass the price in won, tax included.'
        }`),
  )
  for (const part of ['taxFree', 'vatAmount'] as const) {
    refuseUnless(
      order[part] == null || (isWon(order[part]) && order[part] <= amount),
      'INVALID_AMOUNT',
      dev &&
        (() =>
          `${part} is ${showGiven(order[part])}. A whole number from 0 to the amount (${amount}) is allowed. Correct it or leave it out.`),
    )
  }
  refuseUnless(
    currency == null || (legacy ? ['KRW'] : ['KRW', 'USD', 'EUR', 'JPY']).includes(currency),
    'INVALID_OPTIONS',
    dev &&
      (() =>
        `currency is ${showGiven(currency)}. ${legacy ? 'The legacy module takes KRW only' : 'KRW, USD, EUR and JPY are allowed'}. Change it or leave it out.`),
  )
  for (const part of ['buyer', 'period'] as const) {
    const texts: unknown = order[part]
    refuseUnless(
      texts == null ||
        (isRecord(texts) && Object.values(texts).every((text) => text == null || typeof text === 'string')),
      'INVALID_OPTIONS',
      dev &&
        (() =>
          `${part} is ${showGiven(texts)}. An object of texts is allowed. Pass strings, and leave out what you do not know.`),
    )
  }
  refuseUnless(
    customData === undefined || isJson(customData),
    'INVALID_OPTIONS',
    dev &&
      (() =>
        `customData is ${showGiven(customData)}. Anything JSON is allowed: no cycles, functions or BigInt. Pass plain data.`),
  )
  refuseUnless(
    products == null || (Array.isArray(products) && products.every(isRecord) && isJson(products)),
    'INVALID_OPTIONS',
    dev &&
      (() => `products is ${showGiven(products)}. An array of objects is allowed. Pass the escrow items.`),
  )
  if (dev) warnAboutOrder(order)
}

/** What would get through PortOne and may fail behind it. */
function warnAboutOrder({ merchantUid, name, buyer }: Order): void {
  if (!/^[\w-]{6,64}$/.test(merchantUid)) {
    warnDeveloper(
      `merchantUid "${merchantUid}" is taken by PortOne, but Toss documents 6 to 64 of A-Z a-z 0-9 _ -. Use an order number of that form.`,
    )
  }
  if (name.length > 40) {
    warnDeveloper(
      `name has ${name.length} characters; PortOne documents at most 40 (Toss 100). Shorten "${name.slice(0, 40)}…".`,
    )
  }
  const limits = { name: 16, email: 64, tel: 16, addr: 128, postcode: 8 } as const
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    const { length = 0 } = buyer?.[field] ?? ''
    if (length > limit) {
      warnDeveloper(`buyer.${field} has ${length} characters; the gateway stores ${limit}. Shorten it.`)
    }
  }
}
