import type { CheckoutOrder, OrderStatus } from '../checkoutOrder.js'
import { OrderStoreError } from '../OrderStoreError.js'

const currencies = ['KRW', 'USD', 'EUR', 'JPY']
const flags = ['amount-differs', 'currency-differs', 'second-payment', null]

/** The databases' constraints in code, for the store that has no database. Throws `INVALID_ORDER`. */
export function checkOrder(order: CheckoutOrder): void {
  const { merchantUid, name, amount, taxFree, status, impUid, cancelAmount } = order
  const broken =
    (!hasLength(merchantUid, 40) && 'merchant_uid has 1 to 40 characters') ||
    (!hasLength(name, 40) && 'name has 1 to 40 characters') ||
    (!(Number.isSafeInteger(amount) && amount > 0) && 'amount is a whole number above 0') ||
    (!(Number.isSafeInteger(taxFree) && taxFree >= 0 && taxFree <= amount) && 'tax_free is 0 to amount') ||
    (!currencies.includes(order.currency) && 'currency is KRW, USD, EUR or JPY') ||
    (!flags.includes(order.flag) && 'flag is one of the list') ||
    (!fitsStatus(status, cancelAmount, amount) && 'cancel_amount fits the status') ||
    (impUid === null && !['pending', 'failed'].includes(status) && 'this status rests on a payment') ||
    (![order.sessionHash, order.tokenHash].every(isHash) && 'hashes are SHA-256 in hex')
  if (broken) throw new OrderStoreError('INVALID_ORDER', `order "${merchantUid}" (${broken})`)
}

/** Characters as PostgreSQL counts them. */
function hasLength(text: string, most: number): boolean {
  const length = [...text].length
  return length >= 1 && length <= most
}

function isHash(text: string | null): boolean {
  return text === null || /^[0-9a-f]{64}$/.test(text)
}

function fitsStatus(status: OrderStatus, cancelAmount: number, amount: number): boolean {
  switch (status) {
    case 'partly-refunded':
      return cancelAmount > 0 && cancelAmount < amount
    case 'refunded':
      return cancelAmount === amount
    case 'pending':
    case 'awaiting-deposit':
    case 'paid':
    case 'failed':
      return cancelAmount === 0
    default:
      return false
  }
}
