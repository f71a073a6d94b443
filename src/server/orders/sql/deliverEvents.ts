import type { SqlDatabase, SqlTransaction } from '../../sql/sqlDatabase.js'
import { deliveryDelay } from '../deliveryDelay.js'
import type { Deliveries, DeliveryOptions, OrderStore } from '../OrderStore.js'
import { deliveryLimit } from '../storeLimits.js'
import { eventJson, orderJson, readEvent, readOrder } from './orderRow.js'
import type { SqlNames } from './sqlNames.js'

type Handle<Details> = Parameters<OrderStore<Details, SqlTransaction>['deliver']>[0]
type Delivery = 'delivered' | 'failed' | 'none-due'

/** Hands out what is due, each event in a transaction of its own. */
export async function deliverEvents<Details>(
  database: SqlDatabase,
  names: SqlNames,
  handle: Handle<Details>,
  options: DeliveryOptions,
): Promise<Deliveries> {
  const deliveries: Deliveries = { delivered: 0, failed: 0 }
  // A handler on the one connection there is: the delivery it runs in goes on afterwards.
  if (database.inTransaction()) return deliveries
  const { now = new Date(), merchantUid = null } = options
  for (let count = 0; count < deliveryLimit(options); count++) {
    const delivery = await database.transaction((tx) => deliverNext(tx, names, handle, now, merchantUid))
    if (delivery === 'none-due') break
    deliveries[delivery]++
  }
  return deliveries
}

async function deliverNext<Details>(
  tx: SqlTransaction,
  names: SqlNames,
  handle: Handle<Details>,
  now: Date,
  merchantUid: string | null,
): Promise<Delivery> {
  const [row] = await tx.query<{ event: string; order: string }>(
    `select ${eventJson('event')} as event, ${orderJson('placed')} as "order"
     from ${names.events} as event join ${names.orders} as placed using (merchant_uid)
     where event.delivered_at is null and event.next_at <= $1::text::timestamptz
       and ($2::text is null or event.merchant_uid = $2::text)
       and not exists (
         select 1 from ${names.events} as earlier
         where earlier.merchant_uid = event.merchant_uid and earlier.delivered_at is null and earlier.id < event.id
       )
     order by event.next_at, event.id
     limit 1
     for update of event skip locked`,
    [now.toISOString(), merchantUid],
  )
  if (!row) return 'none-due'
  const event = readEvent(row.event)
  // Holds the lock when the handler's own writes are undone, so that no other instance hands the event out meanwhile.
  await tx.query('savepoint toss_checkout_handler')
  try {
    await handle(event, readOrder<Details>(row.order), tx)
    await tx.query(
      `update ${names.events} set delivered_at = $2::text::timestamptz where id = $1::text::bigint`,
      [event.id, now.toISOString()],
    )
    return 'delivered'
  } catch {
    const nextAt = new Date(now.getTime() + deliveryDelay(event.attempts))
    await tx.query('rollback to savepoint toss_checkout_handler')
    await tx.query(
      `update ${names.events} set attempts = attempts + 1, next_at = $2::text::timestamptz
       where id = $1::text::bigint`,
      [event.id, nextAt.toISOString()],
    )
    return 'failed'
  }
}
