import { asStoreError } from '../../orders/sql/asStoreError.js'
import { type JsonRow, toParameter } from '../../orders/sql/orderRow.js'
import { migrateOnce } from '../../sql/migrateOnce.js'
import type { SqlDatabase, SqlTransaction } from '../../sql/sqlDatabase.js'
import type { SubscriptionChange, SubscriptionStore } from '../SubscriptionStore.js'
import type { Subscription } from '../subscription.js'
import { billingMigrations } from './billingMigrations.js'
import { billingNames } from './billingNames.js'
import { sqlCards } from './sqlCards.js'
import { readSubscription, subscriptionColumns, subscriptionJson } from './subscriptionRow.js'

export interface SqlSubscriptionStoreOptions {
  /**
   * Schema of the tables `toss_checkout_cards`, `toss_checkout_subscriptions` and `toss_checkout_billing_migrations`; made
   * when missing. The orders' own, so that a handler's transaction reaches both. Default: the connection's (`public`).
   */
  schema?: string
}

/** A subscription store in a database. */
export interface SqlSubscriptionStore extends SubscriptionStore<SqlTransaction> {
  /**
   * Makes the tables or brings them up to date; several instances may start at once. It runs by itself on first use: call
   * it when you deploy if the shop's own role may not create tables.
   */
  migrate(): Promise<void>
}

/** The store that both drivers share. */
export function sqlSubscriptionStore(
  driver: SqlDatabase,
  options: SqlSubscriptionStoreOptions = {},
): SqlSubscriptionStore {
  const names = billingNames(options.schema)
  const ready = migrateOnce(driver, {
    table: names.migrations,
    schema: names.schema,
    lock: names.ordersMigrations,
    versions: billingMigrations.map((statements) => statements(names)),
  })
  const query = async (sql: string, params: readonly unknown[], tx?: SqlTransaction): Promise<JsonRow[]> => {
    // Not within a handler: the one connection of an embedded database is the handler's.
    if (!tx) await ready()
    return (tx ?? driver).query<JsonRow>(sql, params)
  }
  const read = async (
    sql: string,
    params: readonly unknown[],
    tx?: SqlTransaction,
  ): Promise<Subscription[]> => (await query(sql, params, tx)).map(({ row }) => readSubscription(row))
  const json = subscriptionJson('kept')
  const select = `select ${json} as row from ${names.subscriptions} as kept`

  return {
    ...sqlCards(query, names),
    migrate: ready,
    createSubscription: async (subscription) => {
      const [created] = await asStoreError(subscription.id, () =>
        read(insert(names.subscriptions, json), valuesOf(subscription)),
      )
      return created ?? null
    },
    findSubscription: async (id, tx) => {
      const [found] = await read(`${select} where id = $1::text`, [id], tx)
      return found ?? null
    },
    subscriptionsOf: (customerId) =>
      read(`${select} where customer_id = $1::text order by created_at desc, id desc`, [customerId]),
    advanceSubscription: async (before, change, now, tx) => {
      const params: (string | null)[] = [before.id, String(before.version), now.toISOString()]
      const set = changedFields(change).map((field) => {
        const { column, type } = subscriptionColumns[field]
        params.push(toParameter(change[field]))
        return `${column} = $${params.length}::text::${type}, `
      })
      const [after] = await asStoreError(before.id, () =>
        read(
          `update ${names.subscriptions} as kept set ${set.join('')}
             version = version + 1, updated_at = $3::text::timestamptz
           where id = $1::text and version = $2::text::integer
           returning ${json} as row`,
          params,
          tx,
        ),
      )
      return after ?? null
    },
    clock: async () => {
      const [row] = await query(
        'select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as row',
        [],
      )
      return new Date(Number(row?.row))
    },
    claimDue: (now, leaseMs, limit) =>
      read(
        `with due as (
           select id as due_id from ${names.subscriptions} where check_at <= $1::text::timestamptz
           order by check_at limit $3::text::integer
           for update skip locked
         )
         update ${names.subscriptions} as kept
         set check_at = $2::text::timestamptz, version = version + 1, updated_at = $1::text::timestamptz
         from due where kept.id = due.due_id
         returning ${json} as row`,
        [now.toISOString(), new Date(now.getTime() + leaseMs).toISOString(), String(limit)],
      ),
  }
}

function changedFields(change: SubscriptionChange): (keyof SubscriptionChange)[] {
  const fields = Object.keys(subscriptionColumns) as (keyof SubscriptionChange)[]
  return fields.filter((field) => change[field] !== undefined)
}

function insert(subscriptions: string, json: string): string {
  return `insert into ${subscriptions} as kept (
      id, customer_id, customer_uid, plan, status, anchor_at, period, attempt, used_numbers, next_charge_at,
      charge_uid, check_at, version, created_at, updated_at
    ) values (
      $1::text, $2::text, $3::text, $4::text::jsonb, $5::text, $6::text::timestamptz, $7::text::integer,
      $8::text::integer, $9::text::integer, $10::text::timestamptz, $11::text, $12::text::timestamptz,
      $13::text::integer, $14::text::timestamptz, $15::text::timestamptz
    )
    on conflict (customer_id, (plan ->> 'id')) where status <> 'cancelled' do nothing
    returning ${json} as row`
}

function valuesOf(subscription: Subscription): (string | null)[] {
  const { id, customerId, customerUid, plan, status, anchorAt, period, attempt, usedNumbers } = subscription
  const { nextChargeAt, chargeUid, checkAt, version, createdAt, updatedAt } = subscription
  return [
    ...[id, customerId, customerUid, plan, status, anchorAt, period, attempt, usedNumbers],
    ...[nextChargeAt, chargeUid, checkAt, version, createdAt, updatedAt],
  ].map(toParameter)
}
