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
    events: [...(status === 'refunded' ? [] : [paid]), ...refunds(payment, cancelAmount)],
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
    events: refunds(payment, cancelAmount),
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

/** Every refund by its own id: the outbox leaves out those it holds. What the history does not explain has none. */
function refunds({ impUid, cancelHistory }: Payment, cancelAmount: number): NewOrderEvent[] {
  const unexplained = cancelAmount - cancelHistory.reduce((sum, { amount }) => sum + amount, 0)
  return [
    ...cancelHistory.map(({ cancellationId, amount }) => refunded(cancellationId, amount, cancellationId)),
    ...(unexplained > 0 ? [refunded(`${impUid}:${cancelAmount}`, unexplained, null)] : []),
  ]

  function refunded(name: string, amount: number, cancellationId: string | null): NewOrderEvent {
    return { key: `refunded:${name}`, impUid, happening: { kind: 'refunded', amount, cancellationId } }
  }
}
