import type { Billing, BillingOptions } from './billing.types.js'
import { billingParts } from './billingParts.js'
import { deleteCard } from './cards/deleteCard.js'
import { registerByForm } from './cards/registerByForm.js'
import { beginRegistration, confirmRegistration } from './cards/registerInWindow.js'
import { replaceCard } from './cards/replaceCard.js'
import { chargeDue } from './charges/chargeDue.js'
import { readChargeNumber } from './charges/chargeNumber.js'
import type { StoredCard } from './subscription.js'
import { steerSubscription } from './subscriptions/steerSubscription.js'
import { subscribe } from './subscriptions/subscribe.js'

/**
 * Registered cards and subscriptions. A period is never charged twice: every charge has an order number that follows from the
 * subscription, its order is stored before it is sent, one whose answer was lost is looked up and sent again under the
 * same number only, and a new number is used only when the one before was declined or taken back.
 *
 * It needs three things of you: its `handlers` in your settlement or routes, `chargeDue()` every minute or so, and the
 * gateway's webhooks at your routes (`drive: 'gateway'`).
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
  return {
    beginRegistration: (customerId) => beginRegistration(parts, customerId),
    confirmRegistration: (customerId, query) => confirmRegistration(parts, customerId, query),
    registerCard: (customerId, card) => registerByForm(parts, customerId, card),
    listCards: async (customerId) => (await parts.subscriptions.cardsOf(customerId)).filter(isThere),
    replaceCard: (customerId, cards) => replaceCard(parts, customerId, cards),
    deleteCard: (customerId, customerUid) => deleteCard(parts, customerId, customerUid),
    subscribe: (customerId, choice) => subscribe(parts, customerId, choice),
    listSubscriptions: (customerId) => parts.subscriptions.subscriptionsOf(customerId),
    pause: (customerId, id) => steerSubscription(parts, customerId, id, 'pause'),
    resume: (customerId, id) => steerSubscription(parts, customerId, id, 'resume'),
    cancel: (customerId, id) => steerSubscription(parts, customerId, id, 'cancel'),
    retryNow: (customerId, id) => steerSubscription(parts, customerId, id, 'retryNow'),
    chargeDue: ({ limit } = {}) => chargeDue(parts, limit),
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
