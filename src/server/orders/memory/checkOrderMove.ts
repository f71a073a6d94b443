import type { CheckoutOrder, OrderStatus } from '../checkoutOrder.js'
import { OrderStoreError } from '../OrderStoreError.js'

const onward: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: ['pending', 'awaiting-deposit', 'paid', 'partly-refunded', 'refunded', 'failed'],
  'awaiting-deposit': ['awaiting-deposit', 'paid', 'partly-refunded', 'refunded', 'failed'],
  failed: ['failed', 'awaiting-deposit', 'paid', 'partly-refunded', 'refunded'],
  paid: ['paid', 'partly-refunded', 'refunded'],
  'partly-refunded': ['partly-refunded', 'refunded'],
  refunded: ['refunded'],
}

/** The databases' trigger in code, for the store that has no database. Throws `ILLEGAL_CHANGE`. */
export function checkOrderMove(before: CheckoutOrder, after: CheckoutOrder): void {
  // No status at all: that is for the constraints to say, as in a database.
  if (!Object.hasOwn(onward, after.status)) return
  const rounds = after.depositRound - before.depositRound
  const takenBack = rounds === 1 && before.status === 'paid'
  const from = takenBack ? 'awaiting-deposit' : before.status
  const legal =
    (rounds === 0 || takenBack) &&
    onward[from].includes(after.status) &&
    after.cancelAmount >= before.cancelAmount &&
    (after.impUid === before.impUid || !['paid', 'partly-refunded', 'refunded'].includes(from))
  if (legal) return
  const how = `from ${before.status} to ${after.status}`
  throw new OrderStoreError('ILLEGAL_CHANGE', `order "${before.merchantUid}" ${how}`)
}
