import type { BillingOptions } from './billing.types.js'

/** What time it is, for everybody who works on the same subscriptions. */
export interface BillingClock {
  now(): Date
  /** Asks the database, where that is the clock. Never throws: a database that cannot be asked says so by itself. */
  follow(): Promise<void>
}

/** ms a comparison holds: two servers' crystals part by less than a ms in it. */
const HOLDS = 30_000

/**
 * The merchant's `now` where there is one, else the database's clock: leases and due times of several servers are one
 * clock's then, however wrong their own are. Between two comparisons time is counted by a clock that nobody sets.
 */
export function billingClock({
  now,
  subscriptions,
}: Pick<BillingOptions, 'now' | 'subscriptions'>): BillingClock {
  if (now) return { now, follow: async () => {} }
  let seen: { database: number; at: number } | undefined
  return {
    now: () => new Date(seen ? seen.database + performance.now() - seen.at : Date.now()),
    follow: async () => {
      const asked = performance.now()
      if (!subscriptions.clock || (seen && asked - seen.at < HOLDS)) return
      const database = await subscriptions.clock().catch(() => null)
      if (database) seen = { database: database.getTime(), at: (asked + performance.now()) / 2 }
    },
  }
}
