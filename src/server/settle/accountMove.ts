import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { depositDeadline, waitsUntil } from './depositDeadline.js'
import { type OrderMove, recordChange, recordMove } from './orderMove.js'

/** A fitting virtual account waits for its deposit. The order has no money, or rests on this payment and its bank took it back. */
export function accountMove(order: CheckoutOrder, payment: Payment, now: Date): OrderMove | null {
  const { impUid, vbankDate } = payment
  if (order.status === 'paid') return takenBack(order, payment)
  const end = waitsUntil(vbankDate)
  if (end && end <= now) return null
  if (order.status === 'awaiting-deposit') {
    if (order.impUid === impUid) return recordMove(order, payment)
    // Of several accounts the order waits on the one that can be paid longest.
    if (!isLater(vbankDate, depositDeadline(order), impUid, order.impUid)) return null
  }
  return {
    change: { status: 'awaiting-deposit', impUid, failReason: null, ...recordChange(order, payment) },
    events: [{ key: `awaiting-deposit:${impUid}`, impUid, happening: { kind: 'awaiting-deposit' } }],
  }
}

/** The bank took the deposit of the payment the order rests on back. */
export function takenBack(order: CheckoutOrder, payment: Payment): OrderMove {
  const { impUid } = payment
  const depositRound = order.depositRound + 1
  return {
    change: { status: 'awaiting-deposit', depositRound, ...recordChange(order, payment) },
    events: [
      {
        key: `deposit-rolled-back:${depositRound}`,
        impUid,
        happening: { kind: 'deposit-rolled-back' },
      },
    ],
  }
}

function isLater(due: Date | null, other: Date | null, impUid: string, otherUid: string | null): boolean {
  const [a, b] = [due?.getTime() ?? 0, other?.getTime() ?? 0]
  return a === b ? impUid > String(otherUid) : a > b
}
