import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { takenBack } from './accountMove.js'
import { moved, type OrderMove, recordChange } from './orderMove.js'

/** An attempt came to nothing. It fails an order that has nothing better: no money, and no other account it waits on. */
export function failedMove(order: CheckoutOrder, payment: Payment): OrderMove | null {
  const waitsOnThis = order.status === 'awaiting-deposit' && order.impUid === payment.impUid
  return order.status === 'pending' || waitsOnThis ? failed(order, payment) : null
}

/** The deposit the order rests on was taken back and its account revoked, both before anybody looked. */
export function revokedMove(order: CheckoutOrder, payment: Payment): OrderMove {
  const back = takenBack(order, payment)
  const end = failed(moved(order, back), payment)
  return { change: { ...back.change, ...end.change }, events: [...back.events, ...end.events] }
}

function failed(order: CheckoutOrder, payment: Payment): OrderMove {
  const { impUid, status, failReason, cancelReason, customerUid } = payment
  const reason =
    (status === 'failed' ? failReason : cancelReason) || (status === 'failed' ? 'declined' : 'revoked')
  return {
    change: { status: 'failed', failReason: reason, ...recordChange(order, payment) },
    events: [
      {
        key: `failed:${impUid}:${order.depositRound}`,
        impUid,
        happening: { kind: 'failed', reason, ...(customerUid && { customerUid }) },
      },
    ],
  }
}
