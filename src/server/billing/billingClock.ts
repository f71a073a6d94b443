import type { BillingOptions } from './billing.types.js'

/** What time it is, for everybody who works on the same subscriptions. */
export interface BillingClock {
  now(): Date
  /** Asks the database, where that is the clock. Never throws: a database that cannot be asked says so by itself. */
  follow(): Promise<void>
}

/** ms a comparison holds: two servers' crystals part by less than a ms in it. */
const HOLDS = 30_000
/** ms by which the wall clock and the one that nobody sets may part before neither is trusted. */
const APART = 1_000

/**
 * The merchant's `now` where there is one, else the database's clock: leases and due times of several servers are one
 * clock's then, however wrong their own are. Between two comparisons time is counted by a clock that nobody sets. That one
 * may stand still while a machine is suspended, which the wall clock gives away.
 */
export function billingClock({
  now,
  subscriptions,
}: Pick<BillingOptions, 'now' | 'subscriptions'>): BillingClock {
  if (now) return { now, follow: async () => {} }
  let seen: { database: number; at: number; wall: number } | undefined
  return {
    now: () => new Date(seen ? seen.database + performance.now() - seen.at : Date.now()),
    follow: async () => {
      if (!subscriptions.clock) return
      const asked = { at: performance.now(), wall: Date.now() }
      const isApart = seen && Math.abs(asked.wall - seen.wall - (asked.at - seen.at)) > APART
      if (seen && !isApart && asked.at - seen.at < HOLDS) return
      const database = await subscriptions.clock().catch(() => null)
      const half = (performance.now() - asked.at) / 2
      if (database) {
        seen = { database: database.getTime(), at: asked.at + half, wall: asked.wall + half }
      } else if (isApart) seen = undefined
    },
  }
}
