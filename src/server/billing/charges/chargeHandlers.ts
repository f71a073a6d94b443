import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import type { HandlerContext } from '../../settle/settlement.types.js'
import { BillingError } from '../BillingError.js'
import type { BillingOptions } from '../billing.types.js'
import type { ChargeHandlers } from '../billingParts.js'
import type { SubscriptionChange } from '../SubscriptionStore.js'
import type { Subscription } from '../subscription.js'
import { type ChargeNumber, readChargeNumber } from './chargeNumber.js'
import { declinedChange, paidChange } from './chargeOutcome.js'
import { paidAtOf } from './lastPaidAt.js'
import { paidTwice } from './paidTwice.js'
import { REFUSED_KEY } from './refuseCharge.js'

const MOST_ROUNDS = 8

type Options = BillingOptions &
  Required<Pick<BillingOptions, 'drive' | 'retry' | 'now'>> & {
    report(error: unknown, where: string): void
  }

/**
 * Moves subscriptions when the orders of their charges move, each in the event's own transaction: what a merchant writes
 * in `onPeriodPaid` and the period that moves on are kept or lost together.
 */
export function chargeHandlers(options: Options): ChargeHandlers {
  const { subscriptions, now, onPeriodPaid, onChargeDeclined } = options

  const move = async (
    order: CheckoutOrder,
    { tx }: HandlerContext<unknown>,
    decide: (before: Subscription, number: ChargeNumber) => SubscriptionChange | null,
  ): Promise<Subscription | null> => {
    const number = readChargeNumber(order.merchantUid)
    if (!number) return null
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = await subscriptions.findSubscription(number.subscriptionId, tx)
      const change = before && decide(before, number)
      if (!change) return null
      const after = await subscriptions.advanceSubscription(before, change, now(), tx)
      if (after) return after
    }
    throw new BillingError('CONTENDED', `subscription "${number.subscriptionId}"`)
  }

  return {
    onPaid: async (order, _, context) => {
      const settings = { ...options, now: now() }
      const paidAt = paidAtOf(order)
      const after = await move(order, context, (before, number) =>
        paidChange(settings, before, number, paidAt),
      )
      if (!after) return paidTwice(options, order)
      // Given back before anybody looked: nothing to fulfil, and no reason to charge the period again.
      if (order.status !== 'refunded') await onPeriodPaid?.(after, order, context)
    },
    onFailed: async (order, happening, context) => {
      // An order that was only waited for too long says nothing: its charge is looked after by `chargeDue`.
      const declined = context.event.impUid !== null || context.event.key === REFUSED_KEY
      // Paid since, by a try under the same number.
      if (!declined || order.status !== 'failed') return
      const settings = { ...options, now: now() }
      let isTry = false
      const after = await move(order, context, (before, number) => {
        const change = declinedChange(settings, before, number, happening.customerUid)
        isTry = change?.attempt !== undefined
        return change
      })
      if (after && isTry) await onChargeDeclined?.(after, order, context)
    },
  }
}
