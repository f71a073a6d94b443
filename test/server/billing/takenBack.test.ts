import { describe, expect, it } from 'vitest'
import { toSubscriptionView } from '../../../src/server/billing/routes/billingViews.js'
import { DAY, MINUTE, member, openMembership } from './openMembership.js'

describe.each(['cancel', 'pause'] as const)('%s: 결제일을 앞두고 게이트웨이에 닿지 않을 때', (steering) => {
  it('아직 결제될 수 있다고 말하고, 다음 차례에 예약을 거두어 결제되지 않는다', async () => {
    let isDown = false
    const shop = openMembership({
      drive: 'gateway',
      fetch: async (request, sandbox) => {
        if (isDown) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const { id } = await shop.subscribe('weekly')
    expect(toSubscriptionView(await shop.find(id))).toMatchObject({ status: 'active', chargeIsOut: true })
    shop.sandbox.clock.advance(7 * DAY - 5 * MINUTE)
    isDown = true
    const steered = await shop.billing[steering](member, id)
    expect(toSubscriptionView(steered)).toMatchObject({ nextChargeAt: null, chargeIsOut: true })
    // A round that does not reach it either.
    shop.sandbox.clock.advance(MINUTE)
    await shop.billing.chargeDue()
    isDown = false
    await shop.pass(MINUTE)
    expect(toSubscriptionView(await shop.find(id))).toMatchObject({ nextChargeAt: null, chargeIsOut: false })
    for (let day = 0; day < 8; day++) await shop.pass(DAY)
    expect((await shop.charges(id)).map(({ merchant_uid }) => merchant_uid)).toEqual([`${id}-1-1`])
  })

  it('답이 사라진 결제가 뒤늦게 보이면 그것까지 알리고, 그때까지는 결제될 수 있다고 말한다', async () => {
    let [isLost, shows] = [false, true]
    const shop = openMembership({
      drive: 'worker',
      webhooks: false,
      fetch: async (request, sandbox) => {
        if (!shows && request.url.includes('/payments/findAll/')) {
          return Response.json({ code: -1, message: 'none', response: null }, { status: 404 })
        }
        const answer = await sandbox.fetch(request)
        if (isLost && request.url.endsWith('/again')) throw new TypeError('terminated')
        return answer
      },
    })
    const { id } = await shop.subscribe('weekly')
    shop.sandbox.clock.advance(7 * DAY + MINUTE)
    isLost = true
    shows = false
    await shop.billing.chargeDue()
    await shop.billing[steering](member, id)
    for (let hour = 0; hour < 20; hour++) {
      shop.sandbox.clock.advance(60 * MINUTE)
      await shop.billing.chargeDue()
    }
    expect(toSubscriptionView(await shop.find(id))).toMatchObject({ nextChargeAt: null, chargeIsOut: true })
    shows = true
    await shop.pass(11 * MINUTE)
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
    expect(toSubscriptionView(await shop.find(id))).toMatchObject({ period: 3, chargeIsOut: false })
  })
})
