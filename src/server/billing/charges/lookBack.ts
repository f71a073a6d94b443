import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { chargeNumber } from './chargeNumber.js'
import { deliverCharge, settleCharge } from './settleCharge.js'

/**
 * Asks once more about the numbers of the period before that came to nothing, before the next is charged: should one of them
 * have been paid all the same, that period was paid twice.
 */
export async function lookBack(parts: BillingParts, subscription: Subscription): Promise<void> {
  const { id: subscriptionId, period } = subscription
  for (let count = 1; period > 1; count++) {
    const merchantUid = chargeNumber({ subscriptionId, period: period - 1, count })
    const order = await parts.orders.find(merchantUid)
    if (!order) return
    if (order.status !== 'failed') continue
    await settleCharge(parts, { merchantUid })
    await deliverCharge(parts, subscription, merchantUid)
  }
}
