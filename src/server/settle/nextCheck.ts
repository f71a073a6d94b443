import type { CheckoutOrder } from '../orders/checkoutOrder.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONGEST = 6 * HOUR

/** The sweep's rhythm: about half the order's age, at least a minute, at most six hours. */
export function soon({ createdAt }: Pick<CheckoutOrder, 'createdAt'>, now: Date): Date {
  const half = (now.getTime() - createdAt.getTime()) / 2
  return new Date(now.getTime() + Math.min(Math.max(half, MINUTE), LONGEST))
}

/** The rhythm of an order that is paid: what a lost webhook hides then is never urgent, but for a deposit. */
function later(order: CheckoutOrder, now: Date): Date {
  return new Date(Math.max(soon(order, now).getTime(), now.getTime() + HOUR))
}

/**
 * When the gateway is asked about an order again though nobody calls; null when there is nothing left to ask. An order
 * that waits is always asked about. One that failed may be paid by a later attempt, for `abandonAfter` ms after it was
 * made. One that is paid may be paid twice or refunded in the console while the webhook is lost, and its deposit may be
 * taken back: it is asked about for `abandonAfter` ms after it was paid.
 */
export function nextCheck(order: CheckoutOrder, now: Date, abandonAfter: number): Date | null {
  const { status, createdAt, record } = order
  switch (status) {
    case 'pending':
    case 'awaiting-deposit':
      return soon(order, now)
    case 'failed':
      return isWithin(createdAt.getTime()) ? soon(order, now) : null
    case 'paid':
    case 'partly-refunded':
    case 'refunded':
      if (!isWithin((record?.paidAt ?? 0) * 1000)) return null
      return status === 'paid' && record?.payMethod === 'vbank' ? soon(order, now) : later(order, now)
  }

  function isWithin(start: number): boolean {
    return now.getTime() < start + abandonAfter
  }
}
