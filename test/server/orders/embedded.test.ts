import { beforeEach, describe, expect, it } from 'vitest'
import { pgliteSubscriptionStore } from '../../../src/server/billing/pgliteSubscriptionStore.js'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { OrderEvent } from '../../../src/server/orders/orderEvent.js'
import { pgliteOrderStore } from '../../../src/server/orders/pgliteOrderStore.js'
import { freshSchema, type OpenStore, openOrderStore, openPGlite, type Tx } from '../orderStores.js'
import { openShop } from '../routes/openShop.js'
import { at, newOrder, paidOrder } from './newOrder.js'

describe('처리기와 곁의 호출이 연결 하나를 나눠 쓴다: PGlite', () => {
  let open: OpenStore
  let orders: OpenStore['orders']
  let parcels: string
  beforeEach(async () => {
    open = await openOrderStore('PGlite')
    orders = open.orders
    await orders.list()
    parcels = `${open.schema}.parcels`
    await open.sql(`create table ${parcels} (merchant_uid text)`)
  })
  const pack = (merchantUid: string, tx: Tx) => tx?.query(`insert into ${parcels} values ($1)`, [merchantUid])
  const packed = async () => (await open.sql(`select merchant_uid from ${parcels}`)).length
  /** A move that is refused by rule, a few ticks after it was asked for. */
  const refused = (order: CheckoutOrder) => orders.advance(order, { status: 'pending' }, [], at(0))

  it.each([0, 1, 2, 3, 5, 8, 13])(
    'a call beside it that fails undoes nothing of the handler’s, %i ticks later',
    async (ticks) => {
      await paidOrder(orders, 'paid:0')
      const handle = async (_: OrderEvent, order: CheckoutOrder, tx: Tx) => {
        const note = refused(order).catch((thrown) => thrown.code)
        for (let tick = 0; tick < ticks; tick++) await null
        await Promise.all([pack('one', tx), pack('two', tx)])
        expect(await note).toBe('ILLEGAL_CHANGE')
      }
      expect(await orders.deliver(handle, { now: at(0) })).toEqual({ delivered: 1, failed: 0 })
      expect(await packed()).toBe(2)
      expect(await orders.deliver(handle, { now: at(9) })).toEqual({ delivered: 0, failed: 0 })
    },
  )

  it.each([0, 1, 2, 3, 5, 8, 13])(
    'a failing call nobody waits for does not bring the event again, %i ticks later',
    async (ticks) => {
      await paidOrder(orders, 'paid:0')
      let told = 0
      const stray: Promise<unknown>[] = []
      const handle = async (_: OrderEvent, order: CheckoutOrder, tx: Tx) => {
        told++
        stray.push(refused(order).catch((thrown) => thrown.code))
        await pack('one', tx)
        stray.push(refused(order).catch((thrown) => thrown.code))
        for (let tick = 0; tick < ticks; tick++) await null
      }
      for (const seconds of [0, 9, 99]) await orders.deliver(handle, { now: at(seconds) })
      expect(told).toBe(1)
      expect(await packed()).toBe(1)
      expect(await Promise.all(stray)).toEqual(['ILLEGAL_CHANGE', 'ILLEGAL_CHANGE'])
    },
  )

  it('a handler that throws because a call of its own was refused leaves no parcel behind', async () => {
    const { merchantUid } = await paidOrder(orders, 'paid:0')
    const handle = async (_: OrderEvent, order: CheckoutOrder, tx: Tx) => {
      await pack(merchantUid, tx)
      await refused(order)
    }
    for (const seconds of [0, 1, 3, 7]) {
      expect(await orders.deliver(handle, { now: at(seconds) })).toEqual({ delivered: 0, failed: 1 })
    }
    expect(await packed()).toBe(0)
    const again = async (_: OrderEvent, order: CheckoutOrder, tx: Tx) => {
      await pack(merchantUid, tx)
      await expect(refused(order)).rejects.toMatchObject({ code: 'ILLEGAL_CHANGE' })
      await expect(refused(order)).rejects.toMatchObject({ code: 'ILLEGAL_CHANGE' })
    }
    expect(await orders.deliver(again, { now: at(99) })).toEqual({ delivered: 1, failed: 0 })
    expect(await packed()).toBe(1)
  })

  it('a call that outlives its handler is done after it, and is not undone with it', async () => {
    await paidOrder(orders, 'paid:0')
    const later = newOrder()
    let stray: Promise<unknown> = Promise.resolve()
    let proceed = () => {}
    const done = new Promise<void>((resolve) => {
      proceed = resolve
    })
    const handle = async () => {
      stray = done.then(() => orders.create(later))
      throw new Error('창고가 쉬는 날')
    }
    expect(await orders.deliver(handle, { now: at(0) })).toEqual({ delivered: 0, failed: 1 })
    proceed()
    await stray
    expect(await orders.find(later.merchantUid)).not.toBeNull()
  })
})

