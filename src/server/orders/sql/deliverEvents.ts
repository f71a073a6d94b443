import type { SqlDatabase, SqlTransaction } from '../../sql/sqlDatabase.js'
import type { Deliveries, DeliveryOptions, OrderStore, UndoneDelivery } from '../OrderStore.js'
import type { OrderEvent } from '../orderEvent.js'
import { deliveryLimit } from '../storeLimits.js'
import { nextEvent, putOff, tickOff } from './outboxRows.js'
import type { SqlNames } from './sqlNames.js'

type Handle<Details> = Parameters<OrderStore<Details, SqlTransaction>['deliver']>[0]
type Delivery = 'none-due' | 'delivered' | 'failed' | UndoneDelivery

/** Hands out what is due, each event in a transaction of its own. */
export async function deliverEvents<Details>(
  database: SqlDatabase,
  names: SqlNames,
  handle: Handle<Details>,
  options: DeliveryOptions,
): Promise<Deliveries> {
  const deliveries: Deliveries = { delivered: 0, failed: 0 }
  const { now = new Date() } = options
  for (let count = 0; count < deliveryLimit(options); count++) {
    const delivery = await deliverNext(database, names, handle, now, options)
    if (delivery === 'none-due') break
    if (typeof delivery === 'string') deliveries[delivery]++
    else {
      deliveries.failed++
      deliveries.undone = [...(deliveries.undone ?? []), delivery]
    }
  }
  return deliveries
}

async function deliverNext<Details>(
  database: SqlDatabase,
  names: SqlNames,
  handle: Handle<Details>,
  now: Date,
  only: DeliveryOptions,
): Promise<Delivery> {
  const attempt: { event: OrderEvent | null; handlerThrew: boolean } = { event: null, handlerThrew: false }
  const failure = (event: OrderEvent, error: unknown): Delivery =>
    attempt.handlerThrew ? 'failed' : { event, error }
  try {
    const delivering = database.delivery<Delivery>(async (tx) => {
      const next = await nextEvent<Details>(tx, names, now, only)
      if (!next) return 'none-due'
      const { event, order } = next
      attempt.event = event
      try {
        // Nested: when the handler's own writes are undone the lock is not, so that no other instance is handed the event.
        await tx.nest(async (own) => {
          try {
            await handle(event, order, own)
          } catch (thrown) {
            attempt.handlerThrew = true
            throw thrown
          }
        })
      } catch (thrown) {
        await putOff(tx, names, event, now)
        return failure(event, thrown)
      }
      await tickOff(tx, names, event, now)
      return 'delivered'
    })
    // In a handler, with no place for another: what there is to tell comes with the next delivery.
    return (await delivering) ?? 'none-due'
  } catch (thrown) {
    const { event } = attempt
    if (!event) throw thrown
    // The transaction came to nothing (a constraint that is checked at its end, a connection that was cut). Left at the
    // head of the queue, the event would keep all others waiting.
    const isTold = await putOff(database, names, event, now).catch(() => {
      throw thrown
    })
    return isTold ? 'delivered' : failure(event, thrown)
  }
}
