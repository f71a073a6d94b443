import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { OrderEvent } from '../../../src/server/orders/orderEvent.js'
import { postgresOrderStore } from '../../../src/server/orders/postgresOrderStore.js'
import {
  freshSchema,
  type OpenStore,
  openOrderStore,
  openPool,
  sqlStoreNames,
  type Tx,
} from '../orderStores.js'
import { at, paidOrder } from './newOrder.js'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(sqlStoreNames)('처리기는 끝났으나 데이터베이스가 되돌린 소식: %s', (name) => {
  let open: OpenStore
  let orders: OpenStore['orders']
  let bad: CheckoutOrder
  let good: CheckoutOrder
  let heard: string[]
  beforeEach(async () => {
    open = await openOrderStore(name)
    orders = open.orders
    heard = []
    bad = await paidOrder(orders, 'paid:0', 'refunded:1')
    good = await paidOrder(orders, 'paid:0')
    await open.sql(`create table ${open.schema}.wares (id text primary key)`)
    await open.sql(
      `create table ${open.schema}.parcels (
        merchant_uid text primary key,
        ware text references ${open.schema}.wares deferrable initially deferred
      )`,
    )
  })
  /** Writes what is looked at only when the transaction ends. */
  const pack = async ({ merchantUid, key, attempts }: OrderEvent, _: CheckoutOrder, tx: Tx) => {
    heard.push(`${merchantUid} ${key} ${attempts}`)
    const ware = merchantUid === bad.merchantUid && key === 'paid:0' ? 'gone' : null
    await tx?.query(`insert into ${open.schema}.parcels values ($1, $2) on conflict do nothing`, [
      merchantUid,
      ware,
    ])
  }

  it('it comes again ever more rarely, what happened later waits behind it, and others are told', async () => {
    const first = await orders.deliver(pack, { now: at(0) })
    expect(first).toMatchObject({ delivered: 1, failed: 1 })
    expect(first.undone).toEqual([
      {
        event: expect.objectContaining({ merchantUid: bad.merchantUid, key: 'paid:0' }),
        error: expect.objectContaining({ code: '23503' }),
      },
    ])
    expect(await open.sql(`select merchant_uid from ${open.schema}.parcels`)).toEqual([
      { merchant_uid: good.merchantUid },
    ])
    expect(await orders.deliver(pack, { now: at(0.9) })).toEqual({ delivered: 0, failed: 0 })
    expect(await orders.deliver(pack, { now: at(1) })).toMatchObject({ delivered: 0, failed: 1 })
    expect(await orders.deliver(pack, { now: at(2.9) })).toEqual({ delivered: 0, failed: 0 })
    await open.sql(`insert into ${open.schema}.wares values ('gone')`)
    expect(await orders.deliver(pack, { now: at(3) })).toEqual({ delivered: 2, failed: 0 })
    const mine = ['paid:0 0', 'paid:0 1', 'paid:0 2', 'refunded:1 0'].map(
      (line) => `${bad.merchantUid} ${line}`,
    )
    expect(heard.filter((line) => line.startsWith(`${bad.merchantUid} `))).toEqual(mine)
    expect(heard.filter((line) => line.startsWith(`${good.merchantUid} `))).toHaveLength(1)
  })

  it('an error that the handler caught is named, though the handler threw nothing', async () => {
    const swallow = async (_: OrderEvent, { merchantUid }: CheckoutOrder, tx: Tx) =>
      void (await tx
        ?.query('select 1 / $1::integer', [merchantUid === bad.merchantUid ? 0 : 1])
        .catch(() => {}))
    const { undone, ...counts } = await orders.deliver(swallow, { now: at(0) })
    expect(counts).toEqual({ delivered: 1, failed: 1 })
    expect(undone).toMatchObject([{ event: { merchantUid: bad.merchantUid }, error: { code: '25P02' } }])
  })

  it('what a handler threw itself is not named again', async () => {
    const fail = async () => {
      throw new Error('창고가 쉬는 날')
    }
    expect(await orders.deliver(fail, { now: at(0) })).toEqual({ delivered: 0, failed: 2 })
  })
})

describe('끊어지는 연결', () => {
  it('a handler slower than the database allows is put off like one that throws', async () => {
    const pool = openPool({ max: 4, idle_in_transaction_session_timeout: 200 })
    const orders = postgresOrderStore(pool, { schema: freshSchema() })
    const slow = await paidOrder(orders, 'paid:0')
    const quick = await paidOrder(orders, 'paid:0')
    const heard: string[] = []
    const think = async ({ merchantUid, attempts }: OrderEvent) => {
      heard.push(`${merchantUid} ${attempts}`)
      if (merchantUid === slow.merchantUid && attempts === 0) await pause(1_500)
    }
    expect(await orders.deliver(think, { now: at(0) })).toMatchObject({
      delivered: 1,
      failed: 1,
      undone: [{ event: { merchantUid: slow.merchantUid } }],
    })
    expect(await orders.deliver(think, { now: at(1) })).toEqual({ delivered: 1, failed: 0 })
    expect(heard).toEqual([`${slow.merchantUid} 0`, `${quick.merchantUid} 0`, `${slow.merchantUid} 1`])
  })

  /** A pool between which and the store a test stands. */
  function tapped() {
    const pool = openPool()
    const line = { commit: async (commit: () => Promise<unknown>) => void (await commit()), down: false }
    const gone = () => Promise.reject(new Error('connection refused'))
    const orders = postgresOrderStore(
      {
        query: (text, params) => (line.down ? gone() : pool.query(text, params)),
        connect: async () => {
          if (line.down) return gone()
          const connection = await pool.connect()
          return {
            on: (event, listener) => connection.on(event, listener),
            off: (event, listener) => connection.off(event, listener),
            release: (error) => connection.release(error),
            query: async (text, params) => {
              if (text !== 'commit') return connection.query(text, params)
              await line.commit(() => connection.query(text))
              return { rows: [] }
            },
          }
        },
      },
      { schema: freshSchema() },
    )
    return { orders, line }
  }

  it('a commit that arrived and whose answer was lost is a delivery: nobody hears it twice', async () => {
    const { orders, line } = tapped()
    const order = await paidOrder(orders, 'paid:0')
    const heard: string[] = []
    const listen = async ({ merchantUid }: OrderEvent) => void heard.push(merchantUid)
    const { commit: usual } = line
    line.commit = async (commit) => {
      line.commit = usual
      await commit()
      throw new Error('connection reset')
    }
    expect(await orders.deliver(listen, { now: at(0) })).toEqual({ delivered: 1, failed: 0 })
    expect(await orders.deliver(listen, { now: at(9) })).toEqual({ delivered: 0, failed: 0 })
    expect(heard).toEqual([order.merchantUid])
  })

  it('a database that is gone is an error of the delivery, and the event waits as it was', async () => {
    const { orders, line } = tapped()
    await paidOrder(orders, 'paid:0')
    line.commit = async () => {
      line.down = true
      throw new Error('connection reset')
    }
    await expect(orders.deliver(async () => {}, { now: at(0) })).rejects.toThrow('connection reset')
    // And so before any event was found.
    await expect(orders.deliver(async () => {}, { now: at(0) })).rejects.toThrow('connection refused')
    line.down = false
    line.commit = async (commit) => void (await commit())
    const attempts: number[] = []
    const listen = async (event: OrderEvent) => void attempts.push(event.attempts)
    expect(await orders.deliver(listen, { now: at(0) })).toEqual({ delivered: 1, failed: 0 })
    expect(attempts).toEqual([0])
  })
})
