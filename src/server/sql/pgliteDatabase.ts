import { type CallScope, callScope } from './callScope.js'
import { type NestedTransaction, nestedTransaction } from './nestedTransaction.js'
import { openTransaction } from './openTransaction.js'
import type { SqlDatabase, SqlTransaction } from './sqlDatabase.js'

type Query = (sql: string, params?: unknown[]) => Promise<{ rows: unknown[] }>

/** An embedded PostgreSQL: `new PGlite(…)` of `@electric-sql/pglite`. */
export interface PGliteDatabase {
  query: Query
  transaction<T>(work: (tx: { query: Query }) => Promise<T>): Promise<T>
}

/** By database, since several stores over one share its only connection. */
const scopes = new WeakMap<PGliteDatabase, CallScope<NestedTransaction>>()

/** An embedded database as the stores use it: what is asked inside a transaction joins it. */
export function pgliteDatabase(database: PGliteDatabase): SqlDatabase {
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
