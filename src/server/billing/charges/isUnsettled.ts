import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'

/** ms after which a charge that the gateway shows nothing of is believed not to have arrived. Lists are minutes late at most. */
const PATIENCE = 86_400_000

/**
 * May this number still turn out to be paid, though the gateway shows nothing of it? For a day after it can first have been
 * sent: its order was made right before that, or, where a schedule was to charge it, before the charge was due.
 */
export async function isUnsettled(
  { orders, now }: Pick<BillingParts, 'orders' | 'now'>,
  { nextChargeAt }: Pick<Subscription, 'nextChargeAt'>,
  merchantUid: string,
): Promise<boolean> {
  const order = await orders.find(merchantUid)
  if (!order) return false
  const present = now().getTime()
  const due = nextChargeAt && nextChargeAt.getTime() <= present ? nextChargeAt.getTime() : 0
  return present < Math.max(order.createdAt.getTime(), due) + PATIENCE
}
