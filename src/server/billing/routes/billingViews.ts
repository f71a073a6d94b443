import type { Subscription } from '../subscription.js'
import type { SubscriptionView } from './billingRoutes.types.js'

/** Without what is the kit's own: numbers, versions, leases. */
export function toSubscriptionView(subscription: Subscription): SubscriptionView {
  const { id, customerUid, plan, status, period, attempt, nextChargeAt, chargeUid, createdAt } = subscription
  return {
    ...{ id, customerUid, plan, status, period, attempt },
    nextChargeAt: nextChargeAt && toSeconds(nextChargeAt),
    chargeIsOut: chargeUid !== null,
    createdAt: toSeconds(createdAt),
  }
}

function toSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
