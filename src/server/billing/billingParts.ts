import { guardedReport, type Report } from '../guardedReport.js'
import { createSettlement } from '../settle/createSettlement.js'
import { settingsOf } from '../settle/settingsOf.js'
import type { OrderHandlers, Settlement } from '../settle/settlement.types.js'
import type { BillingOptions, RetryPolicy } from './billing.types.js'
import { billingClock } from './billingClock.js'
import { chargeHandlers } from './charges/chargeHandlers.js'
import { checkPlans } from './checkPlans.js'
import type { SubscriptionChange } from './SubscriptionStore.js'
import type { Subscription } from './subscription.js'

/** Order handlers that billing brings. */
export type ChargeHandlers = Required<Pick<OrderHandlers, 'onPaid' | 'onFailed'>>

/** What every piece of billing stands on. The merchant's details and transactions pass through it unseen. */
export interface BillingParts
  extends Pick<BillingOptions, 'client' | 'orders' | 'subscriptions' | 'plans' | 'channelKey'> {
  readonly drive: 'gateway' | 'worker'
  /** What the settlement does with payments of a test channel. */
  readonly testPayments: 'accept' | 'refuse'
  /** ms. */
  readonly lease: number
  /** Settles charges; hands nothing out. */
  readonly settlement: Settlement
  readonly handlers: ChargeHandlers
  now(): Date
  /** Sets `now` by the clock that all servers share, before it is relied on. Never throws. */
  follow(): Promise<void>
  /** Failures that nobody waits for. Never throws. */
  readonly report: Report
  /** Compare-and-set; null when somebody else was first. */
  advance(before: Subscription, change: SubscriptionChange): Promise<Subscription | null>
  /** When whoever begins to work on a subscription now must be done. */
  leaseEnd(): Date
}

const TEN_MINUTES = 600_000
const SHORTEST_LEASE = 60_000

/** Fills in the defaults. Raises `TypeError` for options that cannot work. */
export function billingParts(options: BillingOptions): BillingParts {
  const { client, orders, subscriptions, plans, channelKey, drive = 'gateway', lease = TEN_MINUTES } = options
  const { abandonAfter } = options
  checkPlans(plans)
  const retry = checkRetry(options.retry ?? { days: [1, 3, 5] })
  if (!(lease >= SHORTEST_LEASE)) {
    throw new TypeError(`createBilling: lease is ${lease}; ms, ${SHORTEST_LEASE} and more, are allowed.`)
  }
  const { now, follow } = billingClock(options)
  const report = guardedReport(options.onError)
  const settling = { client, orders, testPayments: options.testPayments, abandonAfter, onError: report, now }
  const { testPayments } = settingsOf(settling)
  return {
    ...{ client, orders, subscriptions, plans, channelKey, drive, lease, testPayments, now, follow, report },
    settlement: createSettlement(settling),
    handlers: chargeHandlers({ ...options, drive, retry, now, report }),
    advance: (before, change) => subscriptions.advanceSubscription(before, change, now()),
    leaseEnd: () => new Date(now().getTime() + lease),
  }
}

function checkRetry(retry: RetryPolicy): RetryPolicy {
  const wrong = retry.days.find((days) => !(Number.isSafeInteger(days) && days >= 1 && days <= 365))
  if (wrong === undefined) return retry
  throw new TypeError(`createBilling: retry.days has ${wrong}; whole days from 1 to 365 are allowed.`)
}
