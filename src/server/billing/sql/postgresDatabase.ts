import type { PostgresPool } from '../../orders/postgresOrderStore.js'
import { openTransaction } from '../../orders/sql/openTransaction.js'
import type { SqlDatabase } from '../../orders/sql/sqlDatabase.js'

/** A pool as the subscription store uses it: a transaction for its tables, single statements for everything else. */
export function postgresDatabase(pool: PostgresPool): SqlDatabase {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await pool.query(sql, [...params])).rows as Row[],
    transaction: async (work) => {
      const connection = await pool.connect()
      let broken: Error | undefined
      // Without a listener, a connection that is cut meanwhile would end the whole process.
      const notice = (error: Error) => {
        broken = error
      }
      connection.on('error', notice)
      try {
        await connection.query('begin')
        const result = await openTransaction((sql, params) => connection.query(sql, params), work)
        await connection.query('commit')
        return result
      } catch (thrown) {
        await connection.query('rollback').catch((error: Error) => {
          broken ??= error
        })
        throw thrown
      } finally {
        connection.off('error', notice)
        connection.release(broken)
      }
    },
    inTransaction: () => false,
  }
}
