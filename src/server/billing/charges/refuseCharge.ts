import type { CheckoutOrder, OrderChange } from '../../orders/checkoutOrder.js'
import type { OrderHappening } from '../../orders/orderEvent.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import type { BillingParts } from '../billingParts.js'
import { moveOrder } from './moveOrder.js'

/** Event of a charge that the gateway refused without making a payment of it. */
export const REFUSED_KEY = 'failed:refused'

/** ms after which the settlement's sweep asks about a number that was given up: it may have been paid all the same. */
const A_DAY = 86_400_000

/** The gateway made no payment of it (the key is gone, say): a decline, though none that settling would find. */
export async function refuseCharge(parts: BillingParts, merchantUid: string, reason: string): Promise<void> {
  await moveOrder(parts, merchantUid, ({ status }) => ({
    change: status === 'pending' ? failed(parts, reason) : {},
    events:
      status === 'pending' || status === 'failed'
        ? [{ key: REFUSED_KEY, impUid: null, happening: { kind: 'failed', reason } }]
        : [],
  }))
}

/** Its schedule was taken back, or it never reached the gateway. Nobody is told: nothing happened. */
export async function withdrawCharge(parts: BillingParts, merchantUid: string): Promise<void> {
  await moveOrder(parts, merchantUid, ({ status }) => ({
    change: status === 'pending' ? failed(parts, 'withdrawn') : {},
    events: [],
  }))
}

/**
 * Tells how an order stands once more, under the key settling uses. Needed where settling has nothing to tell: an order that
 * was given up as abandoned before its decline arrived, a charge that was given back in full before anybody looked.
 */
export async function tellAgain(parts: BillingParts, merchantUid: string, payment: Payment): Promise<void> {
  const { impUid } = payment
  await moveOrder(parts, merchantUid, (order) => {
    const happening = howItStands(order, payment)
    const key = happening.kind === 'failed' ? `failed:${impUid}` : 'paid'
    return { change: {}, events: [{ key: `${key}:${order.depositRound}`, impUid, happening }] }
  })
}

/** Tells how an order stands under a key of billing's own: the one that settling uses was ticked off, and nothing moved. */
export async function tellForBilling(
  parts: BillingParts,
  merchantUid: string,
  payment: Payment,
): Promise<void> {
  const day = Math.floor(parts.now().getTime() / A_DAY)
  await moveOrder(parts, merchantUid, (order) => {
    const happening = howItStands(order, payment)
    return {
      change: {},
      events: [{ key: `billing:${happening.kind}:${day}`, impUid: payment.impUid, happening }],
    }
  })
}

function howItStands({ status, failReason }: CheckoutOrder, { customerUid }: Payment): OrderHappening {
  return status === 'failed'
    ? { kind: 'failed', reason: failReason ?? 'declined', ...(customerUid && { customerUid }) }
    : { kind: 'paid', again: false }
}

function failed({ now }: BillingParts, failReason: string): OrderChange {
  return { status: 'failed', failReason, checkAt: new Date(now().getTime() + A_DAY) }
}
