import { migrateOnce } from '../../sql/migrateOnce.js'
import type { SqlDatabase, SqlTransaction } from '../../sql/sqlDatabase.js'
import type { OrderQuery, OrderStore } from '../OrderStore.js'
import { OrderStoreError } from '../OrderStoreError.js'
import { listLimit } from '../storeLimits.js'
import { advanceOrder } from './advanceOrder.js'
import { asStoreError } from './asStoreError.js'
import { deliverEvents } from './deliverEvents.js'
import { migrations } from './migrations.js'
import { type JsonRow, orderJson, readOrder, toParameter } from './orderRow.js'
import { type SqlNames, sqlNames } from './sqlNames.js'

export interface SqlOrderStoreOptions {
  /**
   * Schema of the tables `toss_checkout_orders`, `toss_checkout_events` and `toss_checkout_migrations`; made when missing.
   * Letters, digits and `_`. Default: the connection's own (`public`).
   */
  schema?: string
}

/** An order store in a database. */
export interface SqlOrderStore<Details = unknown> extends OrderStore<Details, SqlTransaction> {
  /**
   * Makes the tables or brings them up to date; several instances may start at once. It runs by itself on first use: call
   * it when you deploy if the shop's own role may not create tables.
   */
  migrate(): Promise<void>
}

/** The store that both drivers share. */
export function sqlOrderStore<Details>(
  driver: SqlDatabase,
  options: SqlOrderStoreOptions = {},
): SqlOrderStore<Details> {
  const names = sqlNames(options.schema)
  const ready = migrateOnce(driver, {
    table: names.migrations,
    schema: names.schema,
    lock: names.migrations,
    versions: migrations.map((statements) => statements(names)),
  })
  const orders = async (sql: string, params: readonly unknown[]) => {
    await ready()
    const rows = await driver.query<JsonRow>(sql, params)
    return rows.map(({ row }) => readOrder<Details>(row))
  }
  const selectOrders = `select ${orderJson('placed')} as row from ${names.orders} as placed`

  return {
    migrate: ready,
    create: async (order) => {
      const { merchantUid } = order
      const [created] = await asStoreError(merchantUid, () =>
        orders(insertOrder(names), [
          merchantUid,
          order.name,
          toParameter(order.amount),
          toParameter(order.taxFree),
          order.currency,
          JSON.stringify(order.details ?? null),
          order.sessionHash,
          order.tokenHash,
          toParameter(order.createdAt),
          toParameter(order.checkAt),
        ]),
      )
      if (!created) throw new OrderStoreError('ORDER_EXISTS', `order "${merchantUid}"`)
      return created
    },
    find: async (merchantUid) => {
      const [found] = await orders(`${selectOrders} where merchant_uid = $1::text`, [merchantUid])
      return found ?? null
    },
    advance: async (before, change, events, now) => {
      await ready()
      return asStoreError(before.merchantUid, () => advanceOrder(driver, names, before, change, events, now))
    },
    list: (query: OrderQuery = {}) =>
      orders(
        `${selectOrders}
         where ($1::text is null or status = $1::text)
           and ($2::text is null or flag is not null)
           and ($3::text is null or (created_at, merchant_uid) < ($3::text::timestamptz, $4::text collate "C"))
         order by created_at desc, merchant_uid desc
         limit $5::text::integer`,
        [
          query.status ?? null,
          query.flagged ? 'flagged' : null,
          toParameter(query.before?.createdAt),
          query.before?.merchantUid ?? null,
          String(listLimit(query)),
        ],
      ),
    due: (now, limit) =>
      orders(
        // Chosen before they are read whole: there may be many.
        `select ${orderJson('placed')} as row from (
           select * from ${names.orders} where check_at <= $1::text::timestamptz
           order by ${dueFirst} limit $2::text::integer
         ) as placed order by ${dueFirst}`,
        [now.toISOString(), String(limit)],
      ),
    deliver: async (handle, deliveryOptions = {}) => {
      await ready()
      return deliverEvents(driver, names, handle, deliveryOptions)
    },
    inTransaction: () => driver.inTransaction(),
  }
}

/** Others that are due were paid or failed: what is learnt about them is seldom new, and never urgent. */
const dueFirst = `(status not in ('pending', 'awaiting-deposit')), check_at`

function insertOrder({ orders }: SqlNames): string {
  return `insert into ${orders} as placed (
      merchant_uid, name, amount, tax_free, currency, details, session_hash, token_hash, created_at, updated_at, check_at
    ) values (
      $1::text, $2::text, $3::text::bigint, $4::text::bigint, $5::text, $6::text::jsonb, $7::text, $8::text,
      $9::text::timestamptz, $9::text::timestamptz, $10::text::timestamptz
    )
    on conflict (merchant_uid) do nothing
    returning ${orderJson('placed')} as row`
}
