import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { OrderEvent } from '../../../src/server/orders/orderEvent.js'
import {
  type OpenStore,
  openOrderStore,
  type StoreName,
  sqlStoreNames,
  storeNames,
  type Tx,
} from '../orderStores.js'
import { at, event, newOrder, paid, paidOrder } from './newOrder.js'

let open: OpenStore
let orders: OpenStore['orders']

async function start(name: StoreName): Promise<void> {
  open = await openOrderStore(name)
  orders = open.orders
}

const tell = (...keys: string[]): Promise<CheckoutOrder> => paidOrder(orders, ...keys)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(storeNames)('소식 전달: %s', (name) => {
  beforeEach(() => start(name))

  it('each event once, with its order, in the order things happened', async () => {
    const order = await tell('paid:0', 'refunded:1')
    const heard: [OrderEvent, CheckoutOrder][] = []
    const listen = async (each: OrderEvent, of: CheckoutOrder) => void heard.push([each, of])
    expect(await orders.deliver(listen, { now: at(0) })).toEqual({ delivered: 2, failed: 0 })
    expect(await orders.deliver(listen, { now: at(9) })).toEqual({ delivered: 0, failed: 0 })
    expect(heard).toEqual(
      ['paid:0', 'refunded:1'].map((key) => [
        { ...event(key), id: expect.any(String), merchantUid: order.merchantUid, at: at(0), attempts: 0 },
        order,
      ]),
    )
  })

  it('of one order only, and no more than asked for', async () => {
    const [one] = [await tell('a', 'b', 'c'), await tell('d')]
    const listen = async () => {}
    expect(await orders.deliver(listen, { now: at(0), merchantUid: 'nobody' })).toMatchObject({
      delivered: 0,
    })
    const { merchantUid } = one
    expect(await orders.deliver(listen, { now: at(0), merchantUid, limit: 2 })).toMatchObject({
      delivered: 2,
    })
    expect(await orders.deliver(listen, { now: at(0), merchantUid })).toMatchObject({ delivered: 1 })
    expect(await orders.deliver(listen, { now: at(0) })).toMatchObject({ delivered: 1 })
  })

  it('of some kinds only: others wait uncounted, and hold back what happened to their order after them', async () => {
    const order = await orders.create(newOrder())
    const flagged = {
      ...event('flagged:x'),
      happening: { kind: 'flagged', flag: 'amount-differs', amount: 1000, currency: 'KRW' },
    } as const
    const failed = { ...event('failed:x'), happening: { kind: 'failed', reason: '한도초과' } } as const
    await orders.advance(order, {}, [failed, flagged, event('paid:0')], at(0))
    const other = await tell('paid:0')
    const heard: string[] = []
    const listen = async ({ merchantUid, key, attempts }: OrderEvent) =>
      void heard.push(`${merchantUid} ${key} ${attempts}`)
    expect(await orders.deliver(listen, { now: at(0), kinds: [] })).toEqual({ delivered: 0, failed: 0 })
    for (let second = 0; second < 3; second++) {
      await orders.deliver(listen, { now: at(second), kinds: ['paid', 'failed'] })
    }
    expect(heard.sort()).toEqual([`${order.merchantUid} failed:x 0`, `${other.merchantUid} paid:0 0`].sort())
    heard.length = 0
    await orders.deliver(listen, { now: at(3), kinds: ['flagged'], merchantUid: other.merchantUid })
    expect(heard).toEqual([])
    await orders.deliver(listen, { now: at(3), kinds: ['flagged'], merchantUid: order.merchantUid })
    expect(heard).toEqual([`${order.merchantUid} flagged:x 0`])
    await orders.deliver(listen, { now: at(3), kinds: ['paid'] })
    expect(heard).toEqual([`${order.merchantUid} flagged:x 0`, `${order.merchantUid} paid:0 0`])
  })

  it('a handler that throws hears it again: after 1 s, 2 s, 4 s …; what happened later waits behind it', async () => {
    const order = await tell('paid:0', 'refunded:1')
    const other = await tell('paid:0')
    const heard: string[] = []
    const listen = async ({ merchantUid, key, attempts }: OrderEvent) => {
      heard.push(`${merchantUid} ${key} ${attempts}`)
      if (merchantUid === order.merchantUid && key === 'paid:0' && attempts < 3)
        throw new Error('창고가 쉬는 날')
    }
    const deliver = async (seconds: number) => orders.deliver(listen, { now: at(seconds) })
    expect(await deliver(0)).toEqual({ delivered: 1, failed: 1 })
    expect(await deliver(0.9)).toEqual({ delivered: 0, failed: 0 })
    expect(await deliver(1)).toEqual({ delivered: 0, failed: 1 })
    expect(await deliver(2.9)).toEqual({ delivered: 0, failed: 0 })
    expect(await deliver(3)).toEqual({ delivered: 0, failed: 1 })
    expect(await deliver(6.9)).toEqual({ delivered: 0, failed: 0 })
    expect(await deliver(7)).toEqual({ delivered: 2, failed: 0 })
    const mine = heard.filter((line) => line.startsWith(`${order.merchantUid} `))
    expect(mine.map((line) => line.replace(`${order.merchantUid} `, ''))).toEqual([
      'paid:0 0',
      'paid:0 1',
      'paid:0 2',
      'paid:0 3',
      'refunded:1 0',
    ])
    expect(heard).toContain(`${other.merchantUid} paid:0 0`)
  })

  it('it never comes more rarely than once an hour', async () => {
    await tell('paid:0')
    const fail = async () => {
      throw new Error('never')
    }
    let seconds = 0
    for (let round = 0; round < 16; round++) {
      expect(await orders.deliver(fail, { now: at(seconds) })).toEqual({ delivered: 0, failed: 1 })
      seconds += 3600
    }
  })

  it('many that hand out at once tell each event once, and never two of one order at a time', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => tell('a', 'b', 'c')))
    const stores = [orders, open.another(), open.another()]
    const heard = new Map<string, string[]>()
    const busy = new Set<string>()
    let overlapping = 0
    const listen = async ({ merchantUid, key }: OrderEvent) => {
      if (busy.has(merchantUid)) overlapping++
      busy.add(merchantUid)
      await pause(1)
      heard.set(merchantUid, [...(heard.get(merchantUid) ?? []), key])
      busy.delete(merchantUid)
    }
    const deliveries = await Promise.all(
      [...stores, ...stores].map((store) => store.deliver(listen, { now: at(1) })),
    )
    for (const store of stores) deliveries.push(await store.deliver(listen, { now: at(1) }))
    expect(deliveries.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(18)
    expect(overlapping).toBe(0)
    for (const { merchantUid } of made) expect(heard.get(merchantUid)).toEqual(['a', 'b', 'c'])
  })

  it('a handler may use the store, and hand out more, without waiting for itself', async () => {
    const order = await tell('paid:0')
    const other = open.another()
    const seen: unknown[] = []
    await orders.deliver(
      async (_, { merchantUid }) => {
        const found = await other.find(merchantUid)
        const mine = await other.create(newOrder())
        await expect(orders.create(mine)).rejects.toMatchObject({ code: 'ORDER_EXISTS' })
        await expect(orders.create(newOrder({ amount: 0 }))).rejects.toMatchObject({ code: 'INVALID_ORDER' })
        const [a, b] = await Promise.all([
          orders.advance(mine, { ...paid(mine) }, [event('paid:0')], at(0)),
          other.find(mine.merchantUid),
        ])
        const inner = await orders.deliver(async (each) => void seen.push(`inner ${each.merchantUid}`), {
          now: at(0),
          merchantUid,
        })
        seen.push(found?.status, a?.status, b !== null, inner.delivered)
      },
      { now: at(0), merchantUid: order.merchantUid },
    )
    expect(seen).toEqual(['paid', 'paid', true, 0])
    expect((await orders.deliver(async () => {}, { now: at(0) })).delivered).toBe(1)
  })
})

