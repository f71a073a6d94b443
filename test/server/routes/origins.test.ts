import { describe, expect, it } from 'vitest'
import { openShop, SITE } from './openShop.js'

const shoes = { item: 'shoes' }
const site = { origin: SITE }
const stranger = { origin: 'https://elsewhere.example' }

describe('다른 사이트의 페이지', () => {
  it('off by default: no CORS headers, no check, no preflight', async () => {
    const shop = openShop()
    const answer = await shop.post('orders', shoes, stranger)
    expect(answer.status).toBe(201)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect((await shop.send('orders', { method: 'OPTIONS', headers: stranger })).status).toBe(405)
  })

  it('listed sites may call and read the token; refusals can be read too', async () => {
    const shop = openShop({ origins: [SITE, 'https://Www.Shop.example/'] })
    const answer = await shop.post('orders', shoes, site)
    expect(answer.status).toBe(201)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'X-Checkout-Token',
      vary: expect.stringContaining('Origin'),
    })
    expect((await shop.post('orders', shoes, { origin: 'https://www.shop.example' })).status).toBe(201)
    const refused = await shop.post('complete', { merchantUid: 'order-9' }, site)
    expect(refused.status).toBe(404)
    expect(refused.headers.get('access-control-allow-origin')).toBe(SITE)
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  it('a preflight is answered for listed sites', async () => {
    const shop = openShop({ origins: [SITE] })
    const ask = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
    const answer = await shop.send('complete', { method: 'OPTIONS', headers: { ...site, ...ask } })
    expect(answer.status).toBe(204)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'content-type,X-Checkout-Token',
    })
    const refused = await shop.send('complete', { method: 'OPTIONS', headers: { ...stranger, ...ask } })
    expect(refused).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } })
  })

  it.each([
    'https://elsewhere.example',
    'null',
    'http://shop.example',
    `${SITE}:8443`,
    `${SITE}.evil.example`,
  ])('%s is refused before anything happens', async (origin) => {
    const shop = openShop({ origins: [SITE] })
    for (const answer of [
      await shop.post('orders', shoes, { origin }),
      await shop.post('complete', { merchantUid: 'order-9' }, { origin }),
      await shop.status('order-9', { origin }),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } })
    }
    expect(await shop.orders.list()).toEqual([])
    expect(shop.asked).toEqual([])
  })

  it('the gateway has no origin to list, nor has a GET of the same site', async () => {
    const shop = openShop({ origins: [SITE] })
    const { order, buyer } = await shop.makeOrder()
    const impUid = shop.pay(order)
    expect((await shop.post('webhook', { imp_uid: impUid }, stranger)).status).toBe(200)
    expect((await shop.status(order.merchantUid, buyer)).status).toBe(200)
  })

  it.each(['*', 'shop.example', 'https://shop.example/checkout', 'ftp://shop.example', ''])(
    '%j in the list is refused when the routes are made',
    (origin) => {
      expect(() => openShop({ origins: [origin] })).toThrow(/origins has ".*https:\/\/shop\.example/)
    },
  )
})
