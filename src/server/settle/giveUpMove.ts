import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { depositDeadline, waitsUntil } from './depositDeadline.js'
import type { OrderMove } from './orderMove.js'
import { heldOf } from './paymentMoney.js'

/**
 * Ends waiting for an order nobody paid; only for an order the gateway was just asked about. `abandoned` after
 * `abandonAfter` ms, `expired` a day after the account's deadline (`abandonAfter` when it has none). Money that arrives
 * all the same still pays it. While money that does not fit is held, a person has to look first.
 */
export function giveUpMove(
  order: CheckoutOrder,
  payments: readonly Payment[],
  now: Date,
  abandonAfter: number,
): OrderMove | null {
  const abandonAt = new Date(order.createdAt.getTime() + abandonAfter)
  if (order.status === 'pending' && abandonAt <= now && !payments.some((payment) => heldOf(payment) > 0)) {
    return fail('abandoned', null, 'abandoned')
  }
  if (order.status === 'awaiting-deposit' && (waitsUntil(depositDeadline(order)) ?? abandonAt) <= now) {
    return fail('expired', order.impUid, `expired:${order.impUid}:${order.depositRound}`)
  }
  return null
}

function fail(reason: string, impUid: string | null, name: string): OrderMove {
  return {
    change: { status: 'failed', failReason: reason },
    events: [{ key: `failed:${name}`, impUid, happening: { kind: 'failed', reason } }],
  }
}
