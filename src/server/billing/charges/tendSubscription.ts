import { BillingError } from '../BillingError.js'
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

/** ms after which somebody looks again whether a charge that is not wanted any more could be taken back. */
const SOON = 30_000

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
    return reportUntended(parts, subscription, thrown)
  }
}

/**
 * Tending was cut off. Where nothing is to be charged any more, the next round takes back what is still out there: waiting
 * for the lease to end would let a schedule come due, and looking is safe whoever holds it, since nothing is sent.
 */
export async function reportUntended(
  parts: BillingParts,
  { id }: Subscription,
  thrown: unknown,
): Promise<Subscription> {
  parts.report(thrown, `subscription ${id}`)
  const present = await parts.subscriptions.findSubscription(id)
  if (!present) throw new BillingError('NO_SUBSCRIPTION', `subscription "${id}"`)
  const isOut = present.status !== 'active' && present.chargeUid !== null
  const checkAt = new Date(parts.now().getTime() + SOON)
  return (isOut && (await parts.advance(present, { checkAt }))) || present
}
