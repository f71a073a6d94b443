import type { Buyer, Currency, Order } from '../../payment/order.js'
import type { PaymentRecord } from '../../payment/paymentRecord.js'
import type { CheckoutOrder, OrderFlag, OrderStatus } from '../orders/checkoutOrder.js'
import type { Settlement, SettlementOptions } from '../settle/settlement.types.js'
import type { routeErrorCodes } from './routeErrorCodes.js'

/** What the merchant's own catalogue says an order costs. The browser's word about prices is never used. */
export interface PricedOrder<Details = unknown> {
  /** Shown in the payment window, at most 40 characters. */
  name: string
  /** Whole won (or units of `currency`), more than 0, tax included. A number, never a string. */
  amount: number
  /** Tax-free part, won. Default 0. */
  taxFree?: number
  /** Default `KRW`. */
  currency?: Currency
  /** Handed to the browser for the payment window; not stored by us. */
  buyer?: Buyer
  /** Kept with the order as JSON, for the merchant's eyes only. Default null. */
  details?: Details
}

/** What the merchant answers when the gateway asks, just before it approves. */
export type ConfirmAnswer = { go: true } | { go: false; reason: string }

export interface CheckoutRoutesOptions<Details = unknown, Tx = unknown>
  extends SettlementOptions<Details, Tx> {
  /**
   * Prices what the page asks for. `body` is whatever JSON the page sent: check it. `request` is for its headers; its
   * body has been read. Throw `OrderRefused` to say why not; anything else thrown, and a price that cannot be, is a 500
   * and goes to `onError`.
   */
  priceOrder: (body: unknown, request: Request) => PricedOrder<Details> | Promise<PricedOrder<Details>>
  /**
   * Mints an order number, 6–40 of `A-Za-z0-9_-`; one that is taken is minted again, twice. Default: the day in KST and
   * 80 random bits, `20261123-…`.
   */
  mintMerchantUid?: () => string
  /**
   * Asked by the gateway's confirm process (`confirm_url`) just before approval, after the amount was compared: is it still in stock?
   * Must answer within 8 s, or the payment is stopped, whatever comes later. What it reserves should lapse by itself: the
   * bank may still decline, and without `gatewayAddresses` whoever knows an order's number and price can cause the call.
   * Default: go.
   */
  onConfirm?: (order: CheckoutOrder<Details>) => ConfirmAnswer | Promise<ConfirmAnswer>
  /**
   * Who is asking. Default: a random session in an HttpOnly cookie (30 days, SameSite=Lax), set when the first order is made:
   * `__Host-toss_checkout`, Secure, over https; `toss_checkout` elsewhere. Give a function when the merchant has sessions of its own: it answers
   * something stable and checked, such as the signed-in member's id, or null for nobody. Never a header's or cookie's
   * word that anyone could send. Only its SHA-256 is stored.
   */
  session?: (request: Request) => string | null | Promise<string | null>
  /** Source addresses webhooks and confirm calls must come from. Default: not checked (the body is never trusted anyway). */
  gatewayAddresses?: {
    /** Default `portOneAddresses`. */
    allowed?: readonly string[]
    /** The caller's address as your proxy reports it; undefined is refused. */
    of: (request: Request) => string | undefined
  }
  /**
   * Sites whose pages may call `orders`, `complete` and `status`, the shop's own included: `https://shop.example`. Sets
   * the CORS headers, with credentials, and refuses an `Origin` that is not listed; a request without one (a server, a GET
   * of the same site) passes. The cookie travels between subdomains of one site only; from another site send the token
   * as `X-Checkout-Token`. Default: no CORS headers, so pages of other sites cannot read answers; `Origin` not checked.
   */
  origins?: readonly string[]
  /**
   * Cards and subscriptions at the same address, so that the page needs one `endpoint`: `createBillingRoutes(…)`. Asked for
   * every path that these routes do not have.
   */
  billing?: (request: Request) => Promise<Response>
  /** Largest body in bytes. Default 65,536. */
  bodyLimit?: number
  /** Keeps work alive after the answer, where a platform needs it (`waitUntil` of `cloudflare:workers`, Next's `after`). */
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

/** A stable code; `routeErrorCodes` has the HTTP status and meaning of each. */
export type RouteErrorCode = keyof typeof routeErrorCodes

/** What every refusal looks like. Holds no secret, token or stack; what only you should see goes to `onError`. */
export interface RouteError {
  /** Stable: branch on it. The merchant's own where `OrderRefused` was thrown. */
  code: RouteErrorCode | (string & {})
  /** For the developer, in English. */
  message: string
  /** What the buyer may be shown: `OrderRefused`'s, when it has one. */
  buyerMessage?: string
  /** `POST confirm` only: why the payment was stopped, in Korean; the gateway shows it to the buyer. */
  reason?: string
  /** `POST complete` with `PAYMENT_DIFFERS` only: what was paid, beside what the order expects. */
  record?: PaymentRecord
}

/**
 * A web-standard handler for any base path: the last segment of the path names the route.
 *
 * | route | answers |
 * |---|---|
 * | `POST …/orders` | 201 `OrderAnswer`; 422 when `priceOrder` refuses; 5xx and no order when the gateway does not know it |
 * | `POST …/complete` `{merchantUid, impUid?}` | 200 `PaymentRecord`, 404 `NO_PAYMENT`/`NO_ORDER`, 403 `NOT_YOURS`, 409 `PAYMENT_DIFFERS` with the record, 5xx ask again |
 * | `GET …/status?merchantUid=` | 200 `OrderView` from the store, the gateway not asked; 404, 403 |
 * | `POST …/webhook` JSON or form | 200 `{result}` settled, or a duplicate, for which the gateway is not asked; 4xx asking again will not help; 5xx ask again |
 * | `POST …/confirm` JSON or form | 200 goes on; 4xx/5xx `{reason}` stops the payment |
 *
 * Every refusal is a `RouteError`.
 */
export interface CheckoutRoutes<Details = unknown, Tx = unknown> {
  (request: Request): Promise<Response>
  readonly settlement: Settlement<Details, Tx>
  /** The order, if whoever sent this request may read it (session cookie or `X-Checkout-Token`); otherwise null. */
  readOrder(request: Request, merchantUid: string): Promise<CheckoutOrder<Details> | null>
}
