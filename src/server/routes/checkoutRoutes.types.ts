import type { Buyer, Currency, Order } from '../../payment/order.js'
import type { PaymentRecord } from '../../payment/paymentRecord.js'
import type { CheckoutOrder, OrderFlag, OrderStatus } from '../orders/checkoutOrder.js'
import type { Settlement, SettlementOptions } from '../settle/settlement.types.js'

/** What the merchant's own catalogue says an order costs. The browser's word about prices is never used. */
export interface PricedOrder<Details = unknown> {
  /** Shown in the payment window, at most 40 characters. */
  name: string
  /** Whole won (or units of `currency`), more than 0, tax included. */
  amount: number
  /** Tax-free part, won. Default 0. */
  taxFree?: number
  /** Default `KRW`. */
  currency?: Currency
  /** Handed to the browser for the payment window; not stored by us. */
  buyer?: Buyer
  /** Kept with the order, for the merchant's eyes only. Default null. */
  details?: Details
}

/** What the merchant answers when the gateway asks, just before it approves. */
export type ConfirmAnswer = { go: true } | { go: false; reason: string }

export interface CheckoutRoutesOptions<Details = unknown, Tx = unknown>
  extends SettlementOptions<Details, Tx> {
  /**
   * Prices what the page asks for. `body` is whatever JSON the page sent: check it. Throw `OrderRefused` to say why not.
   */
  priceOrder: (body: unknown, request: Request) => PricedOrder<Details> | Promise<PricedOrder<Details>>
  /** Mints an order number, 6–40 of `A-Za-z0-9_-`. Default: the day in KST and 80 random bits, `20261123-…`. */
  mintMerchantUid?: () => string
  /**
   * Asked by the gateway's confirm process (`confirm_url`) just before approval, after the amount was compared: is it still in stock?
   * Must answer within 8 s, or the payment is stopped. Default: go.
   */
  onConfirm?: (order: CheckoutOrder<Details>) => ConfirmAnswer | Promise<ConfirmAnswer>
  /**
   * Who is asking. Default: a random session in an HttpOnly cookie named `toss_checkout`, set when the first order is made. Give a
   * function when the merchant has sessions of its own: it answers a stable secret or id, or null for nobody.
   */
  session?: (request: Request) => string | null | Promise<string | null>
  /** Source addresses webhooks and confirm calls must come from. Default: not checked (the body is never trusted anyway). */
  gatewayAddresses?: {
    /** Default `portOneAddresses`. */
    allowed?: readonly string[]
    /** The caller's address as your proxy reports it; undefined is refused. */
    of: (request: Request) => string | undefined
  }
  /** Sites whose pages may call `orders`, `complete` and `status`: CORS and `Origin` check. Default: not checked. */
  origins?: readonly string[]
  /** Largest body in bytes. Default 65,536. */
  bodyLimit?: number
  /** Keeps work alive after the answer, where a platform needs it (`context.executionCtx.waitUntil`, Next's `after`). */
  waitUntil?: (work: Promise<unknown>) => void
}

/** `POST orders` answers 201 with what the button's `order` prop takes, and the access token in `X-Checkout-Token`. */
export type OrderAnswer = Order

/** `GET status?merchantUid=…`: what whoever holds the session or the token may see. */
export interface OrderView {
  merchantUid: string
  name: string
  amount: number
  taxFree: number
  currency: Currency
  status: OrderStatus
  cancelAmount: number
  flag: OrderFlag | null
  failReason: string | null
  record: PaymentRecord | null
  /** Unix seconds. */
  createdAt: number
  updatedAt: number
}

/** What every refusal looks like. */
export interface RouteError {
  /** Stable: branch on it. */
  code: RouteErrorCode | (string & {})
  /** For the developer, in English. */
  message: string
}

export type RouteErrorCode =
  | 'INVALID_BODY'
  | 'BODY_TOO_LARGE'
  | 'ORIGIN_REFUSED'
  | 'ADDRESS_REFUSED'
  | 'NOT_YOURS'
  | 'NO_ORDER'
  | 'NO_PAYMENT'
  | 'NO_ROUTE'
  | 'METHOD_NOT_ALLOWED'
  | 'GATEWAY_UNAVAILABLE'
  | 'GATEWAY_REFUSED'
  | 'CONTENDED'
  | 'STORE_UNAVAILABLE'

/**
 * A web-standard handler for any base path: the last segment of the path names the route.
 *
 * | route | answers |
 * |---|---|
 * | `POST …/orders` | 201 `OrderAnswer`; 422 when `priceOrder` refuses |
 * | `POST …/complete` `{merchantUid, impUid?}` | 200 `PaymentRecord`, 404 `NO_PAYMENT`/`NO_ORDER`, 403 `NOT_YOURS`, 503 |
 * | `GET …/status?merchantUid=` | 200 `OrderView` from the store, the gateway not asked |
 * | `POST …/webhook` JSON or form | 200 settled; 4xx asking again will not help; 503 ask again |
 * | `POST …/confirm` | 200 goes on; 4xx/5xx `{reason}` stops the payment |
 */
export interface CheckoutRoutes<Details = unknown, Tx = unknown> {
  (request: Request): Promise<Response>
  readonly settlement: Settlement<Details, Tx>
  /** The order, if whoever sent this request may read it (session cookie or `X-Checkout-Token`); otherwise null. */
  readOrder(request: Request, merchantUid: string): Promise<CheckoutOrder<Details> | null>
}
