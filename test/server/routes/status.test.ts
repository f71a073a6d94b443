import { describe, expect, it } from 'vitest'
import { openShop, SITE } from './openShop.js'

describe('주문 조회', () => {
  it('shows the order as the shop knows it, without what is not for the buyer, and asks nobody', async () => {
    const shop = openShop()
    const { order, buyer, holder } = await shop.makeOrder()
    shop.asked.length = 0
    const answer = await shop.status(order.merchantUid, buyer)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body).toEqual({
      merchantUid: order.merchantUid,
      name: '신발',
      amount: 59_000,
      taxFree: 0,
      currency: 'KRW',
      status: 'pending',
      cancelAmount: 0,
      flag: null,
      failReason: null,
      record: null,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    })
    expect(Math.abs(answer.body.createdAt - Date.now() / 1000)).toBeLessThan(60)
    expect((await shop.status(order.merchantUid, holder)).body).toEqual(answer.body)
    expect(shop.asked).toEqual([])
  })

  it('after the webhook it says paid, with the record', async () => {
    const shop = openShop()
    const { order, buyer } = await shop.makeOrder()
    const impUid = shop.pay(order)
    await shop.post('webhook', { imp_uid: impUid })
    const { body } = await shop.status(order.merchantUid, buyer)
    expect(body).toMatchObject({ status: 'paid', record: { impUid, status: 'paid', amount: 59_000 } })
  })

  it('nobody reads it without its session or token', async () => {
    const shop = openShop()
    const { order } = await shop.makeOrder()
    const others = await shop.makeOrder()
    for (const headers of [{}, others.buyer, others.holder] as Record<string, string>[]) {
      const answer = await shop.status(order.merchantUid, headers)
      expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } })
      expect(JSON.stringify(answer.body)).not.toContain('신발')
    }
  })

  it('unknown and impossible numbers', async () => {
    const shop = openShop()
    expect(await shop.status('order-9')).toMatchObject({ status: 404, body: { code: 'NO_ORDER' } })
    expect(await shop.send('status', {})).toMatchObject({ status: 400, body: { code: 'INVALID_BODY' } })
    expect((await shop.status('%00')).status).toBe(400)
    expect((await shop.status('x'.repeat(41))).status).toBe(400)
  })

  it("the merchant's own session decides; an order made by nobody is not everybody's", async () => {
    const shop = openShop({ session: async (request) => request.headers.get('x-member') })
    const shoes = { item: 'shoes' }
    const made = await shop.post('orders', shoes, { 'x-member': 'member-7' })
    const { merchantUid } = made.body
    expect((await shop.status(merchantUid, { 'x-member': 'member-7' })).status).toBe(200)
    expect((await shop.status(merchantUid, { 'x-member': 'member-8' })).status).toBe(403)
    expect((await shop.status(merchantUid)).status).toBe(403)
    const nobodys = await shop.post('orders', shoes)
    expect((await shop.status(nobodys.body.merchantUid)).status).toBe(403)
    expect((await shop.status(nobodys.body.merchantUid, { 'x-member': '' })).status).toBe(403)
    const token = nobodys.headers.get('x-checkout-token') as string
    expect((await shop.status(nobodys.body.merchantUid, { 'x-checkout-token': token })).status).toBe(200)
  })

  it('readOrder is the same guard for pages of the merchant, details included', async () => {
    const { routes, ...shop } = openShop()
    const { order, buyer, holder } = await shop.makeOrder()
    const page = (headers: Record<string, string>) => new Request(`${SITE}/orders/1`, { headers })
    const read = await routes.readOrder(page(buyer), order.merchantUid)
    expect(read).toMatchObject({ merchantUid: order.merchantUid, details: { item: 'shoes' } })
    expect(await routes.readOrder(page(holder), order.merchantUid)).toEqual(read)
    expect(await routes.readOrder(page({}), order.merchantUid)).toBeNull()
    expect(await routes.readOrder(page(buyer), 'order-9')).toBeNull()
    expect(await routes.readOrder(page(buyer), 'order\u0000')).toBeNull()
  })
})
