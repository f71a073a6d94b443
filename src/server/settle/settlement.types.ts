import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { OrderStore } from '../orders/OrderStore.js'
import type { OrderEvent, OrderHappening } from '../orders/orderEvent.js'
import type { RefundAccount } from '../rest/payments/cancelRequest.js'
import type { Payment } from '../rest/payments/payment.types.js'
import type { PortOneClient } from '../rest/portOneClient.types.js'

/** What a handler gets besides the order. */
export interface HandlerContext<Tx> {
  /**
   * The transaction that ticks the event off. What is written through it happens exactly once, whatever crashes; what is
   * started elsewhere (mail, a parcel) happens at least once: pass `event.id` along as an idempotency key.
   */
  tx: Tx
  event: OrderEvent
}

type Of<Kind extends OrderHappening['kind']> = Extract<OrderHappening, { kind: Kind }>
type Handler<Details, Tx, Kind extends OrderHappening['kind']> = (
  order: CheckoutOrder<Details>,
  happening: Of<Kind>,
  context: HandlerContext<Tx>,
) => void | Promise<void>

/**
 * What the merchant does when an order moves. Each is told once, in the order things happened; one that throws is told
 * again later.
 */
export interface OrderHandlers<Details = unknown, Tx = unknown> {
  /** Fulfil it. */
  onPaid?: Handler<Details, Tx, 'paid'>
  onAwaitingDeposit?: Handler<Details, Tx, 'awaiting-deposit'>
  /** Stop fulfilling: the bank took the deposit back. */
  onDepositRolledBack?: Handler<Details, Tx, 'deposit-rolled-back'>
  onFailed?: Handler<Details, Tx, 'failed'>
  onRefunded?: Handler<Details, Tx, 'refunded'>
  /** Money that does not fit. With `mismatch: 'refund'` it has been given back when this is called. */
  onFlagged?: Handler<Details, Tx, 'flagged'>
}

export interface SettlementOptions<Details = unknown, Tx = unknown> extends OrderHandlers<Details, Tx> {
  client: PortOneClient
  orders: OrderStore<Details, Tx>
  /**
   * What to do with a payment that does not fit its order (another amount or currency, or a second payment): `flag` it
   * for a person, or `refund` it in full at once. Virtual accounts are only ever flagged: a refund needs the buyer's
   * account. Default `flag`.
   */
  mismatch?: 'flag' | 'refund'
  /** ms after which an order nobody paid is `failed` with reason `abandoned`. Default three days. */
  abandonAfter?: number
  /** Failures that nobody waits for: a handler that threw, a sweep that could not ask. Default: `console.error`. */
  onError?: (error: unknown, where: string) => void
  /** The present. For tests. */
  now?: () => Date
}

/** Which order to settle: by its number, or by the gateway's payment number. */
export type SettleTarget = { merchantUid: string; impUid?: never } | { impUid: string; merchantUid?: never }

/** What settling found. */
export type Settled<Details = unknown> =
  /** `payment` is the one asked for, or the one the order rests on. `changed` when this very call moved the order. */
  | { result: 'settled'; order: CheckoutOrder<Details>; payment: Payment; changed: boolean }
  /** The order exists and the gateway knows no payment for it (yet). */
  | { result: 'no-payment'; order: CheckoutOrder<Details> }
  /** The gateway knows no such payment. */
  | { result: 'unknown-payment' }
  /** No order of ours has this number. Not ours to judge: never fulfilled, never refunded. */
  | { result: 'no-order' }

export interface RefundRequest {
  merchantUid: string
  /** Won, more than 0, at most what is left. Default: everything that is left. */
  amount?: number
  /** Tax-free part of `amount`, won. Default 0, or what is left of the order's when everything is given back. */
  taxFree?: number
  /** At most 256 characters. */
  reason: string
  /** Where the money of a virtual account goes. */
  refundAccount?: RefundAccount
  requester?: 'customer' | 'admin'
}

/** What a sweep did. */
export interface Swept {
  /** Orders asked about at the gateway. */
  asked: number
  /** Of these, how many moved. */
  moved: number
  /** Of these, how many could not be asked; they come again. */
  unanswered: number
  /** Events handed to handlers. */
  delivered: number
}

/** The one road by which an order changes. Holds no state of its own: several instances over one database are one. */
export interface Settlement<Details = unknown, Tx = unknown> {
  /**
   * Asks the gateway, compares its answer with the order, and moves the order by compare-and-set. Callback, return URL,
   * webhook and sweep all call it; twice, late, in any order and at the same time they come to the same end.
   *
   * @throws PortOneError when the gateway cannot be asked; the order is as it was
   * @throws SettleError `CONTENDED` when other instances kept changing the order: ask again
   */
  settle(target: SettleTarget): Promise<Settled<Details>>
  /**
   * Gives money back through the gateway, guarded by `checksum` so that asking twice gives back once, then settles.
   *
   * @throws SettleError `NOT_REFUNDABLE`, `REFUND_TOO_LARGE`, `NO_ORDER`
   * @throws PortOneError of `cancelPayment`; `UNKNOWN_RESULT` has been looked up already where that was possible
   */
  refund(request: RefundRequest): Promise<CheckoutOrder<Details>>
  /** Hands out events that are due to the handlers. Errors of handlers go to `onError`. */
  deliver(merchantUid?: string): Promise<number>
  /** Settles every order whose time has come, expires what nobody paid, hands out events. Run it every minute or so. */
  sweep(options?: { limit?: number }): Promise<Swept>
  /** The orders and settings this settlement works on. */
  readonly options: SettlementOptions<Details, Tx>
}
