import type { CheckoutOrder, OrderStatus } from '../orders/checkoutOrder.js'
import type { NewOrderEvent } from '../orders/orderEvent.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { type OrderMove, recordChange, recordMove } from './orderMove.js'

/** Money for an order that had none. What was given back before anybody looked is told too; a full refund, alone. */
export function paidMove(order: CheckoutOrder, payment: Payment): OrderMove {
  const { impUid } = payment
  const { status, cancelAmount } = afterRefunds(order, payment)
  const again = order.depositRound > 0
  const paid: NewOrderEvent = {
    key: `paid:${order.depositRound}`,
    impUid,
    happening: { kind: 'paid', again },
  }
  return {
    change: { status, impUid, cancelAmount, failReason: null, ...recordChange(order, payment) },
    events: [...(status === 'refunded' ? [] : [paid]), ...refunds(payment, 0, cancelAmount)],
  }
}

/** More was given back of the payment the order rests on. */
export function refundMove(order: CheckoutOrder, payment: Payment): OrderMove | null {
  const { status, cancelAmount } = afterRefunds(order, payment)
  // Read before a refund that is booked already.
  if (cancelAmount < order.cancelAmount) return null
  if (cancelAmount === order.cancelAmount) return recordMove(order, payment)
  return {
    change: { status, cancelAmount, ...recordChange(order, payment) },
    events: refunds(payment, order.cancelAmount, cancelAmount),
  }
}

function afterRefunds(
  { amount }: CheckoutOrder,
  payment: Payment,
): { status: OrderStatus; cancelAmount: number } {
  const cancelAmount = Math.min(Math.max(payment.cancelAmount, 0), amount)
  const status = cancelAmount === 0 ? 'paid' : cancelAmount < amount ? 'partly-refunded' : 'refunded'
  return { status, cancelAmount }
}

/**
 * What was given back between `from` and `to`, won: each refund by its own id, and without one what the history does not
 * explain (yet). A refund that was told before its id was known is not told again. Together they are always `to - from`.
 */
function refunds({ impUid, cancelHistory }: Payment, from: number, to: number): NewOrderEvent[] {
  const events: NewOrderEvent[] = []
  const inOrder = [...cancelHistory].sort((a, b) => Number(a.cancelledAt) - Number(b.cancelledAt))
  let explained = 0
  for (const { cancellationId, amount } of inOrder) {
    const start = Math.max(explained, from)
    explained = Math.min(explained + amount, to)
    tell(start, explained, cancellationId, explained - start === amount)
  }
  tell(Math.max(explained, from), to, null, false)
  return events

  function tell(start: number, end: number, cancellationId: string | null, whole: boolean): void {
    if (end <= start) return
    const key = `refunded:${whole ? cancellationId : `${impUid}:${end}`}`
    const happening = { kind: 'refunded' as const, amount: end - start, cancellationId }
    events.push({ key, impUid, happening })
  }
}
