import { type PostgresPool, postgresDatabase } from '../sql/postgresDatabase.js'
import { type SqlOrderStore, type SqlOrderStoreOptions, sqlOrderStore } from './sql/sqlOrderStore.js'

/**
 * Orders in PostgreSQL, 12 or newer. You bring the pool and end it. Tables are made on first use.
 *
 * While a handler runs, `deliver` holds one connection; a handler that calls the store or the settlement takes another,
 * so give the pool at least two.
 *
 * @example
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
 * pool.on('error', console.error) // an idle connection that breaks would end the process otherwise
 * const orders = postgresOrderStore(pool)
 */
export function postgresOrderStore<Details = unknown>(
  pool: PostgresPool,
  options?: SqlOrderStoreOptions,
): SqlOrderStore<Details> {
  return sqlOrderStore<Details>(postgresDatabase(pool), options)
}
