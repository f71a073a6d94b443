import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import {
  type SandboxServer,
  type SandboxServerOptions,
  startSandboxServer,
} from '../../../src/sandbox/http/startSandboxServer.js'
import type { WebhookDelivery } from '../../../src/sandbox/webhooks/webhook.types.js'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** A sandbox on a free port that ends with the test. */
export async function openSandbox(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const server = await startSandboxServer({ webhookRetryDelay: 1, ...options })
  closing.push(server.close)
  return server
}

/** What the shop's server got. */
export interface Received {
  path: string
  type: string | undefined
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** A shop's server on 127.0.0.1; `answer` decides the status, or holds the answer back until it resolves. */
export async function openShop(
  answer: (
    request: Received,
    count: number,
  ) => number | { status: number; body: string } | Promise<number> = () => 200,
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    const type = request.headers['content-type']
    const body = type?.includes('json') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
    const entry = { path: request.url ?? '', type, headers: request.headers, body }
    received.push(entry)
    const answered = await answer(entry, received.length)
    const { status, body: said } = typeof answered === 'number' ? { status: answered, body: '' } : answered
    response.writeHead(status).end(said)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

/** The answer of the control API. */
export interface Controlled {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

/** Calls the control API as curl would. */
export async function control(
  { url }: SandboxServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<Controlled> {
  const response = await fetch(`${url}/sandbox${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Calls the REST half over HTTP with a token of its own. */
export async function rest(
  server: SandboxServer,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; code: number; response: Record<string, unknown> }> {
  const authorization = await tokenOf(server)
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, ...(await response.json()) }
}

export async function tokenOf({ url }: SandboxServer): Promise<string> {
  const response = await fetch(`${url}/users/getToken`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' }),
  })
  return (await response.json()).response.access_token
}

let orders = 0

/** Opens a payment without a browser and answers its number. */
export async function open(server: SandboxServer, more: RequestPayParams = {}): Promise<string> {
  orders += 1
  const params = { merchant_uid: `order-${orders}`, name: '감귤', amount: 55_000, ...more }
  const { body } = await control(server, 'POST', '/payments', { params })
  const { offer } = body as { offer?: { impUid: string } }
  if (!offer) throw new Error(`no payment: ${JSON.stringify(body)}`)
  return offer.impUid
}

export const byShinhan = { method: 'card', cardCode: '366', quota: 0 }
export const toKookmin = { method: 'vbank', bankCode: '004' }

export const approve = (server: SandboxServer, impUid: string, choice: object = byShinhan) =>
  control(server, 'POST', `/payments/${impUid}/approve`, { choice })

/** Opens and approves by card. */
export async function buy(server: SandboxServer, more: RequestPayParams = {}): Promise<string> {
  const impUid = await open(server, more)
  await approve(server, impUid)
  return impUid
}

/** Opens, and issues a virtual account. */
export async function issue(server: SandboxServer, more: RequestPayParams = {}): Promise<string> {
  const impUid = await open(server, { pay_method: 'vbank', ...more })
  await approve(server, impUid, toKookmin)
  return impUid
}

export async function log(server: SandboxServer): Promise<WebhookDelivery[]> {
  return (await control(server, 'GET', '/webhooks')).body.webhooks as WebhookDelivery[]
}
