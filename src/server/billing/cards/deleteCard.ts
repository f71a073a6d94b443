import { OrderStoreError } from '../../orders/OrderStoreError.js'
import { PortOneError } from '../../PortOneError.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { tendSubscription } from '../charges/tendSubscription.js'
import { ownedCard } from './ownedCard.js'

const MOST_ROUNDS = 8

/** Deletes a card that nothing charges any more. Interrupted anywhere, it can be called again. */
export async function deleteCard(
  parts: BillingParts,
  customerId: string,
  customerUid: string,
): Promise<void> {
  const { status } = await ownedCard(parts, customerId, customerUid)
  if (status === 'deleted') return
  for (const subscription of await parts.subscriptions.subscriptionsOf(customerId)) {
    // Of a cancelled one, a schedule may be left that is still to be taken back.
    const isLeft = subscription.status === 'cancelled' && subscription.chargeUid !== null
    if (isLeft && subscription.customerUid === customerUid) {
      await tendSubscription(parts, subscription, { maySendAgain: false })
    }
  }
  await deleteKey(parts, customerUid)
}

/**
 * Gives the card up in the store, so that nothing begins to charge it, then deletes its key: one that is gone is found so
 * when this is called again. Raises `CARD_IN_USE`.
 */
export async function deleteKey(parts: BillingParts, customerUid: string): Promise<void> {
  const { client, subscriptions } = parts
  await giveUpCard(parts, customerUid)
  try {
    await client.deleteCustomer(customerUid)
  } catch (thrown) {
    if (!(thrown instanceof PortOneError && thrown.code === 'NOT_FOUND')) throw thrown
  }
  await subscriptions.changeCard({ customerUid, status: 'deleting' }, { status: 'deleted' })
}

async function giveUpCard({ subscriptions }: BillingParts, customerUid: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const card = await subscriptions.findCard(customerUid)
    if (!card || card.status === 'deleting' || card.status === 'deleted') return
    try {
      if (await subscriptions.changeCard(card, { status: 'deleting' })) return
    } catch (thrown) {
      if (!(thrown instanceof OrderStoreError && thrown.code === 'ILLEGAL_CHANGE')) throw thrown
      throw new BillingError('CARD_IN_USE', `card "${customerUid}"`)
    }
  }
  throw new BillingError('CONTENDED', `card "${customerUid}"`)
}
