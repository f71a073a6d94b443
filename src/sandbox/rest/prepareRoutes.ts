import { type Context, Hono } from 'hono'
import type { SandboxState, SandboxStore } from '../store.js'
import { ok, refuse } from './envelope.js'
import { readBody } from './readBody.js'

const NOT_PREPARED = '사전 등록된 결제정보가 존재하지 않습니다.'

/**
 * Registering the amount expected for an order number: `request_pay` with another amount then opens no window. Registering
 * a number again with another amount is refused in favour of PUT, and reading one never registered answers HTTP 200 with
 * code 1: the REST definition is silent on both.
 */
export function prepareRoutes(store: SandboxStore): Hono {
  const app = new Hono()
  app.post('/', (context) => save(context, store, 'POST'))
  app.put('/', (context) => save(context, store, 'PUT'))
  app.get('/:merchantUid', (context) => {
    const entry = entryOf(store.read(), context.req.param('merchantUid'))
    return entry ? ok(context, answer(entry)) : refuse(context, 200, NOT_PREPARED)
  })
  return app
}

async function save(context: Context, store: SandboxStore, verb: 'POST' | 'PUT'): Promise<Response> {
  const body = await readBody(context.req.raw)
  const merchantUid = body?.text('merchant_uid')
  const amount = body?.number('amount') ?? null
  if (!body || !merchantUid || merchantUid.length > 40 || amount === null || !(amount >= 0)) {
    return refuse(context, 400, 'merchant_uid(40자 이하), amount(0 이상의 숫자)를 확인하세요.')
  }
  const currency = body.text('currency')
  return store.transact((state) => {
    const entry = entryOf(state, merchantUid)
    if (verb === 'PUT' && !entry) return refuse(context, 404, NOT_PREPARED)
    if (verb === 'POST' && entry && entry.amount !== amount) {
      return refuse(
        context,
        200,
        '이미 다른 금액으로 사전 등록된 merchant_uid입니다. 변경하려면 PUT을 사용하세요.',
      )
    }
    const next = { merchantUid, amount, currency }
    if (entry) Object.assign(entry, next)
    else state.prepared.push(next)
    return ok(context, answer(next))
  })
}

function entryOf(state: SandboxState, merchantUid: string): SandboxState['prepared'][number] | undefined {
  return state.prepared.find((entry) => entry.merchantUid === merchantUid)
}

function answer({ merchantUid, amount, currency }: SandboxState['prepared'][number]): object {
  return { merchant_uid: merchantUid, amount, currency }
}
