import type { CheckoutOrder, OrderChange } from '../../orders/checkoutOrder.js'
import type { NewOrderEvent } from '../../orders/orderEvent.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'

/** Event of a charge that the gateway refused without making a payment of it. */
export const REFUSED_KEY = 'failed:refused'

const MOST_ROUNDS = 8

/** The gateway made no payment of it (the key is gone, say): a decline, though none that settling would find. */
export async function refuseCharge(parts: BillingParts, merchantUid: string, reason: string): Promise<void> {
  await moveOrder(parts, merchantUid, ({ status }) => ({
    change: status === 'pending' ? { status: 'failed', failReason: reason } : {},
    events:
      status === 'pending' || status === 'failed'
        ? [{ key: REFUSED_KEY, impUid: null, happening: { kind: 'failed', reason } }]
        : [],
  }))
}

/** Its schedule was taken back, or it never reached the gateway. Nobody is told: nothing happened. */
export async function withdrawCharge(parts: BillingParts, merchantUid: string): Promise<void> {
  await moveOrder(parts, merchantUid, ({ status }) => ({
    change: status === 'pending' ? { status: 'failed', failReason: 'withdrawn' } : {},
    events: [],
  }))
}

/**
 * Tells how an order stands once more, under the key settling uses. Needed where settling has nothing to tell: an order that
 * was given up as abandoned before its decline arrived, a charge that was given back in full before anybody looked.
 */
export async function tellAgain(
  parts: BillingParts,
  merchantUid: string,
  { impUid }: Payment,
): Promise<void> {
  await moveOrder(parts, merchantUid, ({ status, failReason, depositRound }) => ({
    change: {},
    events: [
      status === 'failed'
        ? {
            key: `failed:${impUid}:${depositRound}`,
            impUid,
            happening: { kind: 'failed', reason: failReason ?? 'declined' },
          }
        : { key: `paid:${depositRound}`, impUid, happening: { kind: 'paid', again: false } },
    ],
  }))
}

async function moveOrder(
  { orders, now }: BillingParts,
  merchantUid: string,
  decide: (order: CheckoutOrder) => { change: OrderChange; events: NewOrderEvent[] },
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
