import type { Currency } from '../../payment/order.js'

/** What is charged, and how often. A subscription keeps the plan it was made with. */
export interface SubscriptionPlan {
  /** The merchant's own name for it. */
  id: string
  /** Order name of each charge, at most 40 characters. */
  name: string
  /** Whole won, more than 0, tax included. */
  amount: number
  /** Tax-free part of `amount`, won. Default 0. */
  taxFree?: number
  /** Default `KRW`. */
  currency?: Currency
  /** A month from the 31st ends on the last day of a shorter one, and goes back to the 31st after it (KST). */
  every: { months: number; days?: never } | { days: number; months?: never }
}

/**
 * - `active`: charged when its time comes; after a decline it is tried again as the retry policy says.
 * - `past-due`: every try of a period was declined. Nothing more is charged until the card is replaced or `retryNow`.
 * - `paused`: nothing is charged until it is resumed.
 * - `cancelled`: over. Nothing is ever charged again.
 */
export type SubscriptionStatus = 'active' | 'past-due' | 'paused' | 'cancelled'

/** One customer's subscription. */
export interface Subscription {
  /** `sub_` and 16 characters of `a-z0-9`. */
  readonly id: string
  /** The merchant's own id of the customer. */
  readonly customerId: string
  /** The registered card that is charged. */
  readonly customerUid: string
  readonly plan: SubscriptionPlan
  readonly status: SubscriptionStatus
  /** The first charge's time: later ones are counted from it, so that they do not drift. */
  readonly anchorAt: Date
  /** The period to be charged next, from 1. Grows when one is paid. */
  readonly period: number
  /** Declined tries in this period so far; from 0 again after `resume`. */
  readonly attempt: number
  /** Order numbers of this period that came to nothing: declined tries, and schedules that were taken back. */
  readonly usedNumbers: number
  /** When the next charge is due; null while nothing is (`paused`, `past-due`, `cancelled`). */
  readonly nextChargeAt: Date | null
  /**
   * Order number of the charge that is scheduled or under way: `{id}-{period}-{usedNumbers + 1}`. Null when there is none.
   * A number is given up only once its charge was declined or its schedule taken back, so no two can be paid for a period.
   */
  readonly chargeUid: string | null
  /** When the next round of `chargeDue` looks at it, whoever is at work on it now; null when there is nothing to do. */
  readonly checkAt: Date | null
  /** Grows by one with every change. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A registered card as the merchant's database knows it; the key itself stays at the gateway. */
export interface StoredCard {
  readonly customerUid: string
  readonly customerId: string
  /**
   * - `registering`: its window was opened, or its form sent; nothing is known yet, or, for a day,
   *   a try in the window came to nothing. `failed` may still become `registered`.
   * - `deleting`: for good, but its key may still be at the gateway: the deletion is under way, or was cut off.
   */
  readonly status: 'registering' | 'registered' | 'failed' | 'deleting' | 'deleted'
  /** Order number of the registration in the window; null by form. */
  readonly merchantUid: string | null
  /** Masked by the gateway. */
  readonly card: {
    code: string | null
    name: string | null
    number: string | null
    type: number | null
  } | null
  readonly createdAt: Date
  readonly registeredAt: Date | null
}
