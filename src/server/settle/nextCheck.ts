import type { CheckoutOrder } from '../orders/checkoutOrder.js'

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

/** The sweep's rhythm: about half the order's age, at least a minute, at most six hours. */
export function soon({ createdAt }: Pick<CheckoutOrder, 'createdAt'>, now: Date): Date {
  const half = (now.getTime() - createdAt.getTime()) / 2
  return new Date(now.getTime() + Math.min(Math.max(half, MINUTE), LONGEST))
}

/**
 * When the gateway is asked about an order again though nobody calls; null when there is nothing left to ask. An order
 * that waits is always asked about. One that failed may be paid by a later attempt, and a deposit may be taken back: they
 * are asked about until `abandonAfter` ms after they were made, and paid. Everything else has a webhook.
 */
export function nextCheck(order: CheckoutOrder, now: Date, abandonAfter: number): Date | null {
  switch (order.status) {
    case 'pending':
    case 'awaiting-deposit':
      return soon(order, now)
    case 'failed':
      return now.getTime() < order.createdAt.getTime() + abandonAfter ? soon(order, now) : null
    case 'paid': {
      const { payMethod, paidAt = 0 } = order.record ?? {}
      const recent = now.getTime() < paidAt * 1000 + abandonAfter
      return payMethod === 'vbank' && recent ? soon(order, now) : null
    }
    case 'partly-refunded':
    case 'refunded':
      return null
  }
}
