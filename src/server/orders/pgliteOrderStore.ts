import { type CallScope, callScope } from './pglite/callScope.js'
import { type NestedTransaction, nestedTransaction } from './pglite/nestedTransaction.js'
import { openTransaction } from './sql/openTransaction.js'
import type { SqlDatabase, SqlTransaction } from './sql/sqlDatabase.js'
import { type SqlOrderStore, type SqlOrderStoreOptions, sqlOrderStore } from './sql/sqlOrderStore.js'

type Query = (sql: string, params?: unknown[]) => Promise<{ rows: unknown[] }>

/** An embedded PostgreSQL: `new PGlite(…)` of `@electric-sql/pglite`. */
export interface PGliteDatabase {
  query: Query
  transaction<T>(work: (tx: { query: Query }) => Promise<T>): Promise<T>
}

/**
 * Orders in an embedded PostgreSQL, by the same SQL as `postgresOrderStore`: for one process with one data folder.
 * You bring the database and close it. Tables are made on first use.
 *
 * PGlite has one connection. While a handler runs everybody else's calls wait for it, so be quick in one. What a handler
 * itself asks of the store or the settlement joins the transaction it was given, and is undone with it when it throws.
 * That needs `AsyncLocalStorage` (Node, Bun, Deno); elsewhere a handler must write through its `tx` only.
 *
 * @example
 * const orders = pgliteOrderStore(new PGlite('./shop-data'))
 */
export function pgliteOrderStore<Details = unknown>(
  database: PGliteDatabase,
  options?: SqlOrderStoreOptions,
): SqlOrderStore<Details> {
  return sqlOrderStore<Details>(pgliteSqlDatabase(database), options)
}

/** By database, since several stores over one share its only connection. */
const scopes = new WeakMap<PGliteDatabase, CallScope<NestedTransaction>>()

function pgliteSqlDatabase(database: PGliteDatabase): SqlDatabase {
  const scope = scopes.get(database) ?? callScope<NestedTransaction>()
  scopes.set(database, scope)
  const transaction = <T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> => {
    const outer = scope.current()
    if (outer?.isOpen()) return outer.run(work)
    return database.transaction((opened) =>
      openTransaction(
        (sql, params) => opened.query(sql, params),
        async (tx) => {
          const nested = nestedTransaction(tx)
          try {
            return await scope.run(nested, () => work(tx))
          } finally {
            nested.close()
          }
        },
      ),
    )
  }
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      const outer = scope.current()
      if (outer?.isOpen()) return outer.run((tx) => tx.query<Row>(sql, params))
      return (await database.query(sql, [...params])).rows as Row[]
    },
    transaction,
    inTransaction: () => scope.current()?.isOpen() ?? false,
  }
}
