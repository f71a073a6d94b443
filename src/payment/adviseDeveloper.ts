import type { PaymentErrorCode } from './PaymentError.js'
import { showGiven } from './showGiven.js'

/** Which fields a rule is about, what is allowed, and what to do. Left out of production builds. */
const byCode: Partial<Record<PaymentErrorCode, readonly [fields: string, advice: string]>> = {
  ORDER_UNAVAILABLE: ['order', 'An object {merchantUid, name, amount} is allowed. Pass one.'],
  INVALID_MERCHANT_UID: [
    'merchantUid',
    'A string of 1 to 40 characters is allowed. Let your server make a new order number for every attempt.',
  ],
  INVALID_NAME: ['name', "A text of 1 to 40 characters is allowed. Pass the order's name."],
  INVALID_AMOUNT: [
    'amount taxFree vatAmount',
    'A whole number of won above 0 and below 2^53 is allowed (0 only when registering a card), never a string; taxFree and vatAmount are parts of it. Pass the price with tax as a number.',
  ],
  INVALID_PAY_METHOD: [
    'payMethod customerUid',
    'Allowed: card, trans, vbank, phone, cultureland, smartculture, booknlife, and in the new module kakaopay, naverpay, payco, lpay, tosspay, applepay, samsungpay (not "samsung") and ssgpay; with customerUid card alone. Use one of them.',
  ],
  EASY_PAY_UNSUPPORTED: [
    'payMethod pg module',
    'The legacy Toss window ("uplus") supports no easy pay: card, trans, vbank, phone and gift certificates are allowed. Use pg="tosspayments" (Samsung Pay is "samsungpay" there), or the method\'s own channel.',
  ],
  UNKNOWN_CARD_COMPANY: [
    'cardCompanies cardDirect interestFreeMonths',
    'A code in cardCompanies is allowed, as a string with its zeros ("041"). Pass one of them.',
  ],
  INVALID_CARD_QUOTA: [
    'cardQuota cardDirect interestFreeMonths',
    'Whole months are allowed, 0 for a lump sum; as a list in cardQuota, [] for a lump sum only. Pass numbers, such as [2, 3, 6] or quota: 3.',
  ],
  INSTALLMENT_BELOW_MINIMUM: [
    'amount cardDirect',
    'Installments are allowed from 50,000 won. Pass quota: 0 (lump sum) for a smaller amount.',
  ],
  INVALID_VBANK_DUE: [
    'vbankDue',
    'A deadline still to come is allowed: a Date, or YYYY-MM-DD, YYYYMMDD, YYYY-MM-DD HH:mm:ss, YYYYMMDDHHmmss or YYYYMMDDHHmm in Korean time. Pass one of these, such as "2030-12-31".',
  ],
  DIGITAL_REQUIRED: [
    'digital',
    'With payMethod "phone" a boolean is required, since the carrier\'s fee depends on it. Pass true for non-physical goods, else false.',
  ],
  REDIRECT_URL_REQUIRED: [
    'redirectUrl',
    'Phones leave the page to pay and come back by URL only. Set redirectUrl on the provider, such as "/checkout/complete".',
  ],
}

const anyString = 'A string is allowed. Correct it or leave it out.'
const flag = 'true or false is allowed. Correct it or leave it out.'
const cardFlag = 'true or false is allowed, with payMethod "card". Correct it or leave it out.'
const cardString = 'A string is allowed, with payMethod "card". Correct it or leave it out.'
const texts = 'An object of texts is allowed. Pass strings, and leave out what you do not know.'

/** The same for `INVALID_OPTIONS`, by field. */
const byField: Record<string, string> = {
  order:
    'Plain data that can be written as JSON is allowed, as everything goes to the gateway so. Pass that.',
  options: 'An object is allowed. Pass one, or leave them out.',
  currency: 'KRW is allowed; USD, EUR and JPY in the new module. Change it or leave it out.',
  buyer: texts,
  period: texts,
  customData: 'Anything JSON is allowed: no cycles, functions or BigInt. Pass plain data.',
  products:
    'An array of objects is allowed, in the new module and with escrow only. Set escrow there, or leave it out.',
  module: '"uplus" or "tosspayments" is allowed. Correct it or leave it out.',
  language: '"ko" or "en" is allowed. Correct it or leave it out.',
  customerUid:
    'A string of 1 to 80 characters is allowed, in the new module only: the legacy one issues no billing keys. Use pg="tosspayments" or a channel of that module.',
  cardCompanies:
    'Either {only: […]} or {except: […]} with a list of codes is allowed, with payMethod "card"; {only: []} would leave no card. Keep one of them.',
  cardDirect: '{code, quota} is allowed, with payMethod "card". Correct it or leave it out.',
  interestFreeMonths:
    'Months by card company are allowed, such as {"366": 5}, with payMethod "card" in the new module only. Leave it out, or use pg="tosspayments".',
  appCard: cardFlag,
  useCardPoint: cardFlag,
  internationalCardOnly: cardFlag,
  discountCode: cardString,
  autoDiscount: cardString,
  cardQuota: 'Installments are allowed with payMethod "card" and easy pay. Leave it out.',
  onlyInstallment:
    'true or false is allowed, with payMethod "card" and easy pay. Correct it or leave it out.',
  culturalExpense:
    'true or false is allowed, with payMethod "trans" and "vbank". Correct it or leave it out.',
  cashReceiptType:
    '"anonymous", "personal" or "corporate" is allowed, with payMethod "trans" and "vbank". Correct it or leave it out.',
  vbankDue: 'A deadline is allowed with payMethod "vbank". Leave it out.',
  digital: 'true or false is allowed, with payMethod "phone". Leave it out.',
  escrow: flag,
  popup: flag,
  noticeUrl: 'An address or a list of addresses is allowed. Pass strings.',
  requestParams:
    'Plain JSON is allowed, without merchant_uid, amount, currency, customer_uid and m_redirect_url (nor pay_method when a card is registered), which the kit relies on afterwards. Use order.merchantUid, order.amount, order.currency, customerUid and redirectUrl.',
}

/**
 * A message in three parts: what was given, what is allowed, what to do. For development builds.
 *
 * @param cause the field an `INVALID_OPTIONS` is about, or what was thrown while reading
 */
export function adviseDeveloper(
  code: PaymentErrorCode,
  cause: unknown,
  order: object,
  options: object,
): string {
  const [fields, advice] = byCode[code] ?? [typeof cause === 'string' ? cause : 'order', '']
  const value = (field: string): unknown => {
    try {
      const given = { ...order, ...options } as Record<string, unknown>
      return field === 'order' ? order : field === 'options' ? options : given[field]
    } catch (thrown) {
      return thrown
    }
  }
  const all = fields.split(' ')
  const given = all.filter((field, index) => !index || value(field) != null)
  const shown = given.map((field) => `${field} is ${showGiven(value(field))}`).join(', ')
  const amount = value('amount')
  const example =
    code === 'INVALID_AMOUNT' && typeof amount === 'string' && /^\d+$/.test(amount)
      ? ` Here: ${Number(amount)}.`
      : ''
  return `${shown}. ${advice || (byField[fields] ?? anyString)}${example}`
}