describe.each(sqlStoreNames)('처리기의 거래: %s', (name) => {
  let parcels: string
  beforeEach(async () => {
    await start(name)
    await orders.list()
    parcels = `${open.schema}.parcels`
    await open.sql(`create table ${parcels} (merchant_uid text primary key, note text)`)
  })
  const pack = (merchantUid: string, tx: Tx) =>
    tx?.query(`insert into ${parcels} (merchant_uid, note) values ($1, $2)`, [merchantUid, '포장'])
  const packed = async () => (await open.sql(`select merchant_uid from ${parcels}`)).length

  it('what a handler writes is kept with the tick, and undone when it throws', async () => {
    const order = await tell('paid:0')
    let fails = true
    const handle = async ({ merchantUid }: OrderEvent, _: CheckoutOrder, tx: Tx) => {
      await pack(merchantUid, tx)
      if (fails) throw new Error('송장 인쇄 실패')
    }
    expect(await orders.deliver(handle, { now: at(0) })).toEqual({ delivered: 0, failed: 1 })
    expect(await packed()).toBe(0)
    fails = false
    expect(await orders.deliver(handle, { now: at(1) })).toEqual({ delivered: 1, failed: 0 })
    expect(await open.sql(`select * from ${parcels}`)).toEqual([
      { merchant_uid: order.merchantUid, note: '포장' },
    ])
  })

  it('a handler that swallows an error of the database has not been delivered', async () => {
    await tell('paid:0')
    const swallow = async ({ merchantUid }: OrderEvent, _: CheckoutOrder, tx: Tx) => {
      await pack(merchantUid, tx)
      await pack(merchantUid, tx)?.catch(() => {})
    }
    expect(await orders.deliver(swallow, { now: at(0) })).toMatchObject({ delivered: 0, failed: 1 })
    expect(await packed()).toBe(0)
  })

  it('a query that was not awaited does not run on somebody else’s connection', async () => {
    await tell('paid:0')
    const given: Tx[] = []
    await orders.deliver(async (_, __, tx) => void given.push(tx), { now: at(0) })
    await expect(given[0]?.query('select 1')).rejects.toThrow('has ended')
  })
})
