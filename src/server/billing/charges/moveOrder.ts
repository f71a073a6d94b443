import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import type { OrderMove } from '../../settle/orderMove.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'

const MOST_ROUNDS = 8

/** Moves a charge's order by compare-and-set, past what settling knows of it. */
export async function moveOrder(
  { orders, now }: Pick<BillingParts, 'orders' | 'now'>,
  merchantUid: string,
  decide: (order: CheckoutOrder) => OrderMove,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const order = await orders.find(merchantUid)
    if (!order) return
    const { change, events } = decide(order)
    if (Object.keys(change).length === 0 && events.length === 0) return
    if (await orders.advance(order, change, events, now())) return
  }
  throw new BillingError('CONTENDED', `order "${merchantUid}"`)
}
