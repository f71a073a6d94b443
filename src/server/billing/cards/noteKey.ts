import type { BillingKey } from '../../rest/subscribe/billingKey.types.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import type { StoredCard } from '../subscription.js'
import { deleteKey } from './deleteCard.js'
import { storedCardOf } from './storedCardOf.js'

const MOST_ROUNDS = 8

/**
 * Writes down that a card is registered, whoever else was about to. Null when it was deleted while it was on its way to the
 * gateway: its key is deleted, too.
 */
export async function noteKey(
  parts: BillingParts,
  before: StoredCard,
  key: BillingKey,
): Promise<StoredCard | null> {
  const { subscriptions, now } = parts
  const { customerUid } = before
  let present: StoredCard | null = before
  for (let round = 0; present && round < MOST_ROUNDS; round++) {
    const { status } = present
    if (status === 'registered') return present
    if (status === 'deleting' || status === 'deleted') {
      await deleteKey(parts, customerUid)
      return null
    }
    const stored = storedCardOf(key, now())
    const registered = await subscriptions.changeCard(present, { status: 'registered', ...stored })
    if (registered) return registered
    present = await subscriptions.findCard(customerUid)
  }
  throw new BillingError('CONTENDED', `card "${customerUid}"`)
}
