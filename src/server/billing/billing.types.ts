import type { BillingKeyRecord } from '../../payment/billingKey.js'
import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { CardData } from '../rest/subscribe/cardData.js'
import type { HandlerContext, OrderHandlers, SettlementOptions } from '../settle/settlement.types.js'
import type { SubscriptionStore } from './SubscriptionStore.js'
import type { StoredCard, Subscription, SubscriptionPlan } from './subscription.js'

/**
 * When a declined charge is tried again: `[1, 3, 5]` is a day after the first decline, three after the second, five after the
 * third; after the fourth the subscription is `past-due`. Whole days from 1. `[]` never.
 */
export type RetryPolicy = { days: readonly number[] }

/**
 * `testPayments`, as your settlement's: where it is `refuse`, cards of a test channel are not registered, and a charge that
 * comes back through one all the same is a decline, since no money moved.
 */
export interface BillingOptions<Details = unknown, Tx = unknown>
  extends Pick<
    SettlementOptions<Details, Tx>,
    'client' | 'orders' | 'testPayments' | 'abandonAfter' | 'onError' | 'now'
  > {
  subscriptions: SubscriptionStore<Tx>
  /** Plans on offer, by id. The browser only ever names one; a subscription keeps the plan as it was when it began. */
  plans: Readonly<Record<string, SubscriptionPlan>>
  /** Channel key of the console for cards that are registered by form. Today's definition requires one. */
  channelKey?: string
  /**
   * Who makes the charge when its time comes: the gateway, by a schedule set one period ahead, or your worker, which calls
   * `chargeDue()`. One of the two for all subscriptions of a shop. Default `gateway`. **Run `chargeDue` in both**: with
   * `gateway` it is what sets the next schedule and finds a charge whose webhook was lost.
   */
  drive?: 'gateway' | 'worker'
  /** Default `{ days: [1, 3, 5] }`. */
  retry?: RetryPolicy
  /**
   * ms for which whoever works on a subscription has it alone, 60,000 and more. Must be longer than a charge can take, all
   * its look-ups included: several times the client's `timeout`. A charge that was cut off is found after it. Default ten
   * minutes. By the database's clock, unless you give `now`: servers whose own clocks differ do not disturb each other.
   */
  lease?: number
  /**
   * A period was paid. Told once, in the transaction that moved the subscription on. A charge that was on its way when the
   * subscription was paused or cancelled may still be paid: see `subscription.status`.
   */
  onPeriodPaid?: SubscriptionHandler<Details, Tx>
  /** A try was declined. `subscription.status` is `past-due` when it was the last. */
  onChargeDeclined?: SubscriptionHandler<Details, Tx>
}

export type SubscriptionHandler<Details, Tx> = (
  subscription: Subscription,
  order: CheckoutOrder<Details>,
  context: HandlerContext<Tx>,
) => void | Promise<void>

/** A registration in the window that is asked about. */
export interface RegistrationQuery {
  /** Order number of the registration. */
  merchantUid: string
  /** Missing where the page does not know it: then it is the customer's own card of this `merchantUid`. */
  customerUid?: string
  /** The attempt's number, when an answer of the window named it. */
  impUid?: string
}

