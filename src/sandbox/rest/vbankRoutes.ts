import { Hono } from 'hono'
import { unixSeconds } from '../clock.js'
import type { RestPayment } from '../gateway/restPayment.types.js'
import { findPayment } from '../gateway/sandboxPayment.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import { refuse, respond } from './envelope.js'
import { issueVbank } from './issueVbank.js'
import { badRequest, isRefused, notFound, type Refused } from './outcome.js'
import { readBody, unreadable } from './readBody.js'

const NOT_FOUND = '존재하지 않는 결제정보입니다.'

/**
 * Virtual accounts without a window: issue one (new module), revoke one nothing was paid into (both modules). Changing
 * one is Hecto's only: every Toss payment answers 400.
 */
export function vbankRoutes({ store, clock, announce }: GatewayParts): Hono {
  const app = new Hono()

  app.post('/', async (context) => {
    const body = await readBody(context.req.raw)
    if (!body) return respond(context, unreadable)
    const issued = store.transact((state) => issueVbank(state, body, unixSeconds(clock)))
    if (!isRefused(issued)) announce?.(issued.imp_uid, { status: 'ready' })
    return respond(context, issued)
  })

  app.put('/:impUid', (context) =>
    findPayment(store.read(), context.req.param('impUid'))
      ? refuse(context, 400, '가상계좌 수정을 지원하지 않는 PG사입니다.')
      : refuse(context, 404, NOT_FOUND),
  )

  app.delete('/:impUid', (context) =>
    respond(
      context,
      store.transact((state) => revokeVbank(state, context.req.param('impUid'), unixSeconds(clock))),
    ),
  )

  return app
}

/** In place. What the status is afterwards is not documented: here `cancelled`, with nothing given back. */
function revokeVbank(state: SandboxState, impUid: string, now: number): RestPayment | Refused {
  const payment = findPayment(state, impUid)
  if (!payment) return notFound(NOT_FOUND)
  const { record } = payment
  if (record.status !== 'ready' || record.vbank_num === null) {
    return badRequest('입금 대기 중인 가상계좌만 말소할 수 있습니다.')
  }
  record.status = 'cancelled'
  record.cancelled_at = now
  payment.updatedAt = now
  return record
}
