import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { chargeDueSchedules } from './billing/runSchedule.js'
import { unixSeconds } from './clock.js'
import type { GatewayParts } from './gateway.js'
import { cancelPayment } from './rest/cancelPayment.js'
import { chargeRoutes } from './rest/chargeRoutes.js'
import { bankCodeRoutes, cardCodeRoutes, pgSettings } from './rest/codeRoutes.js'
import { customerRoutes } from './rest/customerRoutes.js'
import { ok, refuse } from './rest/envelope.js'
import { escrowRoutes } from './rest/escrowRoutes.js'
import { lookupFaults } from './rest/lookupFaults.js'
import { paymentRoutes } from './rest/paymentRoutes.js'
import { prepareRoutes } from './rest/prepareRoutes.js'
import { readBody } from './rest/readBody.js'
import { receiptRoutes } from './rest/receiptRoutes.js'
import { scheduleRoutes } from './rest/scheduleRoutes.js'
import { requireToken, tokenRoute } from './rest/tokenRoute.js'
import { vbankRoutes } from './rest/vbankRoutes.js'
import { restFaults } from './restFaults.js'

/**
 * PortOne V1's REST API as `https://api.iamport.kr` answers it to a Toss merchant: every operation of its definition.
 * Lookups answer 500 under `confirm-down` and after 8 s under `confirm-slow`. A missing or misspelt parameter is HTTP
 * 400 everywhere, as it was seen at `getToken`, though the definition lists 400 for some operations only; what the
 * gateway itself refuses is HTTP 200 with code 1 unless the definition has a status for it.
 */
export function createRestApp(parts: GatewayParts): Hono {
  const { store, clock, announce } = parts
  // A trailing slash after the order number is allowed (PortOne V1 docs).
  const app = new Hono({ strict: false })
  app.use(cors())
  app.use(restFaults(store))

  const chargeDue = () => chargeDueSchedules(parts)
  store.subscribe(chargeDue)
  app.use(async (_, next) => {
    chargeDue()
    return next()
  })

  app.post('/users/getToken', tokenRoute(parts))
  app.use(requireToken(parts))
  app.get('/users/pg', (context) => ok(context, pgSettings))

  app.post('/payments/cancel', async (context) => {
    const body = await readBody(context.req.raw)
    if (!body) return refuse(context, 400, '요청 본문을 읽을 수 없습니다.')
    const result = store.transact((state) => cancelPayment(state, body, unixSeconds(clock)))
    if ('refused' in result) return refuse(context, 200, result.refused)
    const { imp_uid, status, cancel_history } = result
    // Unlike a refund in the console, one over REST is announced only when it asks for that (PortOne V1 docs).
    if (body.flag('enable_webhook')) {
      announce?.(imp_uid, { status, cancellationId: cancel_history.at(-1)?.cancellation_id })
    }
    return ok(context, result)
  })

  app.route('/payments/prepare', prepareRoutes(store))
  for (const path of ['/payments/*', '/subscribe/*']) app.get(path, lookupFaults(store))
  app.route('/payments', paymentRoutes(parts))
  app.route('/subscribe', scheduleRoutes(parts))
  app.route('/subscribe/payments', chargeRoutes(parts))
  app.route('/subscribe/customers', customerRoutes(parts))
  app.route('/vbanks', vbankRoutes(parts))
  app.route('/receipts', receiptRoutes(parts))
  app.route('/escrows/logis', escrowRoutes(parts))
  app.route('/cards', cardCodeRoutes())
  app.route('/banks', bankCodeRoutes())

  app.notFound((context) =>
    refuse(context, 404, `샌드박스는 이 API를 흉내 내지 않습니다: ${context.req.method} ${context.req.path}`),
  )
  return app
}
