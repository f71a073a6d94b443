import { randomText } from '../../routes/randomText.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { chargeableCard, whileChargeable } from '../cards/ownedCard.js'
import { tendOrReport } from '../charges/tendSubscription.js'
import { wholeSeconds } from '../chargeTimes.js'
import type { Subscription } from '../subscription.js'

const ID_LENGTH = 16

/** Begins a subscription. It is stored before anything is charged. */
export async function subscribe(
  parts: BillingParts,
  customerId: string,
  { planId, customerUid, startAt }: { planId: string; customerUid: string; startAt?: Date },
): Promise<Subscription> {
  const { plans, subscriptions, now } = parts
  const plan = Object.hasOwn(plans, planId) ? plans[planId] : undefined
  if (!plan) throw new BillingError('NO_PLAN', `plan "${planId}"`)
  await chargeableCard(parts, customerId, customerUid)
  const present = now()
  if (startAt !== undefined && !(startAt > present)) {
    throw new RangeError(`subscribe: startAt is ${startAt}; a time ahead is allowed, or none for now.`)
  }
  const anchorAt = wholeSeconds(startAt ?? present)
  const subscription = await whileChargeable(parts, customerId, customerUid, () =>
    subscriptions.createSubscription({
      ...{ id: `sub_${randomText(ID_LENGTH)}`, customerId, customerUid, plan, anchorAt },
      status: 'active',
      period: 1,
      attempt: 0,
      usedNumbers: 0,
      nextChargeAt: anchorAt,
      chargeUid: null,
      checkAt: parts.leaseEnd(),
      version: 1,
      createdAt: present,
      updatedAt: present,
    }),
  )
  if (!subscription) throw new BillingError('ALREADY_SUBSCRIBED', `plan "${planId}"`)
  return tendOrReport(parts, subscription)
}
