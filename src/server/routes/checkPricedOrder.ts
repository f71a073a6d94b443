import type { Buyer, Currency } from '../../payment/order.js'
import { isJson, isRecord } from '../../payment/plainData.js'
import { showGiven } from '../../payment/showGiven.js'
import { isWon } from '../../payment/won.js'
import type { NewOrder } from '../orders/checkoutOrder.js'

/** A price with its defaults filled in. */
export type CheckedPrice<Details> = Pick<
  NewOrder<Details>,
  'name' | 'amount' | 'taxFree' | 'currency' | 'details'
> & { buyer?: Buyer }

const currencies: readonly Currency[] = ['KRW', 'USD', 'EUR', 'JPY']
const buyerFields = ['name', 'email', 'tel', 'addr', 'postcode'] as const
const NAME_LENGTH = 40
/** Control characters, and halves of characters: a database refuses the one and changes the other. */
const unprintable = /[\p{Cc}\p{Cs}]/u
const merchantUidForm = /^[A-Za-z0-9_-]{6,40}$/

/**
 * Checks what the merchant's `priceOrder` answered: a mistake there must stop the order, never change it.
 *
 * @throws Error naming the field, what was given and what is allowed
 */
export function checkPricedOrder<Details>(priced: unknown): CheckedPrice<Details> {
  if (!isRecord(priced)) throw wrong('the answer', priced, '{name, amount, …} is needed')
  const { name, amount, taxFree = 0, currency = 'KRW', details = null } = priced
  if (!isPrintable(name) || !name.trim() || name.length > NAME_LENGTH) {
    throw wrong('name', name, `1 to ${NAME_LENGTH} characters without control characters are allowed`)
  }
  if (!isWon(amount) || amount === 0) throw wrong('amount', amount, 'a whole number above 0 is allowed')
  if (!isWon(taxFree) || taxFree > amount) {
    throw wrong('taxFree', taxFree, `a whole number from 0 to the amount, ${amount}, is allowed`)
  }
  if (!isCurrency(currency)) throw wrong('currency', currency, `${currencies.join(', ')} are allowed`)
  if (!isJson(details)) {
    throw new Error(`priceOrder: details cannot be written as JSON. Pass plain data, or leave it out.`)
  }
  const buyer = checkBuyer(priced.buyer)
  return { name, amount, taxFree, currency, details: details as Details, ...(buyer && { buyer }) }
}

/** @throws Error when the merchant's own number is none that Toss takes */
export function checkMinted(merchantUid: unknown): string {
  if (typeof merchantUid === 'string' && merchantUidForm.test(merchantUid)) return merchantUid
  throw new Error(`mintMerchantUid answered ${showGiven(merchantUid)}. 6 to 40 of A-Za-z0-9_- are allowed.`)
}

function checkBuyer(buyer: unknown): Buyer | undefined {
  if (buyer === undefined || buyer === null) return undefined
  if (!isRecord(buyer)) throw wrong('buyer', buyer, '{name, email, tel, addr, postcode} is allowed')
  const checked: Buyer = {}
  for (const field of buyerFields) {
    const value = buyer[field] ?? undefined
    if (value === undefined) continue
    // Not quoted: it is somebody's.
    if (typeof value !== 'string') throw wrong(`buyer.${field}`, typeof value, 'a string is allowed')
    checked[field] = value
  }
  return checked
}

function isPrintable(text: unknown): text is string {
  return typeof text === 'string' && !unprintable.test(text)
}

function isCurrency(value: unknown): value is Currency {
  return currencies.some((currency) => currency === value)
}

function wrong(field: string, given: unknown, allowed: string): Error {
  return new Error(
    `priceOrder: ${field} is ${showGiven(given)}; ${allowed}. No order was made; correct priceOrder.`,
  )
}
