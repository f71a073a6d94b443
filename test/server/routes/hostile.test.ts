import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeErrorCodes } from '../../../src/server/routes/routeErrorCodes.js'
import { openShop } from './openShop.js'

const routes = ['orders', 'complete', 'status', 'webhook', 'confirm']

describe('주소와 방법', () => {
  it.each(['', 'order', 'orders/1', 'admin', '*', '__proto__', '%6Frders', 'ORDERS'])(
    'no route is called %j',
    async (route) => {
      const shop = openShop()
      for (const method of ['GET', 'POST']) {
        expect(await shop.send(route, { method })).toMatchObject({ status: 404, body: { code: 'NO_ROUTE' } })
      }
    },
  )

  it.each([
    ['orders', 'GET', 'POST'],
    ['complete', 'PUT', 'POST'],
    ['status', 'POST', 'GET, HEAD'],
    ['webhook', 'GET', 'POST'],
    ['confirm', 'DELETE', 'POST'],
  ])('%s does not take %s and says what it takes', async (route, method, allow) => {
    const answer = await openShop().send(route, { method })
    expect(answer).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } })
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it.each(['/orders', '/orders/', '/a/b/c/orders', '/orders?next=/status'])(
    'mounted anywhere: %s',
    async (path) => {
      const { routes } = openShop()
      const answer = await routes(
        new Request(`http://shop.example${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"item":"shoes"}',
        }),
      )
      expect(answer.status).toBe(201)
    },
  )
})

describe('아무 본문이나', () => {
  const field = fc.constantFrom(
    'imp_uid',
    'merchant_uid',
    'amount',
    'merchantUid',
    'impUid',
    'status',
    '__proto__',
  )
  const value = fc.oneof(
    fc.constantFrom(
      'imp_000000000001',
      'imps_000000000001',
      'paid',
      '59000',
      '\u0000',
      '\ud800',
      "' OR 1=1 --",
    ),
    fc.jsonValue(),
  )
  const fields = fc.dictionary(field, value)
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fields.map((given) => new TextEncoder().encode(JSON.stringify(given))),
    fc
      .array(fc.tuple(field, fc.string()))
      .map((given) => new TextEncoder().encode(`${new URLSearchParams(given)}`)),
    fc.jsonValue().map((given) => new TextEncoder().encode(JSON.stringify(given))),
  )
  const type = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json; charset=euc-kr',
    '',
  )
  const headers = fc.record(
    {
      cookie: fc.constantFrom(
        '__Host-toss_checkout=',
        '__Host-toss_checkout=%E0%A4%A',
        `__Host-toss_checkout=${'0'.repeat(32)}`,
        ';;=',
      ),
      'x-checkout-token': fc.constantFrom('', '0', '0'.repeat(32), 'ÿ'),
      'x-forwarded-proto': fc.constantFrom('', ',', 'https'),
    },
    { requiredKeys: [] },
  )

  it('never gives a page of ours away, never moves an order, and always answers in our words', async () => {
    const shop = openShop()
    const { order } = await shop.makeOrder()
    const others = await shop.makeOrder()
    const impUid = shop.pay(others.order)
    await shop.post('webhook', { imp_uid: impUid })
    await shop.quiet()
    const before = await shop.orders.list()
    const codes = [...Object.keys(routeErrorCodes), 'NO_SUCH_ITEM', 'SOLD_OUT']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        type,
        headers,
        body,
        async (route, contentType, given, bytes) => {
          const init = {
            method: route === 'status' ? 'GET' : 'POST',
            headers: { ...given, ...(contentType && { 'content-type': contentType }) },
            ...(route !== 'status' && { body: bytes as Uint8Array<ArrayBuffer> }),
          }
          const query =
            route === 'status' ? `?merchantUid=${encodeURIComponent(String.fromCharCode(...bytes))}` : ''
          const answer = await shop.send(`${route}${query}`, init)
          expect(answer.status).toBeGreaterThanOrEqual(400)
          // Nothing of ours is broken by what is sent.
          expect(answer.status).toBeLessThan(500)
          expect(codes).toContain(answer.body.code)
          expect(answer.body.message).toEqual(expect.any(String))
          expect(JSON.stringify(answer.body)).not.toMatch(/sandbox_|node_modules|\bat \//)
        },
      ),
      { numRuns: 1500 },
    )
    expect(await shop.orders.list()).toEqual(before)
    expect(shop.errors).toEqual([])
    expect(shop.heard).toEqual([`paid ${others.order.merchantUid}`])
    expect((await shop.find(order.merchantUid)).status).toBe('pending')
  })

  it('JSON as deep as the limit lets it be', async () => {
    const shop = openShop({ priceOrder: (given) => ({ name: '신발', amount: 1_000, details: given }) })
    const deep = `${'['.repeat(32_000)}${']'.repeat(32_000)}`
    for (const route of ['orders', 'complete', 'webhook', 'confirm']) {
      const answer = await shop.send(route, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: deep,
      })
      expect(answer.body.code).toBeDefined()
    }
  })
})
