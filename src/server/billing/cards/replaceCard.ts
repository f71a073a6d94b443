import { PortOneError } from '../../PortOneError.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { lookUpSchedule } from '../charges/lookUpSchedule.js'
import { tendSubscription } from '../charges/tendSubscription.js'
import { wholeSeconds } from '../chargeTimes.js'
import type { Subscription } from '../subscription.js'
import { changeSubscription } from '../subscriptions/changeSubscription.js'
import { deleteKey } from './deleteCard.js'
import { chargeableCard, ownedCard, whileChargeable } from './ownedCard.js'
import { isRefusedKey } from './testChannel.js'

/**
 * Confirms the new card, moves subscriptions over, takes their schedules back and sets them anew, and deletes the old key
 * last: wherever it is cut off, every subscription has a card that works, and calling it again goes on from there.
 */
export async function replaceCard(
  parts: BillingParts,
  customerId: string,
  { from, to }: { from: string; to: string },
): Promise<Subscription[]> {
  const { subscriptions } = parts
  if (from === to) throw new BillingError('CARD_IN_USE', `card "${from}" cannot replace itself`)
  const old = await ownedCard(parts, customerId, from)
  await chargeableCard(parts, customerId, to)
  await mustBeAtGateway(parts, to)

  for (const { id, customerUid, status } of await subscriptions.subscriptionsOf(customerId)) {
    if (customerUid !== from || status === 'cancelled') continue
    await whileChargeable(parts, customerId, to, () => switchCard(parts, customerId, id, { from, to }))
  }
  for (const subscription of await subscriptions.subscriptionsOf(customerId)) {
    const { customerUid, chargeUid, status } = subscription
    if (customerUid !== to && !(customerUid === from && chargeUid !== null)) continue
    // With the schedule of a cancelled one too: it must not outlive the key.
    const tended = await tendSubscription(parts, subscription, { maySendAgain: false })
    if (await isScheduledOn(parts, tended, from))
      throw new BillingError('CONTENDED', `subscription "${tended.id}"`)
    if (status === 'cancelled' && tended.chargeUid)
      throw new BillingError('CONTENDED', `subscription "${tended.id}"`)
  }
  if (old.status !== 'deleted') await deleteKey(parts, from)
  return (await subscriptions.subscriptionsOf(customerId)).filter(({ customerUid }) => customerUid === to)
}

async function mustBeAtGateway(parts: BillingParts, customerUid: string): Promise<void> {
  try {
    const key = await parts.client.getCustomer(customerUid)
    if (isRefusedKey(parts, key)) throw new BillingError('TEST_CHANNEL', `card "${customerUid}"`)
  } catch (thrown) {
    if (!(thrown instanceof PortOneError && thrown.code === 'NOT_FOUND')) throw thrown
    throw new BillingError('CARD_NOT_REGISTERED', `card "${customerUid}" at the gateway`)
  }
}

/** What was declined is charged again at once: that is what the new card is for. */
function switchCard(
  parts: BillingParts,
  customerId: string,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<unknown> {
  return changeSubscription(parts, customerId, id, ({ customerUid, status, attempt }) => {
    if (customerUid !== from || status === 'cancelled') return null
    const declined = status === 'past-due' || (status === 'active' && attempt > 0)
    if (!declined) return { customerUid: to }
    return { customerUid: to, status: 'active', nextChargeAt: wholeSeconds(parts.now()) }
  })
}

async function isScheduledOn(
  { client }: BillingParts,
  { chargeUid }: Subscription,
  customerUid: string,
): Promise<boolean> {
  const schedule = chargeUid === null ? null : await lookUpSchedule(client, chargeUid)
  return schedule?.scheduleStatus === 'scheduled' && schedule.customerUid === customerUid
}
