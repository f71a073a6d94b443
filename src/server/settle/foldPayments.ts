import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { moved, type OrderMove } from './orderMove.js'
import { orderState } from './orderState.js'
import { hasAccount, heldOf, wasPaid } from './paymentMoney.js'

/** What all attempts under one order number mean together. */
export function foldPayments(
  order: CheckoutOrder,
  payments: readonly Payment[],
  now: Date,
): OrderMove | null {
  const total: OrderMove = { change: {}, events: [] }
  let something = false
  for (const payment of byWeight(order, payments)) {
    const move = orderState(moved(order, total), payment, now)
    if (!move) continue
    something = true
    Object.assign(total.change, move.change)
    total.events.push(...move.events)
  }
  return something ? total : null
}

/**
 * The payment the order rests on first; then money that is held, the earliest first, so that whoever asks agrees which of
 * two is the second; then what was given back, accounts, and the newest of the other attempts.
 */
export function byWeight(order: CheckoutOrder, payments: readonly Payment[]): Payment[] {
  const weigh = (payment: Payment) => {
    if (payment.impUid === order.impUid) return 0
    if (heldOf(payment) > 0) return 1
    return wasPaid(payment) ? 2 : hasAccount(payment) ? 3 : 4
  }
  return [...payments].sort(
    (a, b) =>
      weigh(a) - weigh(b) ||
      Number(a.paidAt) - Number(b.paidAt) ||
      Number(b.startedAt) - Number(a.startedAt) ||
      (a.impUid < b.impUid ? -1 : 1),
  )
}
