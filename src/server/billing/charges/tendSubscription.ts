import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { arrangeCharge } from './arrangeCharge.js'
import { pursueCharge } from './pursueCharge.js'

/** What whoever tends a subscription may do. */
export interface TendRights {
  /**
   * May a charge that the gateway knows nothing of be sent again, under its own number? Only for whoever holds the
   * subscription by `claimDue`: its last holder is dead then, or done.
   */
  maySendAgain: boolean
  /** After this nothing is sent any more: the lease is nearing its end. */
  until: Date
}

/** Of anything that is decided, each step leaves less to do. */
const MOST_STEPS = 12

/**
 * Brings a subscription and the gateway together: finds out what became of the number that is out there, takes back what is
 * not wanted any more, charges what is due and schedules what is not. Everything is worked out anew from what the database
 * and the gateway say, so that it does not matter where the one before was cut off. Answers how it stands afterwards.
 *
 * Raises what the client and the stores raise; the subscription is looked at again when its `checkAt` comes.
 */
export async function tendSubscription(
  parts: BillingParts,
  subscription: Subscription,
  { maySendAgain }: Pick<TendRights, 'maySendAgain'>,
): Promise<Subscription> {
  const rights = { maySendAgain, until: new Date(parts.now().getTime() + parts.lease / 2) }
  let present = subscription
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: Subscription | null =
      present.chargeUid === null
        ? await arrangeCharge(parts, present, rights)
        : await pursueCharge(parts, present, present.chargeUid, rights)
    if (!next) break
    present = next
  }
  return (await parts.subscriptions.findSubscription(subscription.id)) ?? present
}

/** For those who asked for something else that is done already: what goes wrong is reported, and made good by a round. */
export async function tendOrReport(parts: BillingParts, subscription: Subscription): Promise<Subscription> {
  try {
    return await tendSubscription(parts, subscription, { maySendAgain: false })
  } catch (thrown) {
    parts.report(thrown, `subscription ${subscription.id}`)
    return (await parts.subscriptions.findSubscription(subscription.id)) ?? subscription
  }
}
