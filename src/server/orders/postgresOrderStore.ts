import { openTransaction } from './sql/openTransaction.js'
import type { SqlDatabase } from './sql/sqlDatabase.js'
import { type SqlOrderStore, type SqlOrderStoreOptions, sqlOrderStore } from './sql/sqlOrderStore.js'

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

function postgresDatabase(pool: PostgresPool): SqlDatabase {
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
