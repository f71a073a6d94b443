import { describe, expect, it } from 'vitest'
import { pgliteOrderStore } from '../../../src/server/orders/pgliteOrderStore.js'
import { postgresOrderStore } from '../../../src/server/orders/postgresOrderStore.js'
import { freshSchema, openOrderStore, openPGlite, openPool, sqlStoreNames } from '../orderStores.js'
import { at, event, newOrder, paid } from './newOrder.js'

describe.each(sqlStoreNames)('손으로 쓴 SQL도 규칙을 지킨다: %s', (name) => {
  it('paid is not unpaid, a price not changed, a version not forgotten', async () => {
    const { orders, sql, schema } = await openOrderStore(name)
    const order = await orders.create(newOrder())
    const told = await orders.advance(order, paid(order), [event('paid:0')], at(1))
    const table = `${schema}.toss_checkout_orders`
    for (const set of [
      "status = 'failed'",
      "status = 'pending'",
      "status = 'awaiting-deposit'",
      "status = 'pending', imp_uid = null",
      'amount = 1',
      "currency = 'USD'",
      "merchant_uid = 'other'",
      'deposit_round = 2',
      "imp_uid = 'imp_other'",
      'version = 1',
    ]) {
      await expect(sql(`update ${table} set ${set}`), set).rejects.toMatchObject({ code: 'TC001' })
    }
    for (const set of ["status = 'refunded'", "flag = 'odd'", 'cancel_amount = 59001', 'name = null']) {
      await expect(sql(`update ${table} set ${set}`), set).rejects.toMatchObject({ code: /^23/ })
    }
    await expect(sql(`delete from ${table}`)).rejects.toMatchObject({ code: '23503' })
    const twice = `insert into ${schema}.toss_checkout_events (merchant_uid, key, happening, at, next_at)
      values ($1, 'paid:0', '{}', now(), now())`
    await expect(sql(twice, [order.merchantUid])).rejects.toMatchObject({ code: '23505' })
    expect(await orders.find(order.merchantUid)).toEqual(told)
    await sql(`update ${table} set flag = 'second-payment'`)
    expect(await orders.find(order.merchantUid)).toMatchObject({ flag: 'second-payment', version: 3 })
  })

  it('a deposit may be taken back in the table, if it is counted', async () => {
    const { orders, sql, schema } = await openOrderStore(name)
    const order = await orders.create(newOrder())
    await orders.advance(order, paid(order), [], at(1))
    await sql(`update ${schema}.toss_checkout_orders set status = 'awaiting-deposit', deposit_round = 1`)
    expect(await orders.find(order.merchantUid)).toMatchObject({
      status: 'awaiting-deposit',
      depositRound: 1,
    })
  })
})

describe('표 만들기', () => {
  it('several servers that start at once make the tables once', async () => {
    const schema = freshSchema()
    const pools = [openPool({ max: 3 }), openPool({ max: 3 })]
    const stores = [...pools, ...pools, ...pools].map((pool) => postgresOrderStore(pool, { schema }))
    const order = newOrder()
    await Promise.all(stores.map((store) => store.migrate()))
    await stores[0]?.create(order)
    expect(await stores[5]?.find(order.merchantUid)).not.toBeNull()
    const { rows } = await openPool().query(`select version from ${schema}.toss_checkout_migrations`)
    expect(rows).toEqual([{ version: 1 }])
  })

  it('on first use, without being asked; once more changes nothing', async () => {
    const schema = freshSchema()
    const db = await openPGlite()
    const order = newOrder()
    await pgliteOrderStore(db, { schema }).create(order)
    const again = pgliteOrderStore(db, { schema })
    await again.migrate()
    await again.migrate()
    expect(await again.find(order.merchantUid)).not.toBeNull()
  })

  it('a role that may not make tables can sell once they are there', async () => {
    const schema = freshSchema()
    const owner = openPool()
    await postgresOrderStore(owner, { schema }).migrate()
    await owner.query(`create role ${schema}_shop login`)
    await owner.query(`grant usage on schema ${schema} to ${schema}_shop`)
    await owner.query(`grant select, insert, update on all tables in schema ${schema} to ${schema}_shop`)
    const shop = postgresOrderStore(openPool({ user: `${schema}_shop` }), { schema })
    const order = await shop.create(newOrder())
    expect(await shop.advance(order, paid(order), [event('paid:0')], at(1))).not.toBeNull()
    expect(await shop.deliver(async () => {}, { now: at(1) })).toEqual({ delivered: 1, failed: 0 })
  })

  it('after a start without a database, the next use tries again', async () => {
    const schema = freshSchema()
    const pool = openPool()
    let down = true
    const query = (text: string, params?: unknown[]) =>
      down ? Promise.reject(new Error('connection refused')) : pool.query(text, params)
    const store = postgresOrderStore({ query, connect: () => pool.connect() }, { schema })
    await expect(store.find('x')).rejects.toThrow('connection refused')
    down = false
    expect(await store.find('x')).toBeNull()
  })

  it('refuses a schema that is no plain name', () => {
    expect(() => postgresOrderStore(openPool(), { schema: 'a"; drop table x' })).toThrow(TypeError)
  })
})

describe('쓰러지는 서버', () => {
  it('a connection cut in the middle of a handler undoes it, and another server delivers it', async () => {
    const { orders, another, sql, schema } = await openOrderStore('PostgreSQL')
    const order = await orders.create(newOrder())
    await orders.advance(order, paid(order), [event('paid:0')], at(0))
    await sql(`create table ${schema}.parcels (merchant_uid text)`)
    const cut = orders.deliver(
      async ({ merchantUid }, _, tx) => {
        await tx?.query(`insert into ${schema}.parcels values ($1)`, [merchantUid])
        const [backend] = ((await tx?.query('select pg_backend_pid() as pid')) ?? []) as { pid: number }[]
        await sql('select pg_terminate_backend($1)', [backend?.pid])
        // As a handler that thinks when it happens: the driver hears of it while nothing is asked.
        await new Promise((resolve) => setTimeout(resolve, 50))
      },
      { now: at(0) },
    )
    expect(await cut).toMatchObject({ delivered: 0, failed: 1, undone: [{ event: { key: 'paid:0' } }] })
    expect(await sql(`select * from ${schema}.parcels`)).toEqual([])
    const heard: string[] = []
    const other = another()
    const listen = async ({ key }: { key: string }) => void heard.push(key)
    expect(await other.deliver(listen, { now: at(1) })).toEqual({ delivered: 1, failed: 0 })
    expect(heard).toEqual(['paid:0'])
    expect(await orders.find(order.merchantUid)).toMatchObject({ status: 'paid' })
  })

  it('an order and its event are written together or not at all', async () => {
    const { orders, sql, schema } = await openOrderStore('PostgreSQL')
    const order = await orders.create(newOrder())
    await sql(`alter table ${schema}.toss_checkout_events add constraint full_disk check (key <> 'paid:0')`)
    await expect(orders.advance(order, paid(order), [event('paid:0')], at(1))).rejects.toThrow()
    expect(await orders.find(order.merchantUid)).toEqual(order)
  })
})
