import { expect, it } from 'vitest'
import { DAY, openMembership } from './openMembership.js'

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
