import type { RouteErrorCode } from '../../routes/checkoutRoutes.types.js'
import type { BillingErrorCode } from '../BillingError.js'
import type { Billing } from '../billing.types.js'
import type { SubscriptionPlan, SubscriptionStatus } from '../subscription.js'

export interface BillingRoutesOptions {
  billing: Omit<Billing, 'handlers' | 'handlersWith'>
  /**
   * The signed-in customer's id, from the merchant's own checked session; null for nobody. At most 63 characters, nothing
   * private: the gateway's console shows it. Never a header's or cookie's word that anyone could send.
   */
  customerOf: (request: Request) => string | null | Promise<string | null>
  /** Name of a registration as the window shows it, at most 40 characters. Default `카드 등록`. */
  registrationName?: string
  /** As the checkout routes' option of this name. */
  origins?: readonly string[]
  /** Largest body in bytes. Default 16,384. */
  bodyLimit?: number
  /** What only you should see: a gateway that refuses, a database that is down. Holds no card data. Default `console.error`. */
  onError?: (error: unknown, where: string) => void
}

/** What `useBillingKey` takes for an order. Nothing is charged. */
export interface BillingKeyOrderAnswer {
  merchantUid: string
  customerUid: string
  name: string
  amount: 0
}

/** A subscription as its customer sees it. Times in unix seconds. */
export interface SubscriptionView {
  id: string
  customerUid: string
  plan: SubscriptionPlan
  status: SubscriptionStatus
  /** The period to be charged next, from 1. */
  period: number
  /** Declined tries in this period so far. */
  attempt: number
  nextChargeAt: number | null
  /**
   * A charge is scheduled, or on its way. While it is, one that is `paused` or `cancelled` may be charged once more: do not say
   * before that nothing more is charged.
   */
  chargeIsOut: boolean
  createdAt: number
}

/** Codes of these routes only. */
export const billingRouteErrorCodes = {
  NOT_SIGNED_IN: { status: 401, message: 'customerOf knows nobody behind this request' },
  NO_REGISTRATION: { status: 404, message: 'neither the shop nor the gateway knows this registration' },
  /** Card data over plain http. Behind a proxy, let it send `X-Forwarded-Proto`. */
  INSECURE: { status: 403, message: 'card data is taken over https only, or from this very machine' },
} as const satisfies Record<string, { status: number; message: string }>

/** What every refusal looks like. Holds no card data, secret or stack. */
export interface BillingRouteError {
  /** Stable: branch on it. */
  code: BillingErrorCode | RouteErrorCode | keyof typeof billingRouteErrorCodes
  /** For the developer, in English. */
  message: string
  /** The card company's reason, where it refused. */
  buyerMessage?: string
}

/**
 * A web-standard handler for any base path: the last segment of the path names the route. All but the lists take JSON.
 *
 * | route | answers |
 * |---|---|
 * | `POST …/billing-key-order` | 201 `BillingKeyOrderAnswer`: what the window is opened with |
 * | `POST …/complete-billing-key` `{merchantUid, customerUid?, impUid?}` | 200 `BillingKeyRecord`; 404 `NO_REGISTRATION` |
 * | `POST …/register-billing-key` `{cardNumber, expiry, birth?, pwd2digit?}` | 200 `BillingKeyRecord`; 422 `INVALID_CARD`, `CARD_REFUSED`; 409 `TEST_CHANNEL`; 403 `INSECURE` |
 * | `GET …/billing-keys` | 200 `BillingKeyRecord[]`, newest first |
 * | `POST …/delete-billing-key` `{customerUid}` | 200 `{customerUid}`; 409 `CARD_IN_USE` |
 * | `POST …/replace-billing-key` `{from, to}` | 200 `SubscriptionView[]` |
 * | `GET …/subscriptions` | 200 `SubscriptionView[]`, newest first |
 * | `POST …/subscribe` `{planId, customerUid}` | 201 `SubscriptionView`; 409 `ALREADY_SUBSCRIBED` |
 * | `POST …/pause-subscription`, `resume-subscription`, `cancel-subscription`, `retry-subscription` `{id}` | 200 `SubscriptionView` |
 *
 * Besides: 401 `NOT_SIGNED_IN`, 403 `NOT_YOURS`, 404 for what there is none of, 5xx ask again. Every refusal is a
 * `BillingRouteError`.
 */
export type BillingRoutes = (request: Request) => Promise<Response>
