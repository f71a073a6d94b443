import { type PGliteDatabase, pgliteDatabase } from '../sql/pgliteDatabase.js'
import { type SqlOrderStore, type SqlOrderStoreOptions, sqlOrderStore } from './sql/sqlOrderStore.js'

/**
 * Orders in an embedded PostgreSQL, by the same SQL as `postgresOrderStore`: for one process with one data folder.
 * You bring the database and close it. Tables are made on first use.
 *
 * PGlite has one connection. While a handler runs everybody else's calls wait for it, so be quick in one. What a handler
 * itself asks of the store, the settlement or, in the same process, the checkout routes joins the transaction it was given,
 * and is undone with it when it throws; the database itself it must ask through its `tx`, or it waits for itself. That needs
 * `AsyncLocalStorage` (Node, Bun, Deno); elsewhere a handler must write through its `tx` only.
 *
 * @example
 * const orders = pgliteOrderStore(new PGlite('./shop-data'))
 */
export function pgliteOrderStore<Details = unknown>(
  database: PGliteDatabase,
  options?: SqlOrderStoreOptions,
): SqlOrderStore<Details> {
  return sqlOrderStore<Details>(pgliteDatabase(database), options)
}
