import type { PaymentRecord } from '../../payment/paymentRecord.js'
import type { CheckoutOrder, OrderChange } from '../orders/checkoutOrder.js'
import type { NewOrderEvent } from '../orders/orderEvent.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { toPaymentRecord } from '../toPaymentRecord.js'

/** How an order moves, and what there is to tell about it. */
export interface OrderMove {
  change: OrderChange
  events: NewOrderEvent[]
}

/** Applied to the order, as far as deciding goes. */
export function moved<Details>(
  order: CheckoutOrder<Details>,
  move: OrderMove | null,
): CheckoutOrder<Details> {
  return move ? { ...order, ...move.change } : order
}

/** The payment as last read, when it says something new. */
export function recordChange(order: CheckoutOrder, payment: Payment): Pick<OrderChange, 'record'> {
  const record = toPaymentRecord(payment)
  return sameRecord(order.record, record) ? {} : { record }
}

/** Only what was learnt about the payment; null when nothing was. */
export function recordMove(order: CheckoutOrder, payment: Payment): OrderMove | null {
  const change = recordChange(order, payment)
  return change.record ? { change, events: [] } : null
}

/** A database keeps fields in an order of its own. A receipt's address may be signed anew each time: that is no news. */
function sameRecord(a: PaymentRecord | null, b: PaymentRecord): boolean {
  const told = (record: PaymentRecord) => sorted({ ...record, receiptUrl: Boolean(record.receiptUrl) })
  return a !== null && told(a) === told(b)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
