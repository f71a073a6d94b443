import { openTransaction } from './openTransaction.js'
import type { SqlDatabase } from './sqlDatabase.js'

/** One connection of a pool, as `pg` has it. */
export interface PostgresConnection {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>
  /** With an error, the connection is closed instead of being used again. */
  release(error?: Error): void
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

/** A pool of connections: `new pg.Pool(…)`, or anything like it. */
export interface PostgresPool {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>
  connect(): Promise<PostgresConnection>
}

/** A pool as the stores use it: a transaction for their tables, single statements for everything else. */
export function postgresDatabase(pool: PostgresPool): SqlDatabase {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await pool.query(sql, [...params])).rows as Row[],
    transaction: async (work) => {
      const connection = await pool.connect()
      let broken: Error | undefined
      // Without a listener, a connection that is cut while a handler thinks would end the whole process.
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
