import type { CheckoutOrder } from '../orders/checkoutOrder.js'

/** How long after its deadline an account is still waited for: banks book late. ms. */
const GRACE = 24 * 60 * 60 * 1000

/** When waiting for a deposit ends; null when no deadline is known. */
export function waitsUntil(dueAt: Date | null): Date | null {
  return dueAt && new Date(dueAt.getTime() + GRACE)
}

/** Deadline of the account an order waits on; null when there is none, or it is not known. */
export function depositDeadline({ record }: CheckoutOrder): Date | null {
  const dueAt = record?.virtualAccount?.dueAt
  return dueAt ? new Date(dueAt * 1000) : null
}
