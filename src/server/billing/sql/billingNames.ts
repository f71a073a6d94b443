import { sqlNames } from '../../orders/sql/sqlNames.js'

/** Names of everything the SQL subscription stores have in the database, quoted and with their schema. */
export interface BillingNames {
  /** Null: the first of the connection's `search_path`. */
  schema: string | null
  cards: string
  subscriptions: string
  migrations: string
  /** The orders' table of that kind, by whose name both are locked. */
  ordersMigrations: string
  guard: string
  guardCard: string
  guardCharged: string
}

/** Raises `TypeError` for a schema that is no plain identifier. */
export function billingNames(schema?: string): BillingNames {
  const orders = sqlNames(schema)
  const prefix = `${orders.schema ? `${orders.schema}.` : ''}toss_checkout_`
  return {
    schema: orders.schema,
    ordersMigrations: orders.migrations,
    cards: `${prefix}cards`,
    subscriptions: `${prefix}subscriptions`,
    migrations: `${prefix}billing_migrations`,
    guard: `${prefix}guard_subscription`,
    guardCard: `${prefix}guard_card`,
    guardCharged: `${prefix}guard_charged_card`,
  }
}
