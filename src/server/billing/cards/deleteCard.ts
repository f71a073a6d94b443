import { PortOneError } from '../../PortOneError.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { tendSubscription } from '../charges/tendSubscription.js'
import { ownedCard } from './ownedCard.js'

/** Deletes a card that nothing charges any more. Interrupted anywhere, it can be called again. */
export async function deleteCard(
  parts: BillingParts,
  customerId: string,
  customerUid: string,
): Promise<void> {
  const card = await ownedCard(parts, customerId, customerUid)
  if (card.status === 'deleted') return
  for (const subscription of await parts.subscriptions.subscriptionsOf(customerId)) {
    if (subscription.customerUid !== customerUid) continue
    // Of a cancelled one, a schedule may be left that is still to be taken back.
    const over =
      subscription.status === 'cancelled' &&
      (subscription.chargeUid === null ||
        (await tendSubscription(parts, subscription, { maySendAgain: false })).chargeUid === null)
    if (!over) throw new BillingError('CARD_IN_USE', `card "${customerUid}"`)
  }
  await deleteKey(parts, customerUid)
}

/** The gateway first: a key that is gone is found so when this is called again. */
export async function deleteKey({ client, subscriptions }: BillingParts, customerUid: string): Promise<void> {
  try {
    await client.deleteCustomer(customerUid)
  } catch (thrown) {
    if (!(thrown instanceof PortOneError && thrown.code === 'NOT_FOUND')) throw thrown
  }
  await subscriptions.changeCard(customerUid, { status: 'deleted' })
}
