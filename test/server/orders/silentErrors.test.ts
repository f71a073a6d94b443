import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { pgliteSubscriptionStore } from '../../../src/server/billing/pgliteSubscriptionStore.js'
import { postgresSubscriptionStore } from '../../../src/server/billing/postgresSubscriptionStore.js'
import { openOrderStore, openPGlite, openPool, sqlStoreNames } from '../orderStores.js'
import { at, event, newOrder } from './newOrder.js'

const details = { address: '서울 강남대로 1', tel: '01012345678' }
const sessionHash = 'ab'.repeat(32)

/** Everything a log that looks into each corner would hold. */
async function logged(asked: Promise<unknown>): Promise<string> {
  const thrown: unknown = await asked.then(
    () => expect.unreachable('it was not refused'),
    (error: unknown) => error,
  )
  const { cause } = thrown as Error
  return [thrown, cause]
    .map((error) => `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`)
    .join('\n')
}

describe.each(sqlStoreNames)('오류 기록에 손님의 정보가 없다: %s', (name) => {
  const expectSilence = (text: string) => {
    expect(text).not.toMatch(/강남대로|01012345678|abababab/)
  }

  it('a refused move names the rule and the table, and holds no row', async () => {
    const { orders } = await openOrderStore(name)
    const order = await orders.create(newOrder({ details, sessionHash }))
    const impUid = `imp_${'1'.repeat(40)}`
    const text = await logged(orders.advance(order, { status: 'paid', impUid }, [event('paid:0')], at(0)))
    expectSilence(text)
    expect(text).toMatch(/INVALID_ORDER/)
    expect(text).toMatch(/code: '23514'/)
    expect(text).toMatch(/constraint: 'toss_checkout_orders_imp_uid_check'/)
    expect(text).toMatch(/table: 'toss_checkout_orders'/)
  })

  it('an order that is not taken is not in the error', async () => {
    const { orders } = await openOrderStore(name)
    for (const wrong of [{ amount: 0 }, { amount: 0.5 }, { tokenHash: sessionHash.slice(1) }]) {
      expectSilence(await logged(orders.create(newOrder({ details, sessionHash, ...wrong }))))
    }
    const broken = { ...details, memo: '\u0000' }
    expectSilence(await logged(orders.create(newOrder({ details: broken, sessionHash }))))
  })

  it('nor is it when something else went wrong', async () => {
    const { orders, sql, schema } = await openOrderStore(name)
    await orders.list()
    await sql(`alter table ${schema}.toss_checkout_orders rename to elsewhere`)
    const text = await logged(orders.create(newOrder({ details, sessionHash })))
    expectSilence(text)
    expect(text).toMatch(/code: '42P01'/)
  })

  it('a card that was not masked is not in the error either', async () => {
    const { schema } = await openOrderStore(name)
    const options = { schema: schema ?? '' }
    const store =
      name === 'PGlite'
        ? pgliteSubscriptionStore(await openPGlite(), options)
        : postgresSubscriptionStore(openPool(), options)
    const card = { code: '366', name: '신한카드', number: '4242424242424242', type: 0 }
    const whole = { customerUid: 'card_1', customerId: 'member-7', status: 'registered' as const, card }
    const times = { merchantUid: null, createdAt: at(0), registeredAt: at(0) }
    const text = await logged(store.createCard({ ...whole, ...times }))
    expect(text).not.toMatch(/42424242/)
    expect(text).toMatch(/toss_checkout_card_is_masked/)
  })
})
