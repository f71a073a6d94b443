import { describe, expect, it } from 'vitest'
import { postgresOrderStore } from '../../../src/server/orders/postgresOrderStore.js'
import { freshSchema, openPool } from '../orderStores.js'
import { at, newOrder, paidOrder } from './newOrder.js'

/** A store on a pool of so many connections. Whoever waits for one for ever is told so, that a test may end. */
async function openFew(max: number) {
  const pool = openPool({ max, connectionTimeoutMillis: 20_000 })
  const schema = freshSchema()
  const orders = postgresOrderStore(pool, { schema })
  await orders.migrate()
  return { pool, orders, another: () => postgresOrderStore(pool, { schema }) }
}

/** Something to wait for until `open` is called. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('연결 수가 정해진 PostgreSQL', () => {
  it('ten webhooks at once whose handlers look their orders up: all are told, and the shop goes on', async () => {
    const { pool, orders, another } = await openFew(10)
    const made = await Promise.all(Array.from({ length: 10 }, () => paidOrder(orders, 'paid:0')))
    const { open, opened } = gate()
    const begun: string[] = []
    const deliveries = Promise.all(
      made.map(({ merchantUid }, i) =>
        // Of several stores, as a settlement, a worker and billing have them.
        (i % 2 ? orders : another()).deliver(
          async (_, order) => {
            begun.push(order.merchantUid)
            await opened
            await another().find(order.merchantUid)
            await orders.list()
          },
          { merchantUid, now: at(0) },
        ),
      ),
    )
    // Handlers are at work, and everybody else is answered.
    while (begun.length === 0) await orders.find('somebody else')
    for (const { merchantUid } of made)
      expect(await orders.find(merchantUid)).toMatchObject({ status: 'paid' })
    expect(begun.length).toBeLessThanOrEqual(4)
    // Those that wait for their turn hold no connection, and stand in nobody's way.
    expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([begun.length, 0])
    open()
    expect(await deliveries).toEqual(made.map(() => ({ delivered: 1, failed: 0 })))
    expect(begun.sort()).toEqual(made.map(({ merchantUid }) => merchantUid).sort())
  })

  it('a burst is not told that no connection came in time: it waits in line for one', async () => {
    const pool = openPool({ max: 2, connectionTimeoutMillis: 200 })
    const schema = freshSchema()
    const orders = postgresOrderStore(pool, { schema })
    const { merchantUid } = await orders.create(newOrder())
    const elsewhere = await openPool({ max: 1 }).connect()
    await elsewhere.query(`begin; lock table "${schema}".toss_checkout_orders in access exclusive mode`)
    const asked = Promise.allSettled(Array.from({ length: 20 }, () => orders.find(merchantUid)))
    // Whoever asks the pool itself is told so.
    while (pool.totalCount < 2 || pool.idleCount > 0) await new Promise((resolve) => setImmediate(resolve))
    await expect(pool.query('select 1')).rejects.toThrow(/timeout/)
    await elsewhere.query('commit')
    elsewhere.release()
    expect((await asked).filter(({ status }) => status === 'rejected')).toEqual([])
  })

  it('handlers that take a connection of their own as well leave one for the store', async () => {
    const { pool, orders } = await openFew(5)
    const made = await Promise.all(Array.from({ length: 5 }, () => paidOrder(orders, 'paid:0')))
    let together = 0
    const { open, opened } = gate()
    const deliveries = await Promise.all(
      made.map(({ merchantUid }) =>
        orders.deliver(
          async () => {
            const mine = await pool.connect()
            together++
            if (together === 2) open()
            await opened
            await orders.find(merchantUid)
            mine.release()
          },
          { merchantUid, now: at(0) },
        ),
      ),
    )
    expect(deliveries).toEqual(made.map(() => ({ delivered: 1, failed: 0 })))
  })

  it.each([2, 3, 5])(
    'a handler that hands out another order waits for nobody: %i connections',
    async (max) => {
      const { orders } = await openFew(max)
      const [one, two, three] = [
        await paidOrder(orders, 'paid:0'),
        await paidOrder(orders, 'paid:0'),
        await paidOrder(orders, 'paid:0'),
      ]
      const heard: string[] = []
      const deliverTo = (merchantUid: string, next?: () => Promise<unknown>) =>
        orders.deliver(
          async () => {
            await orders.find(merchantUid)
            await next?.()
            heard.push(merchantUid)
          },
          { merchantUid, now: at(0) },
        )
      const [a, b, c] = [one.merchantUid, two.merchantUid, three.merchantUid]
      const outer = await deliverTo(a, () => deliverTo(b, () => deliverTo(c)))
      expect(outer).toEqual({ delivered: 1, failed: 0 })
      // Two at a time have room in five connections; what had none comes with the next delivery.
      expect(heard).toEqual(max === 5 ? [b, a] : [a])
      await orders.deliver(async (_, { merchantUid }) => void heard.push(merchantUid), { now: at(0) })
      expect(heard.sort()).toEqual([a, b, c].sort())
    },
  )

  it('what a handler started and did not await waits for its turn like everybody else', async () => {
    const { orders } = await openFew(2)
    const [one, two, three] = [
      await paidOrder(orders, 'paid:0'),
      await paidOrder(orders, 'paid:0'),
      await paidOrder(orders, 'paid:0'),
    ]
    const [ended, begun, released] = [gate(), gate(), gate()]
    let later: Promise<unknown> = Promise.resolve()
    const listen = async () => {}
    await orders.deliver(
      async () => {
        later = ended.opened.then(() => orders.deliver(listen, { merchantUid: two.merchantUid, now: at(0) }))
      },
      { merchantUid: one.merchantUid, now: at(0) },
    )
    const inItsWay = orders.deliver(
      async () => {
        begun.open()
        await released.opened
      },
      { merchantUid: three.merchantUid, now: at(0) },
    )
    await begun.opened
    ended.open()
    // Time to ask for a turn.
    await orders.find(two.merchantUid)
    released.open()
    expect(await later).toEqual({ delivered: 1, failed: 0 })
    expect(await inItsWay).toEqual({ delivered: 1, failed: 0 })
  })

  it('a handler that throws, and a connection that cannot be had, keep nobody waiting afterwards', async () => {
    const pool = openPool({ max: 2 })
    let down = false
    const connect = () => (down ? Promise.reject(new Error('too many clients')) : pool.connect())
    const shared = { query: pool.query.bind(pool), connect, options: pool.options }
    const orders = postgresOrderStore(shared, { schema: freshSchema() })
    await paidOrder(orders, 'paid:0')
    const fail = async () => {
      throw new Error('창고가 쉬는 날')
    }
    for (const seconds of [0, 1]) {
      expect(await orders.deliver(fail, { now: at(seconds) })).toEqual({ delivered: 0, failed: 1 })
    }
    down = true
    for (let i = 0; i < 3; i++) await expect(orders.deliver(fail, { now: at(9) })).rejects.toThrow('too many')
    down = false
    expect(await orders.deliver(async () => {}, { now: at(9) })).toEqual({ delivered: 1, failed: 0 })
  })

  it.each([
    ['', 1],
    [', read from the environment', '1' as unknown as number],
  ])('one connection is enough for handlers that write through their transaction only%s', async (_, max) => {
    const { orders } = await openFew(max)
    const { merchantUid } = await paidOrder(orders, 'paid:0')
    const said: unknown[] = []
    const ask = async () => {
      await orders.find(merchantUid).catch((thrown) => said.push(thrown.message))
      await orders.create(newOrder()).catch((thrown) => said.push(thrown.message))
      expect(await orders.deliver(async () => {})).toEqual({ delivered: 0, failed: 0 })
    }
    expect(await orders.deliver(ask, { now: at(0) })).toEqual({ delivered: 1, failed: 0 })
    // It is told instead of waiting for itself for ever.
    expect(said).toEqual([expect.stringMatching(/max.*at least 2/), expect.stringMatching(/max.*at least 2/)])
    expect(await orders.find(merchantUid)).toMatchObject({ status: 'paid' })
  })
})
