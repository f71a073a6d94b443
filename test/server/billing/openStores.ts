import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { memorySubscriptionStore } from '../../../src/server/billing/memorySubscriptionStore.js'
import { pgliteSubscriptionStore } from '../../../src/server/billing/pgliteSubscriptionStore.js'
import { postgresSubscriptionStore } from '../../../src/server/billing/postgresSubscriptionStore.js'
import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import { memoryOrderStore } from '../../../src/server/orders/memoryOrderStore.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'
import { pgliteOrderStore } from '../../../src/server/orders/pgliteOrderStore.js'
import { postgresOrderStore } from '../../../src/server/orders/postgresOrderStore.js'

/** Orders and subscriptions in one database. */
export interface Stores {
  orders: OrderStore
  subscriptions: SubscriptionStore
  /** Runs SQL past the stores; undefined where there is none. */
  sql?: (text: string, params?: unknown[]) => Promise<Record<string, unknown>[]>
  schema: string
  close(): Promise<void>
}

export const kinds = ['memory', 'pglite', 'postgres'] as const
export type Kind = (typeof kinds)[number]

let serial = 0
export const newSchema = () => `billing_${process.pid}_${serial++}`

/** @param url address of a PostgreSQL, for the kind that needs one */
export function openStores(kind: Kind, url: string, schema: string = newSchema()): Stores {
  switch (kind) {
    case 'memory':
      return {
        orders: memoryOrderStore() as OrderStore,
        subscriptions: memorySubscriptionStore() as SubscriptionStore,
        schema,
        close: async () => {},
      }
    case 'pglite': {
      const database = new PGlite()
      return {
        orders: pgliteOrderStore(database, { schema }) as OrderStore,
        subscriptions: pgliteSubscriptionStore(database, { schema }) as SubscriptionStore,
        sql: async (text, params) => (await database.query<Record<string, unknown>>(text, params)).rows,
        schema,
        close: () => database.close(),
      }
    }
    case 'postgres': {
      const pool = new pg.Pool({ connectionString: url, max: 5 })
      pool.on('error', () => {})
      return {
        orders: postgresOrderStore(pool, { schema }) as OrderStore,
        subscriptions: postgresSubscriptionStore(pool, { schema }) as SubscriptionStore,
        sql: async (text, params) => (await pool.query<Record<string, unknown>>(text, params)).rows,
        schema,
        close: () => pool.end(),
      }
    }
  }
}