it('a handler may await the checkout routes, also while a burst stands in line for the database it holds', async () => {
  const { orders } = await openOrderStore('PGlite')
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  let proceed = () => {}
  const inLine = new Promise<void>((resolve) => {
    proceed = resolve
  })
  let answered = 0
  const shop = openShop({
    orders,
    onPaid: async ({ merchantUid }) => {
      if (merchantUid !== first.order.merchantUid) return
      begin()
      await inLine
      const { status } = await shop.post('complete', { merchantUid }, first.buyer)
      answered = status
    },
  })
  const first = await shop.makeOrder()
  const others = await Promise.all(Array.from({ length: 40 }, () => shop.makeOrder()))
  for (const { order } of [first, ...others]) shop.pay(order)
  await shop.post('complete', { merchantUid: first.order.merchantUid }, first.buyer)
  await begun
  const completing = others.map(({ order, buyer }) =>
    shop.post('complete', { merchantUid: order.merchantUid }, buyer),
  )
  // Until those that have a place wait for the database.
  await new Promise((resolve) => setTimeout(resolve))
  proceed()
  expect((await Promise.all(completing)).map(({ status }) => status)).toEqual(others.map(() => 200))
  await shop.quiet()
  expect(answered).toBe(200)
  expect(shop.errors).toEqual([])
})

describe('처리기 안에서 처음 쓰는 저장소: PGlite', () => {
  it('tables made in a handler that throws are made again', async () => {
    const db = await openPGlite()
    const orders = pgliteOrderStore(db, { schema: freshSchema() })
    const schema = freshSchema()
    const subscriptions = pgliteSubscriptionStore(db, { schema })
    const others = pgliteOrderStore(db, { schema })
    await paidOrder(orders, 'paid:0')
    const handle = async ({ attempts }: OrderEvent) => {
      await subscriptions.cardsOf('member-7')
      await others.list()
      if (attempts === 0) throw new Error('창고가 쉬는 날')
    }
    expect(await orders.deliver(handle, { now: at(0) })).toEqual({ delivered: 0, failed: 1 })
    expect(await subscriptions.cardsOf('member-7')).toEqual([])
    expect(await others.list()).toEqual([])
    expect(await orders.deliver(handle, { now: at(1) })).toEqual({ delivered: 1, failed: 0 })
  })

  it('a handler does not wait for tables that somebody else makes once the handler is done', async () => {
    const db = await openPGlite()
    const orders = pgliteOrderStore(db, { schema: freshSchema() })
    const subscriptions = pgliteSubscriptionStore(db, { schema: freshSchema() })
    await paidOrder(orders, 'paid:0')
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    let outside: Promise<unknown> = Promise.resolve()
    let proceed = () => {}
    const asked = new Promise<void>((resolve) => {
      proceed = resolve
    })
    const delivering = orders.deliver(
      async () => {
        begin()
        await asked
        await subscriptions.cardsOf('member-7')
      },
      { now: at(0) },
    )
    await begun
    outside = subscriptions.cardsOf('member-8')
    proceed()
    expect(await delivering).toEqual({ delivered: 1, failed: 0 })
    expect(await outside).toEqual([])
  })
})
