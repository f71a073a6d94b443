import type { StoredCard, Subscription } from './subscription.js'

/** What may change about a subscription. */
export type SubscriptionChange = Partial<
  Pick<
    Subscription,
    'customerUid' | 'status' | 'period' | 'attempt' | 'usedNumbers' | 'nextChargeAt' | 'chargeUid' | 'checkAt'
  >
>

/**
 * Where cards and subscriptions live, beside the orders: `memorySubscriptionStore`, `pgliteSubscriptionStore`,
 * `postgresSubscriptionStore`. With `tx` (a handler's), a change commits with what else that transaction does.
 */
export interface SubscriptionStore<Tx = unknown> {
  /** @throws OrderStoreError `ORDER_EXISTS` when the customerUid is taken */
  createCard(card: StoredCard): Promise<StoredCard>
  findCard(customerUid: string): Promise<StoredCard | null>
  /**
   * Compare-and-set on `status`. Null when it is another by now: what is deleted stays so, whoever comes late.
   * @throws OrderStoreError `ILLEGAL_CHANGE` to `deleting` while a subscription that is not over charges it
   */
  changeCard(
    before: Pick<StoredCard, 'customerUid' | 'status'>,
    change: Partial<Pick<StoredCard, 'status' | 'card' | 'registeredAt'>>,
  ): Promise<StoredCard | null>
  /** Newest first. */
  cardsOf(customerId: string): Promise<StoredCard[]>
  /**
   * Cards that are `registering` still and were begun at these moments or before, by form and in the window; the longest
   * waiting first. Where a store has none, only the customer's own list finds them.
   */
  registeringSince?(since: { form: Date; window: Date }, limit: number): Promise<StoredCard[]>

  /**
   * Null when the customer has a subscription to this plan that is not over: a second press subscribes once.
   * @throws OrderStoreError `ILLEGAL_CHANGE` when the card is not `registered`, or not any more
   */
  createSubscription(subscription: Subscription): Promise<Subscription | null>
  findSubscription(id: string, tx?: Tx): Promise<Subscription | null>
  /** Newest first. */
  subscriptionsOf(customerId: string): Promise<Subscription[]>
  /**
   * Compare-and-set on `version`. Null when somebody else was first.
   * @throws OrderStoreError `ILLEGAL_CHANGE` when the card it moves to is not `registered`, or not any more
   */
  advanceSubscription(
    before: Subscription,
    change: SubscriptionChange,
    now: Date,
    tx?: Tx,
  ): Promise<Subscription | null>
  /**
   * Takes subscriptions whose `checkAt` is not after `now`, the longest waiting first, by putting it `leaseMs` off: no
   * other worker gets them meanwhile (`FOR UPDATE SKIP LOCKED`), and a worker that dies gives them back by itself. Versions
   * grow, so that whoever held one before cannot change it any more.
   */
  claimDue(now: Date, leaseMs: number, limit: number): Promise<Subscription[]>
  /**
   * The present by the one clock that everybody who uses this store shares: the database's. Billing goes by it where it was
   * given no `now`. Absent where the store has no clock of its own.
   */
  clock?(): Promise<Date>
}
