import type { BuyerChoice } from '../../../src/sandbox/index.js'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient } from '../../../src/server/index.js'
import type { CheckoutOrder, NewOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'
import { createSettlement } from '../../../src/server/settle/createSettlement.js'
import type { Settlement, SettlementOptions } from '../../../src/server/settle/settlement.types.js'
import type { Tx } from '../orderStores.js'

const SHINHAN: BuyerChoice = { method: 'card', cardCode: '366', quota: 0 }
export const SOON = 60_000
export const DAY = 24 * 60 * SOON

/** What the gateway says about one payment, changed on its way to us. */
type Rewrite = (payment: Record<string, unknown>) => Record<string, unknown>

/** A shop over a sandbox: one settlement, and whatever its handlers heard. */
export interface Counter {
  sandbox: Sandbox
  settlement: Settlement<unknown, Tx>
  /** `paid order-1`, in the order they heard it. */
  heard: string[]
  errors: string[]
  /** `POST /payments/cancel`, … as they reached the gateway. */
  asked: string[]
  /** Stands between us and the gateway. */
  line: {
    /** Throws or answers in the gateway's place. */
    before?: (request: Request) => Promise<Response | undefined> | Response | undefined
    /** After the gateway has done it: throw to lose the answer. */
    after?: (request: Request) => Promise<void> | void
    rewrite?: Rewrite
  }
  /** A second server: the same gateway, another store instance, its own memory. */
  another(orders: OrderStore<unknown, Tx>): Settlement<unknown, Tx>
  order(changes?: Partial<NewOrder>): Promise<CheckoutOrder>
  find(merchantUid: string): Promise<CheckoutOrder>
  open(order: CheckoutOrder, params?: Record<string, unknown>): string
  pay(order: CheckoutOrder, params?: Record<string, unknown>): string
  /** Issues a virtual account. */
  issue(order: CheckoutOrder): string
  /** Settles and hands out, as the routes do. */
  settled(order: CheckoutOrder): Promise<CheckoutOrder>
  advance(ms: number): void
}

let count = 0

export function openSettlement(
  orders: OrderStore<unknown, Tx>,
  changes: Partial<SettlementOptions<unknown, Tx>> = {},
): Counter {
  const sandbox = createSandbox()
  const heard: string[] = []
  const errors: string[] = []
  const asked: string[] = []
  const line: Counter['line'] = {}
  const now = () => new Date(sandbox.clock.now())
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retries: 0,
    now: sandbox.clock.now,
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname !== '/users/getToken') asked.push(`${request.method} ${pathname}`)
      const given = await line.before?.(request.clone())
      if (given) return given
      const answer = await sandbox.fetch(request)
      await line.after?.(request)
      return line.rewrite ? rewritten(answer, line.rewrite) : answer
    },
  })
  const hear =
    (what: string) =>
    ({ merchantUid }: CheckoutOrder, happening: object = {}): void =>
      void heard.push([what, merchantUid, ...('amount' in happening ? [happening.amount] : [])].join(' '))
  const settlementOver = (store: OrderStore<unknown, Tx>) =>
    createSettlement<unknown, Tx>({
      client,
      now,
      onPaid: (order, { again }) => hear(again ? 'paid again' : 'paid')(order),
      onAwaitingDeposit: hear('awaiting'),
      onDepositRolledBack: hear('rolled back'),
      onFailed: (order, { reason }) => hear(`failed (${reason})`)(order),
      onRefunded: hear('refunded'),
      onFlagged: (order, { flag }) => hear(flag)(order),
      onError: (error, where) => void errors.push(`${where}: ${error}`),
      ...changes,
      orders: store,
    })
  const settlement = settlementOver(orders)

  const open: Counter['open'] = ({ merchantUid, name, amount }, params) => {
    const request = {
      merchant_uid: merchantUid,
      name,
      amount,
      m_redirect_url: 'https://shop.example',
      ...params,
    }
    const opened = sandbox.gateway.open(request, { channel: 'pc', sdk: 'new' })
    if (!opened.opened) throw new Error(JSON.stringify(opened.response))
    return opened.offer.impUid
  }
  const find: Counter['find'] = async (merchantUid) => {
    const found = await orders.find(merchantUid)
    if (!found) throw new Error(`no order ${merchantUid}`)
    return found
  }
  return {
    ...{ sandbox, settlement, heard, errors, asked, line, open, find },
    another: settlementOver,
    order: (given) => {
      count += 1
      return orders.create({
        merchantUid: `order-${count}`,
        name: '신발',
        amount: 59_000,
        taxFree: 0,
        currency: 'KRW',
        details: null,
        sessionHash: null,
        tokenHash: null,
        createdAt: now(),
        checkAt: new Date(now().getTime() + SOON),
        ...given,
      })
    },
    pay: (order, params) => {
      const impUid = open(order, params)
      sandbox.gateway.approve(impUid, SHINHAN)
      return impUid
    },
    issue: (order) => {
      const impUid = open(order, { pay_method: 'vbank' })
      sandbox.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })
      return impUid
    },
    settled: async ({ merchantUid }) => {
      await settlement.settle({ merchantUid })
      await settlement.deliver(merchantUid)
      return find(merchantUid)
    },
    advance: (ms) => sandbox.clock.advance(ms),
  }
}

async function rewritten(answer: Response, rewrite: Rewrite): Promise<Response> {
  const envelope = (await answer.json()) as { response: Record<string, unknown> | null }
  const { response } = envelope
  const list = response?.list as Record<string, unknown>[] | undefined
  const body = list
    ? { ...response, list: list.map(rewrite) }
    : response?.imp_uid
      ? rewrite(response)
      : response
  return Response.json({ ...envelope, response: body }, { status: answer.status })
}
