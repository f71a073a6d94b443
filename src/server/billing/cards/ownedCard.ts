import { OrderStoreError } from '../../orders/OrderStoreError.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import type { StoredCard } from '../subscription.js'

/** A customer's own card. Raises `NO_CARD`, `NOT_YOURS`. */
export async function ownedCard(
  { subscriptions }: BillingParts,
  customerId: string,
  customerUid: string,
): Promise<StoredCard> {
  const card = await subscriptions.findCard(customerUid)
  if (!card) throw new BillingError('NO_CARD', `card "${customerUid}"`)
  if (card.customerId !== customerId) throw new BillingError('NOT_YOURS', `card "${customerUid}"`)
  return card
}

/** A card that can be charged. Raises `CARD_NOT_REGISTERED` besides. */
export async function chargeableCard(
  parts: BillingParts,
  customerId: string,
  customerUid: string,
): Promise<StoredCard> {
  const card = await ownedCard(parts, customerId, customerUid)
  if (card.status !== 'registered') throw new BillingError('CARD_NOT_REGISTERED', `card "${customerUid}"`)
  return card
}

/** Runs what has a card charged from now on. Raises `CARD_NOT_REGISTERED` when it was deleted since it was looked at. */
export async function whileChargeable<T>(
  parts: BillingParts,
  customerId: string,
  customerUid: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof OrderStoreError && thrown.code === 'ILLEGAL_CHANGE') {
      await chargeableCard(parts, customerId, customerUid)
    }
    throw thrown
  }
}
