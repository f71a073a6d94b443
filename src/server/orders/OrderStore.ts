import type { CheckoutOrder, NewOrder, OrderChange, OrderStatus } from './checkoutOrder.js'
import type { NewOrderEvent, OrderEvent, OrderHappening } from './orderEvent.js'

/** Which orders to list, newest first. */
export interface OrderQuery {
  status?: OrderStatus
  /** Only orders with a flag. */
  flagged?: boolean
  /** Only orders made before this one: the last of the page before. */
  before?: Pick<CheckoutOrder, 'createdAt' | 'merchantUid'>
  /** 1–500. Default 50. */
  limit?: number
}

/** Which events to hand out. */
export interface DeliveryOptions {
  /** Only this order's. Default: every order's. */
  merchantUid?: string
  /**
   * Only happenings of these kinds; others are left as they are. One that waits holds back what happened later to its order
   * all the same. Default: every kind.
   */
  kinds?: readonly OrderHappening['kind'][]
  /** At most so many, 1–1000. Default 100. */
  limit?: number
  /** Default: the present. */
  now?: Date
}

/** What became of the events that were due. */
export interface Deliveries {
  delivered: number
  /** They come again later (1 s, doubled each time, at most 1 h): their handler threw, or see `undone`. */
  failed: number
  /** Those of the failed whose handler threw nothing. Absent when there are none. */
  undone?: readonly UndoneDelivery[]
}

/** A handler ended well, and the database did not keep what it wrote. */
export interface UndoneDelivery {
  event: OrderEvent
  /**
   * Why: a constraint that is checked when the transaction ends, a connection that was cut or was silent for too long, or
   * an error of the transaction that the handler caught (PostgreSQL undoes everything then, code `25P02`).
   */
  error: unknown
}

/**
 * Where orders live. Three come with the kit: `memoryOrderStore` (tests), `pgliteOrderStore` and `postgresOrderStore`.
 * `Tx` is what a handler may write through in the very transaction that ticks its event off.
 */
export interface OrderStore<Details = unknown, Tx = unknown> {
  /** @throws OrderStoreError `ORDER_EXISTS` when the number is taken; `INVALID_ORDER` when the database refuses a value */
  create(order: NewOrder<Details>): Promise<CheckoutOrder<Details>>
  find(merchantUid: string): Promise<CheckoutOrder<Details> | null>
  /**
   * Compare-and-set: applies `change` and writes `events` in one transaction, only while the order still has the version
   * of `before`. Null when somebody else was first: read again, ask again. An event whose key exists is left out. An
   * empty change adds the events and leaves the order and its version as they are.
   *
   * @throws OrderStoreError `ILLEGAL_CHANGE`, `INVALID_ORDER` when the database refuses it
   */
  advance(
    before: CheckoutOrder<Details>,
    change: OrderChange,
    events: readonly NewOrderEvent[],
    now: Date,
  ): Promise<CheckoutOrder<Details> | null>
  list(query?: OrderQuery): Promise<CheckoutOrder<Details>[]>
  /** Orders whose `checkAt` is not after `now`: `pending` and `awaiting-deposit` first, then the longest waiting. */
  due(now: Date, limit: number): Promise<CheckoutOrder<Details>[]>
  /**
   * Hands out events that are due, one at a time, each in a transaction of its own that also ticks it off; one order's
   * in the order they happened, and to one instance only (`FOR UPDATE SKIP LOCKED`). A handler that throws, or whose
   * transaction is not kept, leaves its event to come again, and later events of that order behind it. Called by a handler
   * it waits for nobody: where there is no room for another transaction it hands out nothing.
   *
   * Raises what the driver raises when the database cannot be asked; events are as they were then.
   */
  deliver(
    handle: (event: OrderEvent, order: CheckoutOrder<Details>, tx: Tx) => Promise<void>,
    options?: DeliveryOptions,
  ): Promise<Deliveries>
  /**
   * Whether whoever asks is a handler whose calls join its transaction: for what it must not wait for, since nobody else goes
   * on before it ends. Absent where nothing is ever joined.
   */
  inTransaction?(): boolean
}
