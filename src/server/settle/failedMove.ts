import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { type OrderMove, recordChange } from './orderMove.js'

/** An attempt came to nothing. It fails an order that has nothing better: no money, and no other account it waits on. */
export function failedMove(order: CheckoutOrder, payment: Payment): OrderMove | null {
  const { impUid, status, failReason, cancelReason } = payment
  const waitsOnThis = order.status === 'awaiting-deposit' && order.impUid === impUid
  if (order.status !== 'pending' && !waitsOnThis) return null
  const reason =
    (status === 'failed' ? failReason : cancelReason) || (status === 'failed' ? 'declined' : 'revoked')
  return {
    change: { status: 'failed', failReason: reason, ...recordChange(order, payment) },
    events: [
      { key: `failed:${impUid}:${order.depositRound}`, impUid, happening: { kind: 'failed', reason } },
    ],
  }
}
