import { describe, expect, it, vi } from 'vitest'
import { OrderStoreError } from '../../../src/server/orders/OrderStoreError.js'
import { sha256 } from '../../../src/server/routes/sha256.js'
import { openShop, SITE } from './openShop.js'

const shoes = { item: 'shoes' }

describe('주문을 만든다', () => {
  it('the page gets what the button takes; the shop keeps the price, the gateway knows it', async () => {
    const shop = openShop()
    const answer = await shop.post('orders', shoes)
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      merchantUid: expect.stringMatching(/^\d{8}-[0-9a-z]{16}$/),
      name: '신발',
      amount: 59_000,
      currency: 'KRW',
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const stored = await shop.find(answer.body.merchantUid)
    expect(stored).toMatchObject({ status: 'pending', amount: 59_000, taxFree: 0, details: shoes })
    expect(Number(stored.checkAt) - Number(stored.createdAt)).toBe(5 * 60_000)
    // The amount was registered: the window does not open with another one.
    expect(() => shop.open({ ...answer.body, amount: 100 })).toThrow('사전 등록된 결제 금액')
    expect(shop.open(answer.body)).toMatch(/^imp_/)
  })

  it('tax-free part, currency and buyer go along', async () => {
    const buyer = { name: '홍길동', email: 'gil@shop.example', tel: '010-0000-0000' }
    const shop = openShop({
      priceOrder: () => ({ name: 'Book', amount: 30, taxFree: 10, currency: 'USD', buyer, details: 7 }),
    })
    const { body } = await shop.post('orders', {})
    const { merchantUid } = body
    expect(body).toEqual({ merchantUid, name: 'Book', amount: 30, taxFree: 10, currency: 'USD', buyer })
    expect(await shop.find(merchantUid)).toMatchObject({ taxFree: 10, currency: 'USD', details: 7 })
    expect(JSON.stringify(await shop.find(merchantUid))).not.toContain('홍길동')
  })

  it('session and token are handed out once and kept as hashes only', async () => {
    const shop = openShop()
    const { headers, body } = await shop.post('orders', shoes)
    const setCookie = headers.get('set-cookie') ?? ''
    const [, session = ''] = /^__Host-toss_checkout=([0-9a-z]{32});/.exec(setCookie) ?? []
    const token = headers.get('x-checkout-token') ?? ''
    expect(setCookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect(token).toMatch(/^[0-9a-z]{32}$/)
    const stored = await shop.find(body.merchantUid)
    expect(stored.sessionHash).toBe(await sha256(session))
    expect(stored.tokenHash).toBe(await sha256(token))
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${session}|${token}`))
  })

  it('SHA-256 is SHA-256', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('a second order stays in the session of the first; a cookie that is none of ours starts a new one', async () => {
    const shop = openShop()
    const { buyer, order } = await shop.makeOrder()
    const second = await shop.post('orders', shoes, buyer)
    expect(second.headers.get('set-cookie')).toBeNull()
    const { sessionHash } = await shop.find(order.merchantUid)
    expect((await shop.find(second.body.merchantUid)).sessionHash).toBe(sessionHash)
    const chosen = await shop.post('orders', shoes, { cookie: '__Host-toss_checkout=guessable' })
    expect(chosen.headers.get('set-cookie')).toMatch(/^__Host-toss_checkout=[0-9a-z]{32};/)
  })

  it('over https a session that a neighbouring subdomain planted is not taken over', async () => {
    const { routes } = openShop()
    const order = (cookie: string) =>
      routes(
        new Request('https://shop.example/orders', {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify(shoes),
        }),
      )
    // A subdomain can set this name for the whole domain; one that begins with __Host- it cannot.
    const first = await order(`toss_checkout=${'a'.repeat(32)}`)
    const [cookie = ''] = (first.headers.get('set-cookie') ?? '').split(';')
    expect(cookie).toMatch(/^__Host-toss_checkout=[0-9a-z]{32}$/)
    expect(cookie).not.toContain('aaaa')
    expect((await order(cookie)).headers.get('set-cookie')).toBeNull()
  })

  it.each([
    ['http://127.0.0.1:3000/orders', undefined, false],
    ['http://127.0.0.1:3000/orders', 'https', true],
    ['http://127.0.0.1:3000/orders', 'https, http', true],
    ['https://shop.example/orders', 'http', false],
  ])('%s behind a proxy that says %s: Secure is %s', async (url, proto, secure) => {
    const headers = { 'content-type': 'application/json', ...(proto && { 'x-forwarded-proto': proto }) }
    const { routes } = openShop()
    const answer = await routes(new Request(url, { method: 'POST', headers, body: JSON.stringify(shoes) }))
    expect(answer.headers.get('set-cookie')?.includes('Secure')).toBe(secure)
  })

  it("with sessions of the merchant's own there is no cookie of ours", async () => {
    const shop = openShop({ session: (request) => request.headers.get('x-member') })
    const made = await shop.post('orders', shoes, { 'x-member': 'member-7' })
    expect(made.headers.get('set-cookie')).toBeNull()
    const stored = await shop.find(made.body.merchantUid)
    expect(stored.sessionHash).toBe(await sha256('member-7'))
    const nobody = await shop.post('orders', shoes)
    expect(await shop.find(nobody.body.merchantUid)).toMatchObject({
      sessionHash: null,
      tokenHash: expect.any(String),
    })
  })

  it("the merchant's own numbers are used, and minted again when one is taken", async () => {
    const numbers = ['order-1', 'order-1', 'order-1', 'order-2']
    const shop = openShop({ mintMerchantUid: () => numbers.shift() ?? 'order-9' })
    expect((await shop.makeOrder()).order.merchantUid).toBe('order-1')
    expect((await shop.makeOrder()).order.merchantUid).toBe('order-2')
    const mintMerchantUid = vi.fn(() => 'order-1')
    const stuck = openShop({ mintMerchantUid })
    await stuck.makeOrder()
    mintMerchantUid.mockClear()
    expect(await stuck.post('orders', shoes)).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } })
    expect(mintMerchantUid).toHaveBeenCalledTimes(3)
    expect(stuck.errors).toEqual([{ error: expect.any(OrderStoreError), where: 'orders.create' }])
  })

  it('numbers carry the day in Korea', async () => {
    const shop = openShop({ now: () => new Date('2026-11-22T15:00:00Z') })
    expect((await shop.makeOrder()).order.merchantUid).toMatch(/^20261123-/)
  })
})

describe('주문을 만들지 않는다', () => {
  it('priceOrder may refuse, in words for the page and for the buyer', async () => {
    const shop = openShop()
    expect(await shop.post('orders', { item: 'sold-out' })).toMatchObject({
      status: 422,
      body: { code: 'SOLD_OUT', message: 'none left', buyerMessage: '품절된 상품이에요.' },
    })
    const { status, body } = await shop.post('orders', { item: 'moon' })
    expect({ status, body }).toEqual({
      status: 422,
      body: { code: 'NO_SUCH_ITEM', message: 'no such item' },
    })
    expect(shop.errors).toEqual([])
    expect(await shop.orders.list()).toEqual([])
    expect(shop.asked).toEqual([])
  })

  it.each([
    ['amount is "59000" (string)', { amount: '59000' }],
    ['amount is 0', { amount: 0 }],
    ['amount is -1', { amount: -1 }],
    ['amount is 0.5', { amount: 0.5 }],
    ['amount is NaN', { amount: Number.NaN }],
    ['amount is 9007199254740992', { amount: 2 ** 53 }],
    ['taxFree is 59001', { taxFree: 59_001 }],
    ['taxFree is -1', { taxFree: -1 }],
    ['currency is "won"', { currency: 'won' }],
    ['name is ""', { name: '' }],
    ['name is ', { name: '가'.repeat(41) }],
    ['name is ', { name: '신발\u0000' }],
    ['name is ', { name: 'half \ud83d' }],
    ['details cannot be written', { details: 1n }],
    ['buyer.tel is "number"', { buyer: { tel: 1012345678 } }],
    ['buyer is "홍길동"', { buyer: '홍길동' }],
    ['the answer is undefined', undefined],
  ])("a merchant's mistake is told to the merchant, not to the page: %s", async (said, mistake) => {
    const priced = mistake && { name: '신발', amount: 59_000, ...mistake }
    const shop = openShop({ priceOrder: () => priced as never })
    expect(await shop.post('orders', shoes)).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL_ERROR', message: 'the server failed; onError has the reason' },
    })
    expect(shop.errors).toMatchObject([
      { where: 'priceOrder', error: { message: expect.stringContaining(`priceOrder: ${said}`) } },
    ])
    expect(await shop.orders.list()).toEqual([])
    expect(shop.asked).toEqual([])
  })

  it('whatever priceOrder, session or mintMerchantUid throws stays inside', async () => {
    const secret = 'SELECT price FROM items -- pa55word'
    const throwing = [
      { priceOrder: () => Promise.reject(new Error(secret)) },
      { priceOrder: () => Promise.reject(secret) },
      {
        session: () => {
          throw secret
        },
      },
      {
        mintMerchantUid: () => {
          throw new Error(secret)
        },
      },
      { mintMerchantUid: () => 'short' },
    ]
    for (const options of throwing) {
      const shop = openShop(options)
      const answer = await shop.post('orders', shoes)
      expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } })
      expect(JSON.stringify(answer.body)).not.toContain('pa55word')
      expect(shop.errors).toHaveLength(1)
      expect(shop.errors[0]?.where).toBe(Object.keys(options)[0])
      expect(await shop.orders.list()).toEqual([])
    }
  })

  it('a gateway that is down is 503, and the order is never handed over', async () => {
    const shop = openShop()
    shop.faults.gateway = ({ url }) =>
      url.endsWith('/prepare') ? new Response('oops', { status: 500 }) : undefined
    const answer = await shop.post('orders', shoes)
    expect(answer).toMatchObject({ status: 503, body: { code: 'GATEWAY_UNAVAILABLE' } })
    expect(answer.headers.get('x-checkout-token')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(JSON.stringify(answer.body)).not.toMatch(/\d{8}-/)
    expect(shop.errors).toMatchObject([{ error: { code: 'GATEWAY_ERROR' } }])
    shop.faults.gateway = undefined
    expect((await shop.post('orders', shoes)).status).toBe(201)
  })

  it('a gateway that refuses the keys is 502; the page does not hear why', async () => {
    const shop = openShop()
    shop.faults.gateway = () => Response.json({ code: -1, message: 'no', response: null }, { status: 401 })
    const answer = await shop.post('orders', shoes)
    expect(answer).toMatchObject({ status: 502, body: { code: 'GATEWAY_REFUSED' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/key|secret/i)
    expect(shop.errors).toMatchObject([{ error: { code: 'UNAUTHORIZED' } }])
  })

  it('a store that is down is 503, and the gateway is not asked', async () => {
    const shop = openShop()
    vi.spyOn(shop.orders, 'create').mockRejectedValue(new Error('ECONNREFUSED 10.0.0.7'))
    const answer = await shop.post('orders', shoes)
    expect(answer).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } })
    expect(JSON.stringify(answer.body)).not.toContain('10.0.0.7')
    expect(shop.asked).toEqual([])
  })

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'item=shoes', 415],
    ['text, which any page may send', { 'content-type': 'text/plain' }, '{"item":"shoes"}', 415],
    ['text that mentions JSON', { 'content-type': 'text/plain; a=json' }, '{"item":"shoes"}', 415],
    ['half of it', { 'content-type': 'application/json' }, '{"item":', 400],
    ['nothing', { 'content-type': 'application/json' }, '', 400],
    [
      'bytes that are no text',
      { 'content-type': 'application/json' },
      new Uint8Array([0x22, 0xff, 0x22]),
      400,
    ],
  ])('a body that is %s is refused', async (_, headers, body, status) => {
    const shop = openShop()
    const answer = await shop.send('orders', { method: 'POST', headers, body })
    expect(answer).toMatchObject({ status, body: { code: 'INVALID_BODY' } })
    expect(await shop.orders.list()).toEqual([])
  })

  it('a body of the limit passes, one byte more is refused, counted or streamed', async () => {
    const shop = openShop({ bodyLimit: 100 })
    const exact = JSON.stringify({ item: 'shoes', note: '' }).length
    const fitting = { item: 'shoes', note: 'x'.repeat(100 - exact) }
    expect((await shop.post('orders', fitting)).status).toBe(201)
    const large = JSON.stringify({ ...fitting, note: `${fitting.note}x` })
    for (const route of ['orders', 'complete', 'webhook', 'confirm']) {
      const headers = { 'content-type': 'application/json' }
      for (const counted of [{}, { 'content-length': '101' }] as Record<string, string>[]) {
        expect(
          await shop.send(route, { method: 'POST', headers: { ...headers, ...counted }, body: large }),
        ).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } })
      }
    }
    expect(() => openShop({ bodyLimit: 0 })).toThrow('bodyLimit is 0')
  })

  it('a body that somebody read before is said plainly, not waited for', async () => {
    const { routes, errors } = openShop()
    const request = new Request(`${SITE}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    await request.text()
    const answer = await routes(request)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({
      code: 'BODY_ALREADY_READ',
      message: expect.stringContaining('before body parsers'),
    })
    expect(errors).toHaveLength(1)
  })
})
