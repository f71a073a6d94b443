import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { fulfilment } from '../../examples/storefront/server/fulfilment.js'
import { goods } from '../../examples/storefront/server/goods.js'
import type { OrderDetails } from '../../examples/storefront/server/orderDetails.js'
import type { Queries } from '../../examples/storefront/server/queries.js'
import { refundLines } from '../../examples/storefront/server/refundLines.js'
import { ShopRefusal } from '../../examples/storefront/server/ShopRefusal.js'
import { stockUp } from '../../examples/storefront/server/stock.js'
import { tables } from '../../examples/storefront/server/tables.js'
import { pgliteOrderStore } from '../../src/server/orders/pgliteOrderStore.js'
import { postgresOrderStore } from '../../src/server/orders/postgresOrderStore.js'
import type { Settlement } from '../../src/server/settle/settlement.types.js'
import { freshSchema } from '../server/orderStores.js'
import { type Counter, openSettlement } from '../server/settle/openSettlement.js'
import type { DatabaseKind } from './openStorefront.js'

/** The shop's refunds without its pages: its own tables and handlers on a real database, over an embedded gateway. */
export interface RefundDesk {
  queries: Queries
  shop: Counter
  settlement: Settlement<OrderDetails, Queries>
  /** A bowl (20,000원), a teapot (20,000원) and a parcel (3,000원), paid. */
  buy(): Promise<{ merchantUid: string; impUid: string }>
  /** Presses the button. @returns `refunded`, or the code of the shop's refusal */
  refund(merchantUid: string, id?: 'celadon-bowl' | 'white-teapot'): Promise<string>
  /** What the gateway gave back, won. */
  givenBack(impUid: string): Promise<number>
  /** `asked 20000 celadon-bowl`, oldest first. */
  rows(merchantUid: string): Promise<string[]>
  /** Mends the line and forgets all refunds: ready for the next test. */
  tidy(): Promise<void>
  close(): Promise<void>
}

export async function openRefundDesk(kind: DatabaseKind): Promise<RefundDesk> {
  const { queries, orders, close } = await (kind === 'PGlite' ? onPGlite() : onPostgres())
  for (const statement of tables.split(';').filter((text) => text.trim())) await queries.query(statement)
  await stockUp(queries)
  const shop = openSettlement(orders as never, fulfilment as never)
  const settlement = shop.settlement as unknown as Settlement<OrderDetails, Queries>
  return {
    ...{ queries, shop, settlement, close },
    async buy() {
      const lines = goods.slice(0, 2).map(({ id, name }) => ({ id, name, price: 20_000, count: 1 }))
      const details = { lines, shippingFee: 3_000, delivery: {} }
      const order = await shop.order({ amount: 43_000, details })
      const impUid = shop.pay(order)
      await settlement.settle({ impUid })
      return { merchantUid: order.merchantUid, impUid }
    },
    async refund(merchantUid, id = 'celadon-bowl') {
      const order = (await shop.find(merchantUid)) as never
      const lines = { counts: { [id]: 1 }, reason: '구매자 요청' }
      try {
        await refundLines(queries, settlement, order, lines, 'customer')
        return 'refunded'
      } catch (thrown) {
        if (thrown instanceof ShopRefusal) return thrown.code
        throw thrown
      }
    },
    async givenBack(impUid) {
      return (await settlement.options.client.getPayment(impUid)).cancelAmount
    },
    async rows(merchantUid) {
      const rows = await queries.query<{ state: string; amount: number; counts: object }>(
        'SELECT state, amount::float8 AS amount, counts FROM shop_refund WHERE merchant_uid = $1 ORDER BY id',
        [merchantUid],
      )
      return rows.map(({ state, amount, counts }) => [state, amount, ...Object.keys(counts)].join(' '))
    },
    async tidy() {
      Object.assign(shop.line, { before: undefined, after: undefined, rewrite: undefined })
      shop.asked.length = 0
      await queries.query('DELETE FROM shop_refund')
      await queries.query('DELETE FROM shop_misfit')
    },
  }
}

interface Base {
  queries: Queries
  orders: unknown
  close(): Promise<void>
}

async function onPGlite(): Promise<Base> {
  const db = await PGlite.create()
  return {
    queries: {
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await db.query<Row>(sql, [...params])).rows,
    },
    orders: pgliteOrderStore(db),
    close: () => db.close(),
  }
}

async function onPostgres(): Promise<Base> {
  const schema = freshSchema()
  const options = `-c search_path=${schema}`
  const pool = new pg.Pool({ connectionString: inject('postgres'), max: 6, options })
  pool.on('error', () => {})
  await pool.query(`CREATE SCHEMA ${schema}`)
  return {
    queries: {
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await pool.query(sql, [...params])).rows as Row[],
    },
    orders: postgresOrderStore(pool),
    close: () => pool.end(),
  }
}
