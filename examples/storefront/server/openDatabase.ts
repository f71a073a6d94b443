import { join } from 'node:path'
import {
  type OrderStore,
  pgliteOrderStore,
  pgliteSubscriptionStore,
  postgresOrderStore,
  postgresSubscriptionStore,
  type SubscriptionStore,
} from 'react-toss-checkout/server'
import { lockFolder } from './lockFolder.js'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import type { Settings } from './readSettings.js'
import { stockUp } from './stock.js'
import { tables } from './tables.js'

/** The kit's orders and subscriptions and the shop's own tables, in one database. */
export interface Database extends Queries {
  readonly orders: OrderStore<OrderDetails, Queries>
  readonly subscriptions: SubscriptionStore<Queries>
  transaction<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Any number that is the shop's own: instances that start together make the tables one after the other. */
const migrationLock = 4020_2026

/** PostgreSQL when there is a `DATABASE_URL`, else PGlite in a folder. Makes the tables that are missing. */
export async function openDatabase(settings: Settings): Promise<Database> {
  const database = settings.databaseUrl
    ? await openPostgres(settings.databaseUrl)
    : await openPglite(settings.dataFolder)
  try {
    await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
      for (const statement of tables.split(';').filter((text) => text.trim())) await tx.query(statement)
      await stockUp(tx)
    })
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

async function openPostgres(connectionString: string): Promise<Database> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 })
  // An idle connection that breaks must not end the server: the next query opens another.
  pool.on('error', (error) => console.error('database connection lost:', error.message))
  return {
    orders: postgresOrderStore<OrderDetails>(pool),
    subscriptions: postgresSubscriptionStore(pool),
    query: ask(pool),
    async transaction(work) {
      const connection = await pool.connect()
      let broken: Error | undefined
      try {
        await connection.query('BEGIN')
        const result = await work({ query: ask(connection) })
        await connection.query('COMMIT')
        return result
      } catch (error) {
        await connection.query('ROLLBACK').catch((lost) => {
          broken = lost
        })
        throw error
      } finally {
        connection.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

async function openPglite(folder: string): Promise<Database> {
  const unlock = lockFolder(folder)
  const { PGlite } = await import('@electric-sql/pglite')
  const db = await PGlite.create(join(folder, 'orders'))
  return {
    orders: pgliteOrderStore<OrderDetails>(db),
    subscriptions: pgliteSubscriptionStore(db),
    query: ask(db),
    transaction: (work) => db.transaction((tx) => work({ query: ask(tx) })),
    async close() {
      await db.close()
      unlock()
    },
  }
}

interface Driver {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>
}

function ask(driver: Driver): Queries['query'] {
  return async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await driver.query(sql, [...params])).rows as Row[]
}
