import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import { createClock } from '../../../src/sandbox/clock.js'
import { createFaults } from '../../../src/sandbox/faults.js'
import type { RestPayment } from '../../../src/sandbox/gateway/restPayment.types.js'
import { createGateway } from '../../../src/sandbox/gateway.js'
import { createRestApp } from '../../../src/sandbox/restApp.js'
import type {
  Gateway,
  SandboxClock,
  SandboxFaults,
  SandboxOptions,
  WindowOffer,
} from '../../../src/sandbox/sandbox.types.js'
import { resolveOptions } from '../../../src/sandbox/sandboxParts.js'
import { createStore } from '../../../src/sandbox/store.js'

/** The sandbox without its page half, so that these tests need no document. */
export interface Core {
  gateway: Gateway
  clock: SandboxClock
  faults: SandboxFaults
  fetch(request: Request): Promise<Response>
}

export function createCore(options: SandboxOptions = {}): Core {
  const resolved = resolveOptions(options)
  const store = createStore(resolved.merchantCode, resolved.faults, resolved.storage)
  const clock = createClock(store)
  const parts = { store, clock, options: resolved }
  const app = createRestApp(parts)
  return {
    clock,
    faults: createFaults(store),
    gateway: createGateway(parts),
    fetch: async (request) => app.fetch(request),
  }
}

export const order: RequestPayParams = {
  pg: 'tosspayments',
  pay_method: 'card',
  merchant_uid: 'order_no_0001',
  name: '주문명:결제테스트',
  amount: 55_000,
  buyer_name: '구매자이름',
  buyer_email: 'buyer@example.com',
  buyer_tel: '010-1234-5678',
  m_redirect_url: 'https://shop.example/complete?cart=7',
}

export const onPc = { channel: 'pc', sdk: 'new' } as const
export const onLegacyPc = { channel: 'pc', sdk: 'legacy' } as const
export const onPhone = { channel: 'mobile', sdk: 'new' } as const
export const onLegacyPhone = { channel: 'mobile', sdk: 'legacy' } as const

/** Opens a window that has to open. */
export function openWindow(
  core: Core,
  params: RequestPayParams = {},
  from: Parameters<Gateway['open']>[1] = onPc,
): WindowOffer {
  const opened = core.gateway.open({ ...order, ...params }, from)
  if (!opened.opened) throw new Error(`no window: ${JSON.stringify(opened.response)}`)
  return opened.offer
}

/** The refusal of a window that must not open. */
export function refusal(
  core: Core,
  params: RequestPayParams = {},
  from: Parameters<Gateway['open']>[1] = onPc,
): Record<string, unknown> {
  const opened = core.gateway.open({ ...order, ...params }, from)
  if (opened.opened) throw new Error(`a window opened: ${JSON.stringify(opened.offer)}`)
  return opened.response
}

export const byShinhan = { method: 'card', cardCode: '366', quota: 3 } as const

export interface Answer {
  status: number
  code: number
  message: string | null
  response: Answered
}

/** Whatever the REST half put into `response`, as far as these tests read it. */
type Answered = RestPayment & {
  access_token: string
  expired_at: number
  now: number
  total: number
  previous: number
  next: number
  list: RestPayment[]
}

/** Calls the REST half with a token of its own, `body` as JSON. */
export async function call(core: Core, method: string, path: string, body?: object): Promise<Answer> {
  const token = await tokenOf(core)
  return send(core, method, path, { Authorization: token, 'Content-Type': 'application/json' }, body)
}

export async function send(
  core: Core,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> {
  const request = new Request(`https://api.iamport.kr${path}`, {
    method,
    headers,
    ...(body && { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
  })
  const response = await core.fetch(request)
  return { status: response.status, ...(await response.json()) }
}

export async function tokenOf(core: Core): Promise<string> {
  const keys = { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' }
  return (await send(core, 'POST', '/users/getToken', {}, keys)).response.access_token
}
