import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { currentNumber } from './chargeNumber.js'
import { withdrawCharge } from './refuseCharge.js'

/**
 * Gives a number up that nothing can be charged under any more: its schedule was taken back (the gateway does not schedule a
 * number twice), or a window used it up. The next charge gets the next one. No try was made, so none is counted.
 */
export async function giveUpNumber(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
): Promise<Subscription | null> {
  await withdrawCharge(parts, merchantUid)
  const isCurrent = merchantUid === currentNumber(subscription)
  return parts.advance(subscription, {
    chargeUid: null,
    ...(isCurrent && { usedNumbers: subscription.usedNumbers + 1 }),
  })
}
