import { describe, expect, it } from 'vitest'
import { openOrderStore, storeNames } from '../orderStores.js'
import { openSettlement, SOON } from './openSettlement.js'

describe('여러 서버, 한 데이터베이스', () => {
  it('webhook and callback at once, over and over, on two servers: one fulfilment each', async () => {
    const store = await openOrderStore('PostgreSQL')
    const shop = openSettlement(store.orders, {
      onPaid: async ({ merchantUid }, _, { tx }) => {
        await tx?.query(`insert into ${store.schema}.parcels values ($1)`, [merchantUid])
        shop.heard.push(`paid ${merchantUid}`)
      },
    })
    await store.orders.list()
    await store.sql(`create table ${store.schema}.parcels (merchant_uid text primary key)`)
    const servers = [shop.settlement, shop.another(store.another())]
    const orders = await Promise.all(Array.from({ length: 10 }, () => shop.order()))
    const paid = orders.map((order) => ({ order, impUid: shop.pay(order) }))
    const settled = await Promise.all(
      paid.flatMap(({ order, impUid }) =>
        servers.flatMap((server) =>
          [{ impUid }, { merchantUid: order.merchantUid }, { impUid }].map(async (target) => {
            const result = await server.settle(target)
            await server.deliver(order.merchantUid)
            return result
          }),
        ),
      ),
    )
    for (const result of settled)
      expect(result).toMatchObject({ result: 'settled', order: { status: 'paid' } })
    expect(settled.filter((result) => result.result === 'settled' && result.changed)).toHaveLength(10)
    for (const server of servers) await server.deliver()
    expect(shop.heard.sort()).toEqual(orders.map(({ merchantUid }) => `paid ${merchantUid}`).sort())
    expect(await store.sql(`select * from ${store.schema}.parcels`)).toHaveLength(10)
    expect(shop.errors).toEqual([])
  })

  it('a server that dies between the gateway’s approval and our commit: the other finds the payment', async () => {
    const store = await openOrderStore('PostgreSQL')
    const shop = openSettlement(store.orders)
    const order = await shop.order()
    const impUid = shop.pay(order)
    const { advance } = store.orders
    store.orders.advance = () => Promise.reject(new Error('server killed'))
    await expect(shop.settlement.settle({ impUid })).rejects.toThrow('server killed')
    store.orders.advance = advance
    expect(await shop.find(order.merchantUid)).toEqual(order)
    const other = shop.another(store.another())
    shop.advance(SOON)
    expect(await other.sweep()).toMatchObject({ moved: 1, delivered: 1 })
    expect(shop.heard).toEqual([`paid ${order.merchantUid}`])
  })

  it('two servers that sweep at once ask about each order once', async () => {
    const store = await openOrderStore('PostgreSQL')
    const shop = openSettlement(store.orders)
    const orders = await Promise.all(Array.from({ length: 12 }, () => shop.order()))
    for (const order of orders) shop.pay(order)
    shop.advance(SOON)
    const other = shop.another(store.another())
    const swept = await Promise.all([shop.settlement.sweep(), other.sweep()])
    expect(swept.reduce((sum, { asked }) => sum + asked, 0)).toBe(12)
    await other.deliver()
    expect(shop.heard.sort()).toEqual(orders.map(({ merchantUid }) => `paid ${merchantUid}`).sort())
  })

  it('others that change an order every time: ask again later', async () => {
    const store = await openOrderStore('memory')
    const shop = openSettlement(store.orders)
    const order = await shop.order()
    shop.pay(order)
    shop.line.after = async () => {
      const present = await shop.find(order.merchantUid)
      await store.orders.advance(present, { checkAt: new Date() }, [], new Date())
    }
    const { settle } = shop.settlement
    await expect(settle({ merchantUid: order.merchantUid })).rejects.toMatchObject({
      code: 'CONTENDED',
      status: 503,
    })
    expect(shop.asked.length).toBeLessThan(20)
  })
})

describe.each(storeNames)('처리기가 정산을 부른다: %s', (name) => {
  it('sold out when it was paid: the handler refunds, and waits for nobody', async () => {
    const store = await openOrderStore(name)
    const shop = openSettlement(store.orders, {
      onPaid: async ({ merchantUid }) => {
        const order = await shop.settlement.refund({ merchantUid, reason: '품절' })
        shop.heard.push(`${order.status} ${merchantUid}`)
        await shop.settlement.settle({ merchantUid })
        await shop.settlement.deliver(merchantUid)
      },
    })
    const order = await shop.order()
    const { merchantUid } = order
    shop.pay(order)
    expect(await shop.settled(order)).toMatchObject({ status: 'refunded', cancelAmount: 59_000 })
    await shop.settlement.deliver()
    expect(shop.heard).toEqual([`refunded ${merchantUid}`, `refunded ${merchantUid} 59000`])
    expect(shop.errors).toEqual([])
  })
})
