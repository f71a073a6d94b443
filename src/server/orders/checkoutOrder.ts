import type { Currency } from '../../payment/order.js'
import type { PaymentRecord } from '../../payment/paymentRecord.js'

/**
 * Where an order stands. Money only moves it forward, with one exception that banks make: a deposit that is taken back.
 *
 * - `pending`: nothing was paid yet.
 * - `awaiting-deposit`: a virtual account was issued; nothing was paid yet.
 * - `paid`: the gateway says paid, and amount, currency and order number are the order's.
 * - `partly-refunded`, `refunded`: some or all of it was given back.
 * - `failed`: declined, given up or expired. A later attempt under the same number may still pay it.
 */
export type OrderStatus = 'pending' | 'awaiting-deposit' | 'paid' | 'partly-refunded' | 'refunded' | 'failed'

/**
 * Why a person has to look at an order: money arrived that does not fit it. It is never fulfilled for such a payment.
 *
 * - `amount-differs`, `currency-differs`: another amount or currency than the order's was paid.
 * - `second-payment`: paid again, by another payment, after it was paid. Of a subscription's charge also: another charge had
 *   paid its period.
 */
export type OrderFlag = 'amount-differs' | 'currency-differs' | 'second-payment'

/** An order as the merchant's database holds it. The only thing a payment is compared with. */
export interface CheckoutOrder<Details = unknown> {
  /** Order number, 1–40 characters, unique. */
  readonly merchantUid: string
  /** Order name shown in the payment window, at most 40 characters. */
  readonly name: string
  /** Price in whole units of `currency` (won), tax included; more than 0. */
  readonly amount: number
  /** Tax-free part of `amount`, won. */
  readonly taxFree: number
  readonly currency: Currency
  readonly status: OrderStatus
  /** The payment this order rests on; null while none does. */
  readonly impUid: string | null
  /** Given back so far, won; 0 to `amount`. */
  readonly cancelAmount: number
  /** Money that does not fit; null when all is well. */
  readonly flag: OrderFlag | null
  /** Why it failed, as the gateway or we said it: `expired`, `abandoned` or the gateway's text. */
  readonly failReason: string | null
  /** The payment as last read back from the gateway. */
  readonly record: PaymentRecord | null
  /** Anything JSON of the merchant's own: items, address, member. Never sent to the gateway or to a browser by us. */
  readonly details: Details
  /** SHA-256 of the session that made the order, in hex; null when sessions are the merchant's own. */
  readonly sessionHash: string | null
  /** SHA-256 of the order's own access token, in hex. */
  readonly tokenHash: string | null
  /** How often a booked deposit was taken back. */
  readonly depositRound: number
  /** Grows by one with every change: what compare-and-set compares. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** When the sweep asks the gateway again; null when there is nothing left to ask. */
  readonly checkAt: Date | null
}

/** What a new order is made of; the rest starts empty (`pending`, version 1). */
export type NewOrder<Details = unknown> = Pick<
  CheckoutOrder<Details>,
  'merchantUid' | 'name' | 'amount' | 'taxFree' | 'currency' | 'details' | 'sessionHash' | 'tokenHash'
> & {
  createdAt: Date
  checkAt: Date | null
}

/** What may change about an order after it was made. */
export type OrderChange = Partial<
  Pick<
    CheckoutOrder,
    'status' | 'impUid' | 'cancelAmount' | 'flag' | 'failReason' | 'record' | 'depositRound' | 'checkAt'
  >
>
