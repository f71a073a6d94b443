import type { PostgresPool } from '../sql/postgresDatabase.js'
import { postgresDatabase } from '../sql/postgresDatabase.js'
import {
  type SqlSubscriptionStore,
  type SqlSubscriptionStoreOptions,
  sqlSubscriptionStore,
} from './sql/sqlSubscriptionStore.js'

/**
 * Cards and subscriptions in PostgreSQL, 12 or newer, beside the orders: give it the pool and the schema that
 * `postgresOrderStore` has. You bring the pool and end it. Tables are made on first use.
 *
 * @example
 * const orders = postgresOrderStore(pool)
 * const subscriptions = postgresSubscriptionStore(pool)
 */
export function postgresSubscriptionStore(
  pool: PostgresPool,
  options?: SqlSubscriptionStoreOptions,
): SqlSubscriptionStore {
  return sqlSubscriptionStore(postgresDatabase(pool), options)
}
