import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { accountMove } from './accountMove.js'
import { failedMove, revokedMove } from './failedMove.js'
import { misfitMove, misfitOf } from './misfitMove.js'
import type { OrderMove } from './orderMove.js'
import { paidMove, refundMove } from './paidMove.js'
import { cameToNothing, hasAccount, heldOf, wasPaid } from './paymentMoney.js'

/**
 * What one payment, as the gateway holds it, means for an order; null when it is nothing new. Decides by itself, asks
 * nobody: the same answers give the same end, however often and in whatever order they come.
 *
 * - A payment of another order never counts. One that does not fit is flagged, and never pays.
 * - Money wins: whatever the order said before, a fitting payment pays it. What was paid leaves that only by a refund, or
 *   when the bank takes the deposit of this very payment back.
 * - A second payment is flagged. Attempts that failed, and windows that were left, change nothing about money.
 *
 * Give it an answer that is not older than `order`: a `ready` from before the deposit looks like one taken back.
 */
export function orderState(order: CheckoutOrder, payment: Payment, now: Date): OrderMove | null {
  if (payment.merchantUid !== order.merchantUid) return null
  const own = payment.impUid === order.impUid
  const misfit = wasPaid(payment) || hasAccount(payment) ? misfitOf(order, payment) : null
  if (misfit) return misfitMove(order, payment, misfit)
  if (wasPaid(payment)) {
    // What was given back again does not take an order away from the payment it rests on, which may still be paid.
    if (!hasMoney(order)) return !own && order.impUid && !heldOf(payment) ? null : paidMove(order, payment)
    return own ? refundMove(order, payment) : misfitMove(order, payment, 'second-payment')
  }
  if (hasMoney(order) && !(own && order.status === 'paid')) return null
  if (hasAccount(payment)) return accountMove(order, payment, now)
  if (!cameToNothing(payment)) return null
  if (!hasMoney(order)) return failedMove(order, payment)
  // A card that says so after it was paid is a late answer; only a deposit can be taken back.
  return payment.vbankNum === null ? null : revokedMove(order, payment)
}

/** Money has arrived for it, whatever was given back since. */
export function hasMoney({ status }: CheckoutOrder): boolean {
  return status === 'paid' || status === 'partly-refunded' || status === 'refunded'
}
