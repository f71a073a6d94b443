import { type CallScope, callScope } from './callScope.js'
import { type OpenTransaction, openTransaction } from './openTransaction.js'
import type { SqlDatabase } from './sqlDatabase.js'

type Query = (sql: string, params?: unknown[]) => Promise<{ rows: unknown[] }>

/** An embedded PostgreSQL: `new PGlite(…)` of `@electric-sql/pglite`. */
export interface PGliteDatabase {
  query: Query
  transaction<T>(work: (tx: { query: Query }) => Promise<T>): Promise<T>
}

/** By database, since several stores over one share its only connection. */
const scopes = new WeakMap<PGliteDatabase, CallScope<OpenTransaction>>()

/** An embedded database as the stores use it: what is asked inside a transaction joins it. */
export function pgliteDatabase(database: PGliteDatabase): SqlDatabase {
  const scope = scopes.get(database) ?? callScope<OpenTransaction>()
  scopes.set(database, scope)
  const joined = (): OpenTransaction | null => {
    const outer = scope.current()
    return outer?.isOpen() ? outer : null
  }
  const transaction: SqlDatabase['transaction'] = (work) =>
    joined()?.nest(work) ??
    database.transaction((opened) => openTransaction((sql, params) => opened.query(sql, params), work, scope))
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      const nested = joined()?.nest((tx) => tx.query<Row>(sql, params))
      return nested ?? ((await database.query(sql, [...params])).rows as Row[])
    },
    transaction,
    // There is one place, and a handler has it.
    delivery: (work) => (joined() ? null : transaction(work)),
    inTransaction: () => joined() !== null,
  }
}
