import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { SettleError } from './SettleError.js'
import type { SettlementSettings } from './settingsOf.js'

const MOST_ROUNDS = 8
/** ms until the sweep looks what became of a refund that nobody finished writing down. */
const LOOK_AGAIN = 60_000

/**
 * Has the sweep look at the order, before anything is sent: a refund does not depend on this process living on. Null when
 * the order, as it is at this very moment, is not one to send it for; `SettleError` `CONTENDED` when it never held still.
 *
 * @param found the order if it was read already
 */
export async function announceRefund<Details, Tx>(
  { orders, now }: Pick<SettlementSettings<Details, Tx>, 'orders' | 'now'>,
  merchantUid: string,
  allows: (order: CheckoutOrder<Details>) => boolean,
  found?: CheckoutOrder<Details>,
): Promise<CheckoutOrder<Details> | null> {
  let order = found ?? (await orders.find(merchantUid))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!order || !allows(order)) return null
    const present = now()
    const checkAt = new Date(present.getTime() + LOOK_AGAIN)
    const announced = await orders.advance(order, { checkAt }, [], present)
    if (announced) return announced
    order = await orders.find(merchantUid)
  }
  throw new SettleError('CONTENDED', `order "${merchantUid}"`)
}
