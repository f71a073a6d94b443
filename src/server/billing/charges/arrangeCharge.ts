import { OrderStoreError } from '../../orders/OrderStoreError.js'
import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { chargeNumber, currentNumber } from './chargeNumber.js'
import { lookBack } from './lookBack.js'
import { pursueCharge } from './pursueCharge.js'
import { rest, sendCharge } from './sendCharge.js'
import { concludeCharge, settleCharge } from './settleCharge.js'
import type { TendRights } from './tendSubscription.js'

/** One step for a subscription that has no number out there. Null when there is nothing more to do. */
export async function arrangeCharge(
  parts: BillingParts,
  subscription: Subscription,
  rights: TendRights,
): Promise<Subscription | null> {
  const { status, nextChargeAt } = subscription
  if (status !== 'active' || !nextChargeAt) return rest(parts, subscription, null)
  if (nextChargeAt > parts.now() && parts.drive === 'worker') return rest(parts, subscription, nextChargeAt)

  for (let count = 1; count <= subscription.usedNumbers; count++) {
    const { id: subscriptionId, period } = subscription
    const earlier = chargeNumber({ subscriptionId, period, count })
    const charge = await settleCharge(parts, { merchantUid: earlier })
    // Money that turned up late: no new number while the period is paid.
    if (charge.state === 'paid') return concludeCharge(parts, subscription, earlier, charge)
  }

  if (subscription.usedNumbers === 0) await lookBack(parts, subscription)
  const number = currentNumber(subscription)
  const begun = await parts.advance(subscription, { chargeUid: number, checkAt: parts.leaseEnd() })
  if (!begun) return null
  // An order that is there already was begun by somebody who did not get far: what became of it comes first.
  return (await createChargeOrder(parts, begun, number))
    ? sendCharge(parts, begun, number, { ...rights, isFirst: true })
    : pursueCharge(parts, begun, number, { ...rights, maySendAgain: true })
}

/** The order a charge is compared with; made before anything is sent. False when it is there already. */
export async function createChargeOrder(
  { orders, now }: BillingParts,
  { plan }: Subscription,
  merchantUid: string,
): Promise<boolean> {
  const { name, amount, taxFree = 0, currency = 'KRW' } = plan
  try {
    await orders.create({
      ...{ merchantUid, name, amount, taxFree, currency, details: null, sessionHash: null, tokenHash: null },
      createdAt: now(),
      // A schedule may lie months ahead: it is not for the settlement's sweep to give it up.
      checkAt: null,
    })
    return true
  } catch (thrown) {
    if (thrown instanceof OrderStoreError && thrown.code === 'ORDER_EXISTS') return false
    throw thrown
  }
}