/** Cards and subscriptions of a shop. Holds no state of its own: several instances over one database are one. */
export interface Billing<Details = unknown, Tx = unknown> {
  /** Begins a registration in the window: mints `customerUid` and an order number for this customer, and remembers them. */
  beginRegistration(customerId: string): Promise<{ merchantUid: string; customerUid: string }>
  /**
   * Reads a registration back from the gateway. Null when the gateway, or the store, knows none. Never believes the browser.
   * A card of a test channel is `failed` where `testPayments` is `refuse`. The key of a card that was deleted meanwhile is
   * deleted, too.
   * @throws BillingError `NOT_YOURS` when the card is another customer's
   * @throws PortOneError when the gateway cannot be asked
   */
  confirmRegistration(customerId: string, query: RegistrationQuery): Promise<BillingKeyRecord | null>
  /**
   * Registers a card from the merchant's own form. The card data is passed on and kept nowhere.
   * @throws BillingError `INVALID_CARD` (names the field and its rule, never the value), `CARD_REFUSED` with the card
   * company's reason, `REGISTRATION_UNKNOWN` when no one can tell: ask the buyer for the card again, nothing is charged;
   * `TEST_CHANNEL` where `testPayments` is `refuse`
   */
  registerCard(customerId: string, card: CardData): Promise<BillingKeyRecord>
  /**
   * Registered cards, newest first; with those whose deletion was cut off (`deleting`), to be deleted again. Asks the gateway
   * about registrations whose answer was lost, and lists what it can say of them.
   */
  listCards(customerId: string): Promise<StoredCard[]>
  /**
   * Moves every subscription of the customer from one card to another, then deletes the old key at the gateway. One
   * whose last charge was declined is charged again at once. Interrupted anywhere, it can be called again.
   * @throws BillingError `NO_CARD`, `NOT_YOURS`, `CARD_NOT_REGISTERED`, `TEST_CHANNEL`; `CONTENDED`, and `CARD_IN_USE` when
   *   somebody subscribed with the old card meanwhile: call again
   * @throws PortOneError when the gateway cannot be asked; call again
   */
  replaceCard(customerId: string, cards: { from: string; to: string }): Promise<Subscription[]>
  /**
   * For good; its key at the gateway too. Interrupted anywhere, it can be called again.
   * @throws BillingError `CARD_IN_USE` while a subscription still charges it
   * @throws PortOneError when the gateway cannot be asked; nothing charges the card any more, call again
   */
  deleteCard(customerId: string, customerUid: string): Promise<void>
  /**
   * The first charge is made at once, or at `startAt`, which lies ahead. Whether it was paid: `period` is 2 then. When its
   * answer was lost `chargeUid` is set, and `chargeDue` finds out.
   * @throws BillingError `NO_PLAN`, `NO_CARD`, `NOT_YOURS`, `CARD_NOT_REGISTERED`, `ALREADY_SUBSCRIBED` (to this plan)
   */
  subscribe(
    customerId: string,
    choice: { planId: string; customerUid: string; startAt?: Date },
  ): Promise<Subscription>
  listSubscriptions(customerId: string): Promise<Subscription[]>
  /** Takes the next charge back. One that is on its way already may still be paid. */
  pause(customerId: string, id: string): Promise<Subscription>
  /** The next charge is the first of its dates that is still ahead. */
  resume(customerId: string, id: string): Promise<Subscription>
  /** Takes the next charge back, for good. One that is on its way already may still be paid. */
  cancel(customerId: string, id: string): Promise<Subscription>
  /**
   * Charges a period again now whose last try was declined, `past-due` or not.
   * @throws BillingError `NOTHING_TO_RETRY`
   */
  retryNow(customerId: string, id: string): Promise<Subscription>
  /**
   * One round of the worker: charges what is due, sets the next schedules (`drive: 'gateway'`), and puts right what was
   * cut off: a charge whose answer or webhook was lost, a registration nobody came back to. Run it every minute or so, on any
   * number of instances.
   *
   * @param options `limit`: subscriptions looked at, default 1,000
   */
  chargeDue(options?: { limit?: number }): Promise<{ charged: number; failed: number }>
  /**
   * Give these to your settlement or routes: they move a subscription when the order of its charge moves, and ignore every
   * other order. A shop that sells anything else uses `handlersWith`. Charges are told through `onPeriodPaid` and
   * `onChargeDeclined` only.
   */
  readonly handlers: Required<Pick<OrderHandlers<Details, Tx>, 'onPaid' | 'onFailed'>>
  /**
   * Your own handlers beside billing's: `onPaid` and `onFailed` of a charge go to billing, everything else to you.
   *
   * @example
   * createCheckoutRoutes({ …, ...billing.handlersWith({ onPaid: (order, _, { tx }) => ship(order, tx) }) })
   */
  handlersWith(own: OrderHandlers<Details, Tx>): OrderHandlers<Details, Tx>
  /** Is this order number a subscription's charge? */
  isCharge(merchantUid: string): boolean
}
