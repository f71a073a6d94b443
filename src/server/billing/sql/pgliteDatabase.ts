import type { PGliteDatabase } from '../../orders/pgliteOrderStore.js'
import { openTransaction } from '../../orders/sql/openTransaction.js'
import type { SqlDatabase } from '../../orders/sql/sqlDatabase.js'

/** An embedded database as the subscription store uses it. */
export function pgliteDatabase(database: PGliteDatabase): SqlDatabase {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await database.query(sql, [...params])).rows as Row[],
    transaction: (work) =>
      database.transaction((opened) => openTransaction((sql, params) => opened.query(sql, params), work)),
    inTransaction: () => false,
  }
}
