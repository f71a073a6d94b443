import { type PostgresPool, postgresDatabase } from '../sql/postgresDatabase.js'
import { type SqlOrderStore, type SqlOrderStoreOptions, sqlOrderStore } from './sql/sqlOrderStore.js'

/**
 * Orders in PostgreSQL, 12 or newer. You bring the pool and end it. Tables are made on first use.
 *
 * While a handler runs, `deliver` holds one connection; a handler that calls the store or the settlement takes another.
 * So that deliveries never have them all, at most `(max - 1) / 2` handlers run at a time on one pool, whichever stores
 * share it (4 of `pg`'s default 10; at least 1); other deliveries wait, without a connection. With a `max` of 3 or more that
 * leaves each handler one connection of its own to take from the pool, and the shop at least one.
 *
 * Give the pool at least 2. On a pool of 1 a handler can only write through its `tx`: what it asks of a store throws,
 * `mismatch: 'refund'` gives nothing back, and whatever it asks of the pool itself waits for ever.
 *
 * Handlers are known by `AsyncLocalStorage` (Node, Bun, Deno); elsewhere one must not call `deliver`.
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
