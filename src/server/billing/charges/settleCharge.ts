import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import { toUndone, whereOf } from '../../settle/deliverToHandlers.js'
import { wasPaid } from '../../settle/paymentMoney.js'
import type { SettleTarget } from '../../settle/settlement.types.js'
import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { isAwaited } from './chargeNumber.js'
import { isTestCharge } from './isTestCharge.js'
import { madeByKey } from './madeByKey.js'
import { refuseCharge, tellAgain, tellForBilling } from './refuseCharge.js'

/** Why a charge of a test channel is a decline: `order.failReason`. */
const TEST_CHANNEL = 'made through a test channel: no money moved'

/** What the gateway says about a charge. */
export type SettledCharge =
  /** `undecided`: a payment without an end, or one that a hand made with this card. For later, or for a person. */
  | { state: 'paid' | 'declined' | 'undecided'; order: CheckoutOrder; payment: Payment }
  /** Another amount was paid in a window under its number: flagged for a person, and no charge can have the number any more. */
  | { state: 'used-up' }
  /** Made through a test channel, in a shop that refuses those: a decline. */
  | { state: 'test' }
  /** The gateway knows no payment of this number. */
  | { state: 'absent' }

/** Asks the gateway about a charge and moves its order. */
export async function settleCharge(parts: BillingParts, target: SettleTarget): Promise<SettledCharge> {
  const settled = await parts.settlement.settle(target)
  if (settled.result !== 'settled') return { state: (await isTestCharge(parts, target)) ? 'test' : 'absent' }
  const { order, payment } = settled
  switch (order.status) {
    case 'paid':
    case 'partly-refunded':
    case 'refunded':
      return { state: 'paid', order, payment }
    case 'pending':
    case 'awaiting-deposit':
    case 'failed':
      // Had it fitted, the order would be paid.
      if (wasPaid(payment) && !madeByKey(payment)) return { state: 'used-up' }
      return {
        state: order.status === 'failed' && payment.status === 'failed' ? 'declined' : 'undecided',
        order,
        payment,
      }
  }
}

/**
 * Has the subscription moved on by what is known about a charge. Answers it as it stands afterwards; null when it did not
 * move: nothing is decided, or the event that says so had a failing handler and comes again later.
 */
export async function concludeCharge(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  charge: SettledCharge,
): Promise<Subscription | null> {
  if (charge.state === 'test') await refuseCharge(parts, merchantUid, TEST_CHANNEL)
  const told = await deliverCharge(parts, subscription, merchantUid)
  if (told || !('payment' in charge) || charge.state === 'undecided') return told
  await tellAgain(parts, merchantUid, charge.payment)
  return (
    (await deliverCharge(parts, subscription, merchantUid)) ??
    insist(parts, subscription, merchantUid, charge.payment)
  )
}

/**
 * A settlement without billing's handlers ticked the event off: the subscription moves by one of billing's own, and the
 * merchant hears what is missing. One a day, for what keeps it waiting may also be a handler that throws.
 */
async function insist(
  parts: BillingParts,
  { id }: Subscription,
  merchantUid: string,
  payment: Payment,
): Promise<Subscription | null> {
  const before = await parts.subscriptions.findSubscription(id)
  const order = await parts.orders.find(merchantUid)
  if (!before || !order || !isAwaited(before, merchantUid, order.status === 'failed')) return null
  await tellForBilling(parts, merchantUid, payment)
  const told = await deliverCharge(parts, before, merchantUid)
  if (told) {
    const what = `what became of order ${merchantUid}, a subscription's charge, was handed out without billing's handlers`
    parts.report(
      new Error(`${what}. Give \`billing.handlers\` to every settlement and to the routes.`),
      'handlers',
    )
  }
  return told
}

/** Hands out what is waiting to be told about a charge. Whatever is not for billing is left to the merchant's settlement. */
export async function deliverCharge(
  { orders, subscriptions, handlers, now, report }: BillingParts,
  before: Subscription,
  merchantUid: string,
): Promise<Subscription | null> {
  const { undone = [] } = await orders.deliver(
    async (event, order, tx) => {
      const { happening } = event
      if (happening.kind !== 'paid' && happening.kind !== 'failed') throw new NotForBilling()
      try {
        if (happening.kind === 'paid') await handlers.onPaid(order, happening, { tx, event })
        else await handlers.onFailed(order, happening, { tx, event })
      } catch (thrown) {
        report(thrown, whereOf(event))
        throw thrown
      }
    },
    { merchantUid, kinds: ['paid', 'failed'], now: now() },
  )
  for (const { event, error } of undone) report(toUndone(error), whereOf(event))
  const after = await subscriptions.findSubscription(before.id)
  return after && after.version !== before.version ? after : null
}

/** Only from a store that knows no `kinds`. Thrown so that the event stays where it is and comes again. */
class NotForBilling extends Error {}
