import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { openShop, type Shop } from './openShop.js'

const closing: Server[] = []

afterEach(() => {
  for (const server of closing.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** How a browser and a gateway talk to it. */
type Caller = (path: string, init?: RequestInit) => Promise<Response>

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** The whole of a sale: order, payment, webhook as a form, the page's question, the order's page. */
async function sell(shop: Shop, call: Caller): Promise<void> {
  const made = await call('/orders', json({ item: 'shoes' }))
  expect(made.status).toBe(201)
  const order = await made.json()
  const cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] as string
  expect(cookie).toMatch(/^(__Host-)?toss_checkout=/)
  const { merchantUid } = order
  const impUid = shop.pay(order)
  const webhook = await call('/webhook', {
    method: 'POST',
    body: new URLSearchParams({ imp_uid: impUid, merchant_uid: merchantUid, status: 'paid' }),
  })
  expect([webhook.status, await webhook.json()]).toEqual([200, { result: 'settled' }])
  const complete = await call('/complete', json({ merchantUid, impUid }, { cookie }))
  expect([complete.status, await complete.json()]).toMatchObject([200, { impUid, status: 'paid' }])
  const status = await call(`/status?merchantUid=${merchantUid}`, { headers: { cookie } })
  expect([status.status, await status.json()]).toMatchObject([200, { status: 'paid' }])
  const stranger = await call(`/status?merchantUid=${merchantUid}`)
  expect(stranger.status).toBe(403)
  const none = await call('/nothing')
  expect([none.status, await none.json()]).toMatchObject([404, { code: 'NO_ROUTE' }])
  await shop.quiet()
  expect(shop.heard).toEqual([`paid ${merchantUid}`])
  expect(shop.errors).toEqual([])
}

const under =
  (base: string): Caller =>
  (path, init) =>
    fetch(`${base}${path}`, init)

describe('어디에나 얹는다', () => {
  it('Node alone, over HTTP', async () => {
    const shop = openShop()
    await sell(shop, under(await listen(getRequestListener(shop.routes))))
  })

  it('Hono, over HTTP', async () => {
    const shop = openShop()
    const app = new Hono()
    app.get('/', (context) => context.text('the shop'))
    app.all('/api/checkout/*', (context) => shop.routes(context.req.raw))
    const base = await listen(getRequestListener(app.fetch))
    await sell(shop, under(`${base}/api/checkout`))
  })

  it('Express, over HTTP, before its body parsers', async () => {
    const shop = openShop()
    const app = express()
    app.use('/api/checkout', getRequestListener(shop.routes))
    app.use(express.json())
    app.post('/cart', (request, response) => void response.json(request.body))
    const base = await listen(app)
    await sell(shop, under(`${base}/api/checkout`))
    expect(await (await fetch(`${base}/cart`, json({ item: 7 }))).json()).toEqual({ item: 7 })
  })

  it('Express, after body parsers that keep the bytes', async () => {
    const shop = openShop()
    const app = express()
    const verify = (request: object, _: unknown, bytes: Buffer) => {
      Object.assign(request, { rawBody: bytes })
    }
    app.use(express.json({ verify }), express.urlencoded({ extended: false, verify }))
    app.use('/api/checkout', getRequestListener(shop.routes))
    await sell(shop, under(`${await listen(app)}/api/checkout`))
  })

  it('Express, after body parsers that do not: said plainly, not waited for, and no order made', async () => {
    const shop = openShop()
    const app = express()
    app.use(express.json(), express.urlencoded({ extended: false }))
    app.use('/api/checkout', getRequestListener(shop.routes))
    const call = under(`${await listen(app)}/api/checkout`)
    const webhook = { method: 'POST', body: new URLSearchParams({ imp_uid: 'imp_000000000001' }) }
    for (const answer of [
      await call('/orders', json({ item: 'shoes' })),
      await call('/complete', json({ merchantUid: 'order-1' })),
      await call('/webhook', webhook),
    ]) {
      expect([answer.status, await answer.json()]).toMatchObject([500, { code: 'BODY_ALREADY_READ' }])
    }
    expect(shop.errors).toHaveLength(3)
    // A length was not sent, so that nobody can tell it from an empty body.
    const body = new Blob([JSON.stringify({ item: 'shoes' })]).stream()
    const streamed = await call('/orders', { ...json({}), body, duplex: 'half' } as RequestInit)
    expect([streamed.status, await streamed.json()]).toEqual([
      400,
      { code: 'INVALID_BODY', message: 'the body is empty, or a body parser read it before' },
    ])
    expect(await shop.orders.list()).toEqual([])
  })

  it('Next route handlers: the exported functions, a full address and a second argument', async () => {
    const shop = openShop()
    const handlers: Record<
      string,
      (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
    > = {
      GET: shop.routes,
      POST: shop.routes,
    }
    await sell(shop, async (path, init) => {
      const handler = handlers[init?.method ?? 'GET']
      if (!handler) throw new Error('405')
      const request = new Request(`https://shop.example/api/checkout${path}`, init)
      return handler(request, { params: Promise.resolve({ route: path.slice(1) }) })
    })
  })
})

describe('실제 HTTP의 큰 본문과 끊긴 본문', () => {
  it.each(['counted', 'streamed'])(
    'a body of 5 MB, %s, is refused and the connection goes on',
    async (how) => {
      const shop = openShop()
      const call = under(await listen(getRequestListener(shop.routes)))
      const large = new Uint8Array(5_000_000).fill(0x20)
      const init: RequestInit =
        how === 'counted'
          ? { body: large }
          : ({ body: new Blob([large]).stream(), duplex: 'half' } as RequestInit)
      const answer = await call('/webhook', { ...json({}), ...init }).catch((error: Error) => error)
      // A server may hang up on a body it does not read; if it answers, then with this.
      if (answer instanceof Response) {
        expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'BODY_TOO_LARGE' }])
      }
      expect((await call('/orders', json({ item: 'shoes' }))).status).toBe(201)
    },
  )

  it('two instances over one store are one shop', async () => {
    const first = openShop()
    const second = openShop({ orders: first.orders, client: first.routes.settlement.options.client })
    const { order, buyer } = await first.makeOrder()
    const impUid = first.pay(order)
    const { merchantUid } = order
    const answers = await Promise.all([
      first.post('webhook', { imp_uid: impUid }),
      second.post('webhook', { imp_uid: impUid }),
      first.post('complete', { merchantUid, impUid }, buyer),
      second.post('complete', { merchantUid, impUid }, buyer),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await Promise.all([first.quiet(), second.quiet()])
    expect([...first.heard, ...second.heard]).toEqual([`paid ${merchantUid}`])
  })
})
