import type { Billing, BillingOptions } from './billing.types.js'
import { type BillingParts, billingParts } from './billingParts.js'
import { deleteCard } from './cards/deleteCard.js'
import { registerByForm } from './cards/registerByForm.js'
import { beginRegistration, confirmRegistration } from './cards/registerInWindow.js'
import { replaceCard } from './cards/replaceCard.js'
import { settleForgotten, settleOwn } from './cards/settleRegistrations.js'
import { chargeDue } from './charges/chargeDue.js'
import { readChargeNumber } from './charges/chargeNumber.js'
import type { StoredCard } from './subscription.js'
import { type Steering, steerSubscription } from './subscriptions/steerSubscription.js'
import { subscribe } from './subscriptions/subscribe.js'

/**
 * Registered cards and subscriptions. A period is never charged twice: every charge has an order number that follows from the
 * subscription, its order is stored before it is sent, one whose answer was lost is looked up and sent again under the
 * same number only, and a new number is used only when the one before was declined or taken back.
 *
 * It needs of you: its `handlers` in every settlement and in the routes, `chargeDue()` and the settlement's `sweep()` every
 * minute or so, and the gateway's webhooks at your routes (`drive: 'gateway'`).
 *
 * @throws TypeError for plans, `retry` or `lease` that cannot work
 *
 * @example
 * const billing = createBilling({
 *   client,
 *   orders: postgresOrderStore(pool),
 *   subscriptions: postgresSubscriptionStore(pool),
 *   plans: { basic: { id: 'basic', name: '베이직 멤버십', amount: 9_900, every: { months: 1 } } },
 *   onPeriodPaid: ({ customerId, nextChargeAt }, _, { tx }) => extendMembership(customerId, nextChargeAt, tx),
 *   onChargeDeclined: ({ customerId, status }) => askForAnotherCard(customerId, status === 'past-due'),
 * })
 * const routes = createCheckoutRoutes({ client, orders, priceOrder, ...billing.handlers })
 * setInterval(() => billing.chargeDue().catch(console.error), 60_000)
 */
export function createBilling<Details = unknown, Tx = unknown>(
  options: BillingOptions<Details, Tx>,
): Billing<Details, Tx> {
  // Orders and transactions are the merchant's own kind; nothing in here looks into them.
  const parts = billingParts(options as unknown as BillingOptions)
  /** Everything that is asked of billing goes by the clock that its servers share. */
  const onTime =
    <Given extends unknown[], Answer>(work: (parts: BillingParts, ...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      await parts.follow()
      return work(parts, ...given)
    }
  const steer = (steering: Steering) =>
    onTime((_, customerId: string, id: string) => steerSubscription(parts, customerId, id, steering))
  return {
    beginRegistration: onTime(beginRegistration),
    confirmRegistration: onTime(confirmRegistration),
    registerCard: onTime(registerByForm),
    listCards: onTime(async ({ subscriptions }, customerId: string) => {
      const cards = await subscriptions.cardsOf(customerId)
      const isOpen = cards.some(({ status }) => status === 'registering')
      if (isOpen) await settleOwn(parts, cards)
      return (isOpen ? await subscriptions.cardsOf(customerId) : cards).filter(isThere)
    }),
    replaceCard: onTime(replaceCard),
    deleteCard: onTime(deleteCard),
    subscribe: onTime(subscribe),
    listSubscriptions: (customerId) => parts.subscriptions.subscriptionsOf(customerId),
    pause: steer('pause'),
    resume: steer('resume'),
    cancel: steer('cancel'),
    retryNow: steer('retryNow'),
    chargeDue: onTime(async (_, { limit }: { limit?: number } = {}) => {
      const { gatewayIsDown, ...round } = await chargeDue(parts, limit)
      if (!gatewayIsDown) {
        await settleForgotten(parts).catch((thrown) => parts.report(thrown, 'registrations'))
      }
      return round
    }),
    handlers: parts.handlers,
    handlersWith: (own) => ({
      ...own,
      onPaid: (order, ...told) =>
        readChargeNumber(order.merchantUid)
          ? parts.handlers.onPaid(order, ...told)
          : own.onPaid?.(order, ...told),
      onFailed: (order, ...told) =>
        readChargeNumber(order.merchantUid)
          ? parts.handlers.onFailed(order, ...told)
          : own.onFailed?.(order, ...told),
    }),
    isCharge: (merchantUid) => readChargeNumber(merchantUid) !== null,
  }
}

/** One that never was registered is nothing to delete again, though its deletion was cut off. */
function isThere({ status, registeredAt }: StoredCard): boolean {
  return status === 'registered' || (status === 'deleting' && registeredAt !== null)
}
