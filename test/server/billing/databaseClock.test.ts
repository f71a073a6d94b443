import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { createBilling } from '../../../src/server/billing/createBilling.js'
import { createPortOneClient } from '../../../src/server/index.js'
import { MINUTE, member, openMembership, plans } from './openMembership.js'
import { openStores, type Stores } from './openStores.js'

/** The time on the wall of the server that works now; the database has its own. */
const setServerClock = (ms: number) => vi.setSystemTime(performance.timeOrigin + performance.now() + ms)

describe('시계가 서로 다른 두 서버가 한 데이터베이스를 쓸 때', () => {
  let stores: Stores
  beforeEach(() => {
    stores = openStores('postgres', inject('postgres'))
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await stores.close()
  })

  it.each([
    ['한 시간 늦은 서버가 맡은 결제를 다른 서버가', { holder: -60 * MINUTE, other: 0 }],
    ['다른 서버가 맡은 결제를 한 시간 빠른 서버가', { holder: 0, other: 60 * MINUTE }],
  ])('%s 그동안 또 보내지 않는다', async (_, { holder, other }) => {
    const { orders, subscriptions, sql } = stores
    let sent = 0
    let letGo = () => {}
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const shop = openMembership({ orders, subscriptions })
    const server = () =>
      createBilling({
        ...{ orders, subscriptions, plans, drive: 'worker' },
        onError: () => {},
        client: createPortOneClient({
          ...{ impKey: 'sandbox_key', impSecret: 'sandbox_secret', now: shop.sandbox.clock.now },
          fetch: async (request) => {
            if (request.url.endsWith('/again') && ++sent === 1) {
              arrive()
              await new Promise<void>((resolve) => {
                letGo = resolve
              })
            }
            return shop.sandbox.fetch(request)
          },
        }),
      })
    const { customerUid } = await shop.billing.registerCard(member, {
      ...{ cardNumber: '4242-4242-4242-4242', expiry: '2090-09', birth: '820213', pwd2digit: '47' },
    })
    const { id } = await server().subscribe(member, {
      ...{ planId: 'weekly', customerUid },
      startAt: new Date(Date.now() + 3 * 60 * MINUTE),
    })
    await sql?.(
      `update "${stores.schema}".toss_checkout_subscriptions
       set next_charge_at = clock_timestamp() - interval '2 hours', check_at = clock_timestamp() - interval '2 hours' where id = $1`,
      [id],
    )

    setServerClock(holder)
    const first = server().chargeDue()
    await arrived
    setServerClock(other)
    expect(await server().chargeDue()).toEqual({ charged: 0, failed: 0 })
    expect(sent).toBe(1)
    letGo()
    expect(await first).toEqual({ charged: 1, failed: 0 })
    setServerClock(0)
    const { updatedAt } = await shop.find(id)
    expect(Math.abs(Number(updatedAt) - Date.now())).toBeLessThan(30 * MINUTE)
  })
})
