import type { PGliteDatabase } from '../sql/pgliteDatabase.js'
import { pgliteDatabase } from '../sql/pgliteDatabase.js'
import {
  type SqlSubscriptionStore,
  type SqlSubscriptionStoreOptions,
  sqlSubscriptionStore,
} from './sql/sqlSubscriptionStore.js'

/**
 * Cards and subscriptions in an embedded PostgreSQL, by the same SQL as `postgresSubscriptionStore`: give it the database and
 * the schema that `pgliteOrderStore` has. Tables are made on first use.
 *
 * There is one connection, and while a handler runs it is the handler's: call nothing of billing in a handler.
 *
 * @example
 * const database = new PGlite('./shop-data')
 * const subscriptions = pgliteSubscriptionStore(database)
 */
export function pgliteSubscriptionStore(
  database: PGliteDatabase,
  options?: SqlSubscriptionStoreOptions,
): SqlSubscriptionStore {
  return sqlSubscriptionStore(pgliteDatabase(database), options)
}
