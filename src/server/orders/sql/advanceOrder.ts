import type { SqlDatabase } from '../../sql/sqlDatabase.js'
import type { CheckoutOrder, OrderChange } from '../checkoutOrder.js'
import type { NewOrderEvent } from '../orderEvent.js'
import { changeColumns, type JsonRow, orderJson, readOrder, toParameter } from './orderRow.js'
import type { SqlNames } from './sqlNames.js'

/** Compare-and-set and the outbox rows in one statement, which is one transaction. Null when the version has moved on. */
export async function advanceOrder<Details>(
  database: SqlDatabase,
  names: SqlNames,
  before: CheckoutOrder<Details>,
  change: OrderChange,
  events: readonly NewOrderEvent[],
  now: Date,
): Promise<CheckoutOrder<Details> | null> {
  const params: (string | null)[] = [
    before.merchantUid,
    String(before.version),
    now.toISOString(),
    JSON.stringify(events),
  ]
  const fields = (Object.keys(changeColumns) as (keyof OrderChange)[]).filter(
    (field) => change[field] !== undefined,
  )
  const set = fields.map((field) => {
    const { column, type } = changeColumns[field]
    params.push(toParameter(change[field]))
    return `${column} = $${params.length}::text::${type}`
  })
  const mine = 'merchant_uid = $1 and version = $2::text::integer'
  const moved = fields.length
    ? `update ${names.orders} set ${set.join(', ')}, version = version + 1, updated_at = $3::text::timestamptz
       where ${mine} returning *`
    : `select * from ${names.orders} where ${mine} for no key update`
  const rows = await database.query<JsonRow>(
    `with moved as (${moved}),
     told as (
       insert into ${names.events} (merchant_uid, key, imp_uid, happening, at, next_at)
       select moved.merchant_uid, event ->> 'key', event ->> 'impUid', event -> 'happening',
         $3::text::timestamptz, $3::text::timestamptz
       from moved, jsonb_array_elements($4::text::jsonb) with ordinality as happened (event, place)
       order by place
       on conflict (merchant_uid, key) do nothing
     )
     select ${orderJson('moved')} as row from moved`,
    params,
  )
  return rows[0] ? readOrder(rows[0].row) : null
}
