import { type BillingKeyRecord, mintCustomerUid } from '../../../payment/billingKey.js'
import { PortOneError } from '../../PortOneError.js'
import type { BillingKey } from '../../rest/subscribe/billingKey.types.js'
import { type CardData, toCardFields } from '../../rest/subscribe/cardData.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import type { StoredCard } from '../subscription.js'
import { deleteKey } from './deleteCard.js'
import { noteKey } from './noteKey.js'
import { toBillingKeyRecord } from './storedCardOf.js'
import { isRefusedKey, refuseTestKey } from './testChannel.js'

/** Registers a typed card under a name of its own. The client reads the key back when the answer is lost. */
export async function registerByForm(
  parts: BillingParts,
  customerId: string,
  card: CardData,
): Promise<BillingKeyRecord> {
  const { subscriptions, now } = parts
  checkCard(card)
  const customerUid = mintCustomerUid(customerId)
  const begun = await subscriptions.createCard({
    ...{ customerUid, customerId, createdAt: now(), registeredAt: null },
    status: 'registering',
    merchantUid: null,
    card: null,
  })
  const key = await issue(parts, { begun, card })
  if (isRefusedKey(parts, key)) {
    const refusal = refuseTestKey(parts, customerUid)
    // Never to be charged, and under a name that nobody uses again. Cut off here, the card is found when it is settled.
    await deleteKey(parts, customerUid).catch((thrown) => parts.report(thrown, 'registration'))
    throw refusal
  }
  const registered = await noteKey(parts, begun, key)
  if (registered) return toBillingKeyRecord(registered)
  throw new BillingError('CARD_NOT_REGISTERED', `card "${customerUid}"`)
}

function checkCard(card: CardData): void {
  try {
    toCardFields(card)
  } catch (thrown) {
    if (!(thrown instanceof PortOneError)) throw thrown
    // Its message names the field and the rule, and never the value.
    throw new BillingError('INVALID_CARD', thrown.message.replace(/^INVALID_ARGUMENT: /, ''))
  }
}

async function issue(
  { client, subscriptions, channelKey }: BillingParts,
  { begun, card }: { begun: StoredCard; card: CardData },
): Promise<BillingKey> {
  const { customerUid, customerId } = begun
  try {
    return await client.issueCustomer(customerUid, { ...card, customerId, ...(channelKey && { channelKey }) })
  } catch (thrown) {
    if (!(thrown instanceof PortOneError)) throw thrown
    switch (thrown.code) {
      case 'UNKNOWN_RESULT':
        throw new BillingError('REGISTRATION_UNKNOWN', `card "${customerUid}"`)
      case 'REFUSED':
      case 'BAD_REQUEST':
        await subscriptions.changeCard(begun, { status: 'failed' })
        throw new BillingError('CARD_REFUSED', `card "${customerUid}"`, thrown.gateway?.message)
      default:
        throw thrown
    }
  }
}
