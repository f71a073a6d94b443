import type { BillingKeyRecord } from '../../payment/billingKey.js'
import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { CardData } from '../rest/subscribe/cardData.js'
import type { HandlerContext, OrderHandlers, SettlementOptions } from '../settle/settlement.types.js'
import type { SubscriptionStore } from './SubscriptionStore.js'
import type { StoredCard, Subscription, SubscriptionPlan } from './subscription.js'

/** When a declined charge is tried again: days after the decline, one try each. `[1, 3, 5]`. `[]` never. */
export type RetryPolicy = { days: readonly number[] }

export interface BillingOptions<Details = unknown, Tx = unknown>
  extends Pick<SettlementOptions<Details, Tx>, 'client' | 'orders' | 'onError' | 'now'> {
  subscriptions: SubscriptionStore<Tx>
  /** Plans on offer, by id. The browser only ever names one. */
  plans: Readonly<Record<string, SubscriptionPlan>>
  /**
   * Who makes the charge when its time comes: the gateway, by a schedule set one period ahead, or your worker, which calls
   * `chargeDue()`. One of the two for all subscriptions of a shop. Default `gateway`.
   */
  drive?: 'gateway' | 'worker'
  /** Default `{ days: [1, 3, 5] }`. */
  retry?: RetryPolicy
  /** A period was paid. Told once, in the transaction that moved the subscription on. */
  onPeriodPaid?: SubscriptionHandler<Details, Tx>
  /** A try was declined. `subscription.status` is `past-due` when it was the last. */
  onChargeDeclined?: SubscriptionHandler<Details, Tx>
}

export type SubscriptionHandler<Details, Tx> = (
  subscription: Subscription,
  order: CheckoutOrder<Details>,
  context: HandlerContext<Tx>,
) => void | Promise<void>

/** Cards and subscriptions of a shop. Holds no state of its own: several instances over one database are one. */
export interface Billing<Details = unknown, Tx = unknown> {
  /** Begins a registration in the window: mints `customerUid` and an order number for this customer, and remembers them. */
  beginRegistration(customerId: string): Promise<{ merchantUid: string; customerUid: string }>
  /**
   * Reads a registration back from the gateway. Null when the gateway knows none. Never believes the browser.
   * @throws BillingError `NOT_YOURS` when the card is another customer's
   */
  confirmRegistration(
    customerId: string,
    query: { customerUid: string; merchantUid: string; impUid?: string },
  ): Promise<BillingKeyRecord | null>
  /** Registers a card from the merchant's own form. The card data is passed on and kept nowhere. */
  registerCard(customerId: string, card: CardData): Promise<BillingKeyRecord>
  /** Registered cards, newest first. */
  listCards(customerId: string): Promise<StoredCard[]>
  /**
   * Moves every subscription of the customer from one card to another, then deletes the old key at the gateway. A
   * subscription that is `past-due` is charged again at once.
   */
  replaceCard(customerId: string, cards: { from: string; to: string }): Promise<Subscription[]>
  /** @throws BillingError `CARD_IN_USE` while a subscription still charges it */
  deleteCard(customerId: string, customerUid: string): Promise<void>
  /** The first charge is made at once, or at `startAt`. */
  subscribe(
    customerId: string,
    choice: { planId: string; customerUid: string; startAt?: Date },
  ): Promise<Subscription>
  listSubscriptions(customerId: string): Promise<Subscription[]>
  pause(customerId: string, id: string): Promise<Subscription>
  /** The next charge is the first of its dates that is still ahead. */
  resume(customerId: string, id: string): Promise<Subscription>
  cancel(customerId: string, id: string): Promise<Subscription>
  /** Charges a `past-due` period again now. */
  retryNow(customerId: string, id: string): Promise<Subscription>
  /**
   * One round of the worker: charges what is due (`drive: 'worker'`), and puts right what was cut off: a schedule that
   * was never set, a charge whose answer was lost. Run it every minute or so, on any number of instances.
   */
  chargeDue(options?: { limit?: number }): Promise<{ charged: number; failed: number }>
  /** Put these into the settlement's handlers: they move a subscription when the order of its charge moves. */
  readonly handlers: Required<Pick<OrderHandlers<Details, Tx>, 'onPaid' | 'onFailed'>>
}
