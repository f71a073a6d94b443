import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { memoryOrderStore } from '../../src/server/orders/memoryOrderStore.js'
import type { OrderStore } from '../../src/server/orders/OrderStore.js'
import { pgliteOrderStore } from '../../src/server/orders/pgliteOrderStore.js'
import { postgresOrderStore } from '../../src/server/orders/postgresOrderStore.js'

export type StoreName = 'memory' | 'PGlite' | 'PostgreSQL'
export const storeNames: readonly StoreName[] = ['memory', 'PGlite', 'PostgreSQL']
export const sqlStoreNames = ['PGlite', 'PostgreSQL'] as const

/** What goes beside the orders in a handler's transaction. Null in memory. */
export type Tx = { query(sql: string, params?: readonly unknown[]): Promise<unknown[]> } | null

/** A fresh, empty store, and whatever a test needs around it. */
export interface OpenStore {
  name: StoreName
  orders: OrderStore<unknown, Tx>
  /** Another instance over the same orders: a second server. Its own connections, where there are several. */
  another(): OrderStore<unknown, Tx>
  /** Schema of the SQL stores, null in memory. */
  schema: string | null
  /** Any SQL, in the store's schema when tables are written `schema.table`. Throws in memory. */
  sql<Row = Record<string, unknown>>(text: string, params?: unknown[]): Promise<Row[]>
}

let pglite: Promise<PGlite> | null = null
const pools: pg.Pool[] = []
let count = 0

// One of each per test file: PGlite takes 3 s and 750 MB to start.
afterAll(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
  await (await pglite)?.close()
  pglite = null
})

/** A pool of its own on the test run's PostgreSQL, ended after the test file. */
export function openPool(options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: inject('postgres'), max: 8, ...options })
  pool.on('error', () => {})
  pools.push(pool)
  return pool
}

export function openPGlite(): Promise<PGlite> {
  pglite ??= PGlite.create()
  return pglite
}

/** A name no other test has, in any file of the run. */
export function freshSchema(): string {
  count += 1
  return `t${process.pid}_${Date.now().toString(36)}_${count}`
}

export async function openOrderStore(name: StoreName): Promise<OpenStore> {
  const schema = freshSchema()
  switch (name) {
    case 'memory': {
      const orders = memoryOrderStore()
      const sql = () => Promise.reject(new Error('memory has no SQL'))
      return { name, orders, another: () => orders, schema: null, sql }
    }
    case 'PGlite': {
      const db = await openPGlite()
      return {
        name,
        schema,
        orders: pgliteOrderStore(db, { schema }),
        another: () => pgliteOrderStore(db, { schema }),
        sql: async <Row>(text: string, params?: unknown[]) => (await db.query<Row>(text, params)).rows,
      }
    }
    case 'PostgreSQL': {
      const pool = pools[0] ?? openPool()
      return {
        name,
        schema,
        orders: postgresOrderStore(pool, { schema }),
        another: () => postgresOrderStore(openPool({ max: 4 }), { schema }),
        sql: async <Row>(text: string, params?: unknown[]) => (await pool.query(text, params)).rows as Row[],
      }
    }
  }
}
