import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { lastPaidAt } from '../charges/lastPaidAt.js'
import { tendOrReport } from '../charges/tendSubscription.js'
import { laterOf, periodChargeTime, wholeSeconds } from '../chargeTimes.js'
import type { SubscriptionChange } from '../SubscriptionStore.js'
import type { Subscription } from '../subscription.js'
import { changeSubscription } from './changeSubscription.js'

/** What a customer may ask of a subscription. Each answers it as it stands when everything that follows was tried. */
export type Steering = 'pause' | 'resume' | 'cancel' | 'retryNow'

export async function steerSubscription(
  parts: BillingParts,
  customerId: string,
  id: string,
  steering: Steering,
): Promise<Subscription> {
  const changed = await changeSubscription(parts, customerId, id, (before) =>
    changes[steering](before, parts),
  )
  return tendOrReport(parts, changed)
}

type Change = SubscriptionChange | null
type Decide = (before: Subscription, parts: BillingParts) => Change | Promise<Change>

/** The change each makes; null when it is so already. Raises `BillingError` when it cannot be. */
const changes: Record<Steering, Decide> = {
  pause: (before) => {
    if (before.status === 'cancelled') throw new BillingError('SUBSCRIPTION_OVER', what(before))
    return before.status === 'paused' ? null : { status: 'paused', nextChargeAt: null }
  },
  resume: async (before, parts) => {
    if (before.status === 'active') return null
    if (before.status === 'cancelled') throw new BillingError('SUBSCRIPTION_OVER', what(before))
    if (before.status === 'past-due') throw new BillingError('NOT_PAUSED', what(before))
    const after = laterOf(parts.now(), await lastPaidAt(parts, before))
    return { status: 'active', attempt: 0, nextChargeAt: periodChargeTime(before, before.period, after) }
  },
  cancel: ({ status }) => (status === 'cancelled' ? null : { status: 'cancelled', nextChargeAt: null }),
  retryNow: (before, { now }) => {
    const declined = before.status === 'past-due' || (before.status === 'active' && before.attempt > 0)
    if (!declined) throw new BillingError('NOTHING_TO_RETRY', what(before))
    return { status: 'active', nextChargeAt: wholeSeconds(now()) }
  },
}

function what({ id }: Subscription): string {
  return `subscription "${id}"`
}
