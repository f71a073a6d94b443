import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createPortOneClient } from '../../../src/server/index.js'
import { createSettlement } from '../../../src/server/settle/createSettlement.js'
import { DAY, MINUTE, openMembership } from './openMembership.js'
import { kinds, openStores, type Stores } from './openStores.js'

describe.each(kinds)('청구 번호로 잘못 들어온 돈을 돌려주는 상점 (%s)', (kind) => {
  let stores: Stores
  beforeAll(() => {
    stores = openStores(kind, inject('postgres'))
  })
  afterAll(() => stores.close())

  it('청구 작업이 돈 동안에도 환불은 처음부터 여덟 번까지 시도된다', async () => {
    const { orders, subscriptions } = stores
    const shop = openMembership({ orders, subscriptions, webhooks: false })
    const { id } = await shop.subscribe('monthly')
    let refusals = 0
    const client = createPortOneClient({
      ...{ impKey: 'sandbox_key', impSecret: 'sandbox_secret', retries: 0, now: shop.sandbox.clock.now },
      fetch: async (request) =>
        request.url.endsWith('/payments/cancel') && ++refusals <= 7
          ? Response.json({ code: 1, message: '잠시 후 다시 시도해 주세요', response: null })
          : shop.sandbox.fetch(request),
    })
    const told: string[] = []
    const settlement = createSettlement({
      ...{ client, orders, now: shop.now, mismatch: 'refund', ...shop.billing.handlers },
      onFlagged: (_, { flag }, { refund }) => void told.push(`${flag} ${refund}`),
      onError: () => {},
    })
    const opened = shop.sandbox.gateway.open(
      { pg: 'tosspayments', pay_method: 'card', merchant_uid: `${id}-2-1`, amount: 1_000, name: '월간' },
      { channel: 'pc', sdk: 'new' },
    )
    if (!opened.opened) throw new Error('no window')
    shop.sandbox.gateway.approve(opened.offer.impUid, { method: 'card', cardCode: '366', quota: 0 })
    await settlement.settle({ impUid: opened.offer.impUid })
    // What sweeps is down, and charges alone go on: the event is not for them, and no try of theirs is one of a refund.
    shop.sandbox.clock.advance(31 * DAY)
    for (let round = 0; round < 20; round++) {
      shop.sandbox.clock.advance(11 * MINUTE)
      await shop.billing.chargeDue()
    }
    expect(told).toEqual([])
    for (let hour = 0; hour < 24 && told.length === 0; hour++) {
      await settlement.sweep()
      shop.sandbox.clock.advance(DAY / 24)
    }
    expect(told).toEqual(['amount-differs given-back'])
    expect(refusals).toBe(8)
  })
})
