import { type Context, Hono } from 'hono'
import { answerOfSchedule, findSchedule } from '../billing/billingSchedule.js'
import { moveSchedule, reschedule, retrySchedule, unschedule } from '../billing/changeSchedule.js'
import { listSchedules } from '../billing/listSchedules.js'
import { registerSchedules } from '../billing/registerSchedules.js'
import { unixSeconds } from '../clock.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import { refuse, respond } from './envelope.js'
import { isRefused, type Refused } from './outcome.js'
import { type RequestBody, readBody, unreadable } from './readBody.js'

type Change = (state: SandboxState, body: RequestBody, now: number, merchantUid: string) => object | Refused

/** Charges to be made later: `/subscribe/payments/schedule`, `/subscribe/payments/unschedule` and the lists of a key. */
export function scheduleRoutes({ store, clock, announce }: GatewayParts): Hono {
  const app = new Hono()

  const change = (make: Change) => async (context: Context) => {
    const body = await readBody(context.req.raw)
    if (!body) return respond(context, unreadable)
    const merchantUid = context.req.param('merchantUid') ?? ''
    return respond(
      context,
      store.transact((state) => make(state, body, unixSeconds(clock), merchantUid)),
    )
  }

  app.post('/payments/schedule', change(registerSchedules))
  app.post('/payments/unschedule', change(unschedule))

  app.get('/payments/schedule', (context) => {
    const spelling = { from: 'schedule_from', to: 'schedule_to', status: 'schedule_status' }
    return respond(context, listSchedules(store.read(), { query: context.req.query(), spelling }))
  })

  for (const path of ['/payments/schedule/customers/:customerUid', '/customers/:customerUid/schedules']) {
    app.get(path, (context) => {
      const spelling = { from: 'from', to: 'to', status: 'schedule-status' }
      const customerUid = context.req.param('customerUid') ?? ''
      const query = context.req.query()
      return respond(context, listSchedules(store.read(), { query, spelling, customerUid }))
    })
  }

  app.get('/payments/schedule/:merchantUid', (context) => {
    const state = store.read()
    const schedule = findSchedule(state, context.req.param('merchantUid'))
    return schedule
      ? respond(context, answerOfSchedule(state, schedule))
      : refuse(context, 404, '예약결제 기록이 존재하지 않습니다.')
  })

  app.put(
    '/payments/schedule/:merchantUid',
    change((state, body, now, merchantUid) => moveSchedule(state, merchantUid, body, now)),
  )
  app.post(
    '/payments/schedule/:merchantUid/reschedule',
    change((state, body, now, merchantUid) => reschedule(state, merchantUid, body, now)),
  )

  app.post('/payments/schedule/:merchantUid/retry', (context) => {
    const merchantUid = context.req.param('merchantUid')
    const outcome = store.transact((state) => retrySchedule(state, merchantUid, unixSeconds(clock)))
    if (!isRefused(outcome)) announce?.(outcome.imp_uid, { status: outcome.status })
    return respond(context, outcome)
  })

  return app
}
