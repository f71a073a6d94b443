import type { SqlTransaction } from '../../sql/sqlDatabase.js'
import type { CheckoutOrder } from '../checkoutOrder.js'
import { deliveryDelay } from '../deliveryDelay.js'
import type { DeliveryOptions } from '../OrderStore.js'
import type { OrderEvent } from '../orderEvent.js'
import { eventJson, orderJson, readEvent, readOrder, toParameter } from './orderRow.js'
import type { SqlNames } from './sqlNames.js'

/** The event that is due next, of those that are asked for, locked; null when there is none that nobody else has in hand. */
export async function nextEvent<Details>(
  tx: SqlTransaction,
  { events, orders }: SqlNames,
  now: Date,
  { merchantUid, kinds }: Pick<DeliveryOptions, 'merchantUid' | 'kinds'>,
): Promise<{ event: OrderEvent; order: CheckoutOrder<Details> } | null> {
  const [row] = await tx.query<{ event: string; order: string }>(
    `select ${eventJson('event')} as event, ${orderJson('placed')} as "order"
     from ${events} as event join ${orders} as placed using (merchant_uid)
     where event.delivered_at is null and event.next_at <= $1::text::timestamptz
       and ($2::text is null or event.merchant_uid = $2::text)
       and ($3::text is null or $3::text::jsonb @> (event.happening -> 'kind'))
       and not exists (
         select 1 from ${events} as earlier
         where earlier.merchant_uid = event.merchant_uid and earlier.delivered_at is null and earlier.id < event.id
       )
     order by event.next_at, event.id
     limit 1
     for update of event skip locked`,
    [now.toISOString(), toParameter(merchantUid), toParameter(kinds)],
  )
  return row ? { event: readEvent(row.event), order: readOrder<Details>(row.order) } : null
}

export async function tickOff(
  tx: SqlTransaction,
  { events }: SqlNames,
  { id }: OrderEvent,
  now: Date,
): Promise<void> {
  await tx.query(`update ${events} set delivered_at = $2::text::timestamptz where id = $1::text::bigint`, [
    id,
    now.toISOString(),
  ])
}

/**
 * Counts a failed delivery and leaves the event for later. Not when it was ticked off or put off since, or is locked: by
 * another instance, or by a connection whose end the database has not heard of. Answers whether it was ticked off.
 */
export async function putOff(
  sql: Pick<SqlTransaction, 'query'>,
  { events }: SqlNames,
  { id, attempts }: OrderEvent,
  now: Date,
): Promise<boolean> {
  const nextAt = new Date(now.getTime() + deliveryDelay(attempts))
  const [row] = await sql.query<{ told: string }>(
    `with waiting as (
       select id from ${events}
       where id = $1::text::bigint and attempts = $2::text::integer and delivered_at is null
       for update skip locked
     ),
     put_off as (
       update ${events} set attempts = attempts + 1, next_at = $3::text::timestamptz
       where id in (select id from waiting)
     )
     select (delivered_at is not null)::text as told from ${events} where id = $1::text::bigint`,
    [id, String(attempts), nextAt.toISOString()],
  )
  return row?.told === 'true'
}
