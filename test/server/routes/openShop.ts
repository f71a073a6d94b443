import { type BuyerChoice, createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient } from '../../../src/server/index.js'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import { memoryOrderStore } from '../../../src/server/orders/memoryOrderStore.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'
import { buildRoutes } from '../../../src/server/routes/buildRoutes.js'
import type {
  CheckoutRoutes,
  CheckoutRoutesOptions,
  OrderAnswer,
} from '../../../src/server/routes/checkoutRoutes.types.js'
import { OrderRefused } from '../../../src/server/routes/OrderRefused.js'
import { type RouteLimits, routeLimits } from '../../../src/server/routes/routeParts.js'

export const SITE = 'https://shop.example'
const SHINHAN: BuyerChoice = { method: 'card', cardCode: '366', quota: 0 }

export interface Answered {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked at with toEqual
  body: any
}

export interface MadeOrder {
  order: OrderAnswer
  /** Header of whoever holds the session. */
  buyer: { cookie: string }
  /** Header of whoever holds the order's token. */
  holder: { 'x-checkout-token': string }
}

/** A shop that sells shoes: its routes, over a sandbox, with everything it hears and reports written down. */
export interface Shop {
  sandbox: Sandbox
  orders: OrderStore
  routes: CheckoutRoutes
  /** `paid 20261123-…`, in the order the handlers heard it. */
  heard: string[]
  errors: { error: unknown; where: string }[]
  /** What the gateway was asked: `GET /payments/imp_…`. */
  asked: string[]
  /** Set: answers in the gateway's place. */
  faults: { gateway?: (request: Request) => Response | Promise<Response> | undefined }
  post(route: string, body: unknown, headers?: Record<string, string>): Promise<Answered>
  form(route: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answered>
  send(route: string, init: RequestInit): Promise<Answered>
  status(merchantUid: string, headers?: Record<string, string>): Promise<Answered>
  makeOrder(body?: unknown): Promise<MadeOrder>
  /** Opens the window and lets the buyer pay. */
  pay(order: OrderAnswer, choice?: BuyerChoice, changes?: Record<string, unknown>): string
  /** Opens the window only. */
  open(order: OrderAnswer, changes?: Record<string, unknown>): string
  find(merchantUid: string): Promise<CheckoutOrder>
  /** Until nothing goes on behind the answers. */
  quiet(): Promise<void>
}

/** What the page asks for: `{item: 'shoes'}`, or a price of its own for tests. */
const priceOrder: CheckoutRoutesOptions['priceOrder'] = (body) => {
  const { item, price } = (body ?? {}) as { item?: string; price?: number }
  if (item === 'sold-out') throw new OrderRefused('SOLD_OUT', 'none left', '품절된 상품이에요.')
  if (item !== 'shoes') throw new OrderRefused('NO_SUCH_ITEM', 'no such item')
  return { name: '신발', amount: price ?? 59_000, details: { item } }
}

export function openShop(
  changes: Partial<CheckoutRoutesOptions> = {},
  limits: Partial<RouteLimits> = {},
): Shop {
  const sandbox = createSandbox()
  const heard: string[] = []
  const errors: Shop['errors'] = []
  const asked: string[] = []
  const faults: Shop['faults'] = {}
  const behind: Promise<unknown>[] = []
  const hear =
    (what: string) =>
    ({ merchantUid }: CheckoutOrder): void =>
      void heard.push(`${what} ${merchantUid}`)
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retries: 0,
    now: sandbox.clock.now,
    fetch: async (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      return (await faults.gateway?.(request)) ?? sandbox.fetch(request)
    },
  })
  const orders: OrderStore = changes.orders ?? memoryOrderStore()
  const routes = buildRoutes(
    {
      client,
      orders,
      priceOrder,
      now: () => new Date(sandbox.clock.now()),
      onPaid: hear('paid'),
      onAwaitingDeposit: hear('awaiting-deposit'),
      onFailed: hear('failed'),
      onRefunded: hear('refunded'),
      onFlagged: hear('flagged'),
      onError: (error, where) => void errors.push({ error, where }),
      waitUntil: (work) => void behind.push(work),
      ...changes,
    },
    { ...routeLimits, ...limits },
  )

  const send = async (route: string, init: RequestInit): Promise<Answered> => {
    const response = await routes(new Request(`${SITE}/api/checkout/${route}`, init))
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) }
  }
  const post: Shop['post'] = (route, body, headers) =>
    send(route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const open: Shop['open'] = ({ merchantUid, name, amount }, given) => {
    const params = { merchant_uid: merchantUid, name, amount, m_redirect_url: `${SITE}/done`, ...given }
    const opened = sandbox.gateway.open(params, { channel: 'pc', sdk: 'new' })
    if (!opened.opened) throw new Error(JSON.stringify(opened.response))
    return opened.offer.impUid
  }
  return {
    ...{ sandbox, orders, routes, heard, errors, asked, faults, send, post, open },
    form: (route, fields, headers) =>
      send(route, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    status: (merchantUid, headers) => send(`status?merchantUid=${merchantUid}`, { headers }),
    makeOrder: async (body = { item: 'shoes' }) => {
      const { status, body: order, headers } = await post('orders', body)
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(order)}`)
      return {
        order,
        buyer: { cookie: (headers.get('set-cookie') ?? '').split(';')[0] as string },
        holder: { 'x-checkout-token': headers.get('x-checkout-token') as string },
      }
    },
    pay: (order, choice = SHINHAN, given = {}) => {
      const impUid = open(order, { pay_method: choice.method, ...given })
      sandbox.gateway.approve(impUid, choice)
      return impUid
    },
    find: async (merchantUid) => {
      const order = await orders.find(merchantUid)
      if (!order) throw new Error(`no order ${merchantUid}`)
      return order
    },
    quiet: async () => {
      while (behind.length > 0) await Promise.all(behind.splice(0))
    },
  }
}
