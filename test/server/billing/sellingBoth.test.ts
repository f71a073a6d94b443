import { describe, expect, it } from 'vitest'
import { createPortOneClient } from '../../../src/server/index.js'
import { createSettlement } from '../../../src/server/settle/createSettlement.js'
import { cards, DAY, MINUTE, openMembership } from './openMembership.js'

it('a shop that sells goods beside memberships hears of its goods, and of no charge', async () => {
  const own: string[] = []
  const shop = openMembership({
    own: {
      onPaid: ({ merchantUid }) => void own.push(`paid ${merchantUid}`),
      onFailed: ({ merchantUid }, { reason }) => void own.push(`failed ${merchantUid} ${reason}`),
      onRefunded: ({ merchantUid }) => void own.push(`refunded ${merchantUid}`),
    },
  })
  const order = async (merchantUid: string) => {
    await shop.orders.create({
      ...{ merchantUid, name: '찻잔', amount: 30_000, taxFree: 0, currency: 'KRW', details: null },
      ...{ sessionHash: null, tokenHash: null, createdAt: shop.now(), checkAt: null },
    })
    const request = {
      merchant_uid: merchantUid,
      name: '찻잔',
      amount: 30_000,
      m_redirect_url: 'https://shop.kr',
    }
    const opened = shop.sandbox.gateway.open(request, { channel: 'pc', sdk: 'new' })
    if (!opened.opened) throw new Error('the window stays closed')
    return opened.offer.impUid
  }
  const bought = await order('goods-1')
  shop.sandbox.gateway.approve(bought, { method: 'card', cardCode: '366', quota: 0 })
  const left = await order('goods-2')
  shop.sandbox.gateway.giveUp(left)
  const { id } = await shop.subscribe('monthly')
  for (const impUid of [bought, left]) await shop.settlement.settle({ impUid })
  await shop.pass(31 * DAY)
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3 })
  expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  expect(own).toEqual(['paid goods-1', expect.stringMatching(/^failed goods-2 /)])
})

describe('a second settlement that was given none of billing’s handlers', () => {
  /** A shop whose webhooks go to a settlement that knows nothing of subscriptions. */
  function shopWithBareSettlement(drive: 'gateway' | 'worker') {
    const shop = openMembership({ drive, webhooks: false, retry: { days: [2] } })
    const client = createPortOneClient({
      ...{ impKey: 'sandbox_key', impSecret: 'sandbox_secret', now: shop.sandbox.clock.now },
      fetch: shop.sandbox.fetch,
    })
    const bare = createSettlement({ client, orders: shop.orders, now: shop.now })
    const said = () =>
      shop.errors
        .map(({ error }) => String(error))
        .filter((error) => /without billing's handlers/.test(error))
    return { shop, bare, said }
  }

  it.each(['gateway', 'worker'] as const)(
    'loses no period that was paid, and is reported (%s)',
    async (drive) => {
      const { shop, bare, said } = shopWithBareSettlement(drive)
      const { id } = await shop.subscribe('weekly')
      shop.sandbox.clock.advance(7 * DAY + MINUTE)
      // The answer is lost to billing: the webhook comes first, and its event is handed to nobody.
      if (drive === 'worker') {
        await shop.orders.create({
          ...{
            merchantUid: `${id}-2-1`,
            name: '주간 채소',
            amount: 15_000,
            taxFree: 15_000,
            currency: 'KRW',
          },
          ...{ details: null, sessionHash: null, tokenHash: null, createdAt: shop.now(), checkAt: null },
        })
        const client = shop.settlement.options.client
        const { customerUid } = await shop.find(id)
        await client.payAgain({
          ...{ customerUid, merchantUid: `${id}-2-1`, amount: 15_000, name: '주간 채소', taxFree: 15_000 },
        })
      }
      await bare.settle({ merchantUid: `${id}-2-1` })
      expect(await bare.deliver()).toBe(1)
      await shop.pass(11 * MINUTE)
      expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
      expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3 })
      expect(said()).toEqual([expect.stringContaining(`order ${id}-2-1`)])
      await shop.pass(7 * DAY)
      await shop.pass(11 * MINUTE)
      expect(shop.heard.at(-1)).toBe(`paid 3 ${id}`)
      expect(said()).toHaveLength(1)
    },
  )

  it('loses no decline either', async () => {
    const { shop, bare, said } = shopWithBareSettlement('gateway')
    const { id } = await shop.subscribe('weekly', cards.limitAfterThree)
    for (let week = 0; week < 2; week++) await shop.pass(7 * DAY + 11 * MINUTE)
    shop.sandbox.clock.advance(7 * DAY)
    await bare.settle({ merchantUid: `${id}-4-1` })
    await bare.deliver()
    await shop.pass(11 * MINUTE)
    expect(shop.heard.at(-1)).toBe(`declined 4 ${id} active`)
    expect(said()).toHaveLength(1)
  })
})
