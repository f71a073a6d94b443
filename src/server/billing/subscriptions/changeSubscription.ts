import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import type { SubscriptionChange } from '../SubscriptionStore.js'
import type { Subscription } from '../subscription.js'

const MOST_ROUNDS = 8

/**
 * Changes a customer's own subscription by compare-and-set, and holds it for a lease: what follows at the gateway is made good
 * by a round when it is cut off.
 *
 * @param decide null when there is nothing to change
 */
export async function changeSubscription(
  parts: BillingParts,
  customerId: string,
  id: string,
  decide: (before: Subscription) => SubscriptionChange | null | Promise<SubscriptionChange | null>,
): Promise<Subscription> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = await parts.subscriptions.findSubscription(id)
    if (!before) throw new BillingError('NO_SUBSCRIPTION', `subscription "${id}"`)
    if (before.customerId !== customerId) throw new BillingError('NOT_YOURS', `subscription "${id}"`)
    const change = await decide(before)
    if (!change) return before
    // Never shortens the lease of somebody who holds it: they began before.
    const after = await parts.advance(before, { ...change, checkAt: parts.leaseEnd() })
    if (after) return after
  }
  throw new BillingError('CONTENDED', `subscription "${id}"`)
}
