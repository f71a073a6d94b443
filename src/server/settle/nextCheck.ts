import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { SettlementSettings } from './settingsOf.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

type Spans = Pick<SettlementSettings<unknown, unknown>, 'abandonAfter' | 'watchFor'>

/** The rhythm of an order that waits for money: about half its age, at least a minute, at most six hours. */
function soon({ createdAt }: Pick<CheckoutOrder, 'createdAt'>, now: Date): number {
  const half = (now.getTime() - createdAt.getTime()) / 2
  return Math.min(Math.max(half, MINUTE), 6 * HOUR)
}

/**
 * How long an order was left alone, ms. It grows from one look to the next and needs no place of its own: whoever sets
 * `checkAt` moves `updatedAt`.
 */
export function waitBefore({ checkAt, updatedAt }: CheckoutOrder): number {
  return checkAt ? Math.max(checkAt.getTime() - updatedAt.getTime(), 0) : 0
}

/**
 * Whether something new begins the rhythm again. Not once `watchFor` is over: an order that reads differently every time
 * would be asked about for ever.
 */
export function restartsRhythm({ record }: CheckoutOrder, now: Date, { watchFor }: Spans): boolean {
  return now.getTime() - (record?.paidAt ?? now.getTime() / 1000) * 1000 < watchFor
}

/**
 * When the gateway is asked about an order again though nobody calls; null when there is nothing left to ask. An order
 * that waits is always asked about, one that failed for `abandonAfter` ms after it was made: a later attempt may pay it.
 *
 * One that is paid may be refunded in the console, or by a call of ours whose answer was lost, while the webhook is lost,
 * too: it is asked about for `watchFor` ms after it was paid. First after an hour, or a minute after a refund was asked
 * for, then each time after twice as long; at least once a day for two weeks, and once a week from then on. What is learnt
 * after that begins nothing again, so that it ends within three days of `watchFor`. A refund that was asked for is looked
 * after beyond `watchFor` until the waits are a day long. Once it is refunded only a second payment can come.
 *
 * @param waited how long it was left alone before this look; 0 when something new is known, and the rhythm begins again
 */
export function nextCheck(order: CheckoutOrder, now: Date, spans: Spans, waited = 0): Date | null {
  const { status, createdAt, record } = order
  const paidAt = (record?.paidAt ?? 0) * 1000
  const age = (start: number) => now.getTime() - start
  const after = (wait: number) => new Date(now.getTime() + wait)
  const later = Math.min(waited > 0 ? 2 * waited : HOUR, age(paidAt) < 2 * WEEK ? DAY : WEEK)
  switch (status) {
    case 'pending':
    case 'awaiting-deposit':
      return after(soon(order, now))
    case 'failed':
      return age(createdAt.getTime()) < spans.abandonAfter ? after(soon(order, now)) : null
    case 'refunded':
      return age(paidAt) < spans.abandonAfter ? after(later) : null
    case 'paid':
    case 'partly-refunded': {
      if (age(paidAt) >= spans.watchFor && waited >= DAY) return null
      // Its bank may take a deposit back, and goods should stop then.
      const isFreshDeposit = record?.payMethod === 'vbank' && age(paidAt) < spans.abandonAfter
      return after(status === 'paid' && isFreshDeposit ? Math.min(later, soon(order, now)) : later)
    }
  }
}
