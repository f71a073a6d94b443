import type { OrderFlag } from './checkoutOrder.js'

/** What happened to an order, in the words of the handlers that hear it. */
export type OrderHappening =
  | { kind: 'awaiting-deposit' }
  /** `again` when a deposit was taken back before and has arrived once more. */
  | { kind: 'paid'; again: boolean }
  /** The bank took the deposit back: the order waits for a deposit again. Stop what `paid` started. */
  | { kind: 'deposit-rolled-back' }
  /** `customerUid`: the registered card that was declined, where one was charged. */
  | { kind: 'failed'; reason: string; customerUid?: string }
  /** One refund. `amount` in won; `cancellationId` is null when the gateway did not say. */
  | { kind: 'refunded'; amount: number; cancellationId: string | null }
  /**
   * Money that does not fit the order. `impUid` is the payment's, which may not be the order's. `besides`: the order that
   * had been paid for the same before, such as a subscription's period.
   */
  | { kind: 'flagged'; flag: OrderFlag; amount: number; currency: string; besides?: string }

/** One row of the outbox before it is written. */
export interface NewOrderEvent {
  /** Unique within the order: the same thing is never told twice (`paid:0`, `refunded:<cancellationId>`). */
  readonly key: string
  readonly impUid: string | null
  readonly happening: OrderHappening
}

/** One row of the outbox. */
export interface OrderEvent extends NewOrderEvent {
  /** Unique in the store, growing. A good idempotency key for what a handler starts elsewhere. */
  readonly id: string
  readonly merchantUid: string
  readonly at: Date
  /** Deliveries that failed before this one. */
  readonly attempts: number
}
