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
  /**
   * Money that does not fit; `refund` says what became of it. Not told when the payment has become the one its order rests
   * on meanwhile, as a second payment does when the bank takes the first one's deposit back.
   */
  onFlagged?: (
    order: CheckoutOrder<Details>,
    happening: Of<'flagged'>,
    context: HandlerContext<Tx> & { refund: MisfitRefund },
  ) => void | Promise<void>
}

/**
 * What became of money that does not fit.
 *
 * - `not-tried`: `mismatch` is `flag`, it is a virtual account's, or the order `besides` holds no money any more: a person
 *   decides.
 * - `given-back`: nothing of it is held any more.
 * - `failed`: eight tries over at least two minutes did not give it back, and `onError` heard why: a person has to.
 */
export type MisfitRefund = 'not-tried' | 'given-back' | 'failed'

export interface SettlementOptions<Details = unknown, Tx = unknown> extends OrderHandlers<Details, Tx> {
  client: PortOneClient
  orders: OrderStore<Details, Tx>
  /**
   * What to do with a payment that does not fit its order (another amount or currency, or a second payment): `flag` it
   * for a person, or `refund` it in full at once. Virtual accounts are only ever flagged: a refund needs the buyer's
   * account. Default `flag`.
   */
  mismatch?: 'flag' | 'refund'
  /**
   * Payments made through a test channel, where no money moves. The page chooses the channel, so where your console has a
   * test channel beside the real one anybody could "pay" with it: a real shop refuses them (they count as no payment, and
   * `onError` says so). Default: `refuse` when `NODE_ENV` is `production` or may not be read (Deno without `--allow-env`),
   * otherwise `accept`. Say it if you can.
   */
  testPayments?: 'accept' | 'refuse'
  /** ms after which an order nobody paid is `failed` with reason `abandoned`. Default three days. */
  abandonAfter?: number
  /**
   * ms after an order was paid during which the sweep goes on asking about it: a refund in the console whose webhook was
   * lost (it is sent once) would otherwise stay unknown, and the goods would go out. It asks after 1, 3, 7, 15 and 31 hours,
   * then once a day for two weeks, then once a week. Default 180 days, 43 look-ups for each order: a shop with 1,000 orders a
   * day asks 43,000 times a day in the end, one every two seconds. 14 days ask 18 times. Orders of less than two days are
   * looked at all the same.
   */
  watchFor?: number
  /** Failures that nobody waits for: a handler that threw, a sweep that could not ask. Default: `console.error`. */
  onError?: (error: unknown, where: string) => void
  /** The present. For tests. */
  now?: () => Date
}

/**
 * Which order to settle: by its number, or by the gateway's payment number. With `impUid`, `merchantUid` is where the caller
 * believes that payment to belong: right, it saves asking the gateway a second time; wrong, it changes nothing.
 */
export type SettleTarget = { merchantUid: string; impUid?: never } | { impUid: string; merchantUid?: string }

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
  /**
   * Tax-free part of `amount`, won. Default 0; the order's whole tax-free part when everything that is left is given back,
   * so say it there if an earlier refund had a tax-free part.
   */
  taxFree?: number
  /**
   * Won that were left (`amount - cancelAmount`) when whoever asks looked at the order. Send it with a button: pressed
   * twice it gives back once, even if the second press comes when the first is done (`ORDER_CHANGED`). Default: what is
   * left now, which stops two at the same moment only.
   */
  checksum?: number
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
   * webhook and sweep all call it; twice, late, in any order and at the same time they come to the same end. What there is
   * to tell waits in the outbox: call `deliver` after it.
   *
   * @throws PortOneError when the gateway cannot be asked; the order is as it was
   * @throws SettleError `CONTENDED` when other instances kept changing the order: ask again
   */
  settle(target: SettleTarget): Promise<Settled<Details>>
  /**
   * Gives money back through the gateway, then settles. Asked twice it gives back once only where both say `checksum`. Once
   * the gateway has given it back this resolves, whatever goes wrong with writing it down (`onError`): the sweep does that.
   *
   * @throws SettleError `NOT_REFUNDABLE`, `REFUND_TOO_LARGE`, `ORDER_CHANGED`, `NO_ORDER`, `CONTENDED`: nothing was sent
   * @throws PortOneError of `cancelPayment`; `UNKNOWN_RESULT` has been looked up already where that was possible, and the
   *   sweep looks once more
   */
  refund(request: RefundRequest): Promise<CheckoutOrder<Details>>
  /** Hands out events that are due to the handlers. Errors of handlers go to `onError`. */
  deliver(merchantUid?: string): Promise<number>
  /**
   * Settles every order whose time has come, those that wait for money first; expires what nobody paid, hands out events.
   * Run it every minute or so. Five orders at a time, until none is due or the gateway is down; where a run has to be short
   * (a serverless function), `limit` is the most orders it asks about. Default: no limit.
   */
  sweep(options?: { limit?: number }): Promise<Swept>
  /** The orders and settings this settlement works on. */
  readonly options: SettlementOptions<Details, Tx>
}
