import { type Context, Hono } from 'hono'
import { unixSeconds } from '../clock.js'
import { findPayment } from '../gateway/sandboxPayment.js'
import type { GatewayParts } from '../gateway.js'
import { ok, refuse, respond } from './envelope.js'
import { isSorting, isStatus, pageOf, sortPayments } from './findPayments.js'
import { isRefused } from './outcome.js'
import { paymentsByStatus } from './paymentsByStatus.js'
import { readPage } from './readPage.js'

const NOT_FOUND = '존재하지 않는 결제정보입니다.'
const MAX_IDS = 100

/**
 * Looking payments up: by number, several at once, by order number, by status. The balance of a payment is PAYCO's only
 * and answers 405.
 */
export function paymentRoutes({ store, clock }: GatewayParts): Hono {
  const app = new Hono()

  app.get('/', (context) => {
    const query = new URL(context.req.url).searchParams
    const ids = [...query.getAll('imp_uid[]'), ...query.getAll('merchant_uid[]')]
    if (ids.length === 0 || ids.length > MAX_IDS) {
      return refuse(context, 400, `imp_uid[] 또는 merchant_uid[]를 1개 이상 ${MAX_IDS}개 이하로 전달하세요.`)
    }
    const { payments } = store.read()
    const found = payments
      .map(({ record }) => record)
      .filter(({ imp_uid, merchant_uid }) => ids.includes(imp_uid) || ids.includes(merchant_uid))
    if (found.length === 0) return refuse(context, 404, NOT_FOUND)
    const all = ids.every((id) => found.some((record) => record.imp_uid === id || record.merchant_uid === id))
    return ok(context, found, all ? 200 : 207)
  })

  app.get('/:impUid', (context) => {
    const payment = findPayment(store.read(), context.req.param('impUid'))
    return payment ? ok(context, payment.record) : refuse(context, 404, NOT_FOUND)
  })

  for (const operation of ['find', 'findAll'] as const) {
    app.get(`/${operation}/:merchantUid/:status?`, (context) => lookUp(context, operation))
  }

  app.get('/status/:status', (context) =>
    respond(
      context,
      paymentsByStatus(store.read(), context.req.param('status'), context.req.query(), unixSeconds(clock)),
    ),
  )

  app.get('/:impUid/balance', (context) =>
    findPayment(store.read(), context.req.param('impUid'))
      ? refuse(context, 405, '결제수단별 잔액 조회를 지원하지 않는 PG사입니다.')
      : refuse(context, 404, NOT_FOUND),
  )

  function lookUp(context: Context, operation: 'find' | 'findAll'): Response {
    const status = context.req.param('status') || undefined
    const { sorting = '-started' } = context.req.query()
    if (status && !isStatus(status)) return refuse(context, 400, `알 수 없는 결제 상태입니다: ${status}`)
    if (!isSorting(sorting)) return refuse(context, 400, `알 수 없는 정렬 방식입니다: ${sorting}`)
    const merchantUid = context.req.param('merchantUid')
    const found = store
      .read()
      .payments.filter(({ record }) => record.merchant_uid === merchantUid)
      .filter(({ record }) => !status || record.status === status)
    const list = sortPayments(found, sorting)
    const [first] = list
    if (!first) return refuse(context, 404, NOT_FOUND)
    if (operation === 'find') return ok(context, first)
    const page = readPage(context.req.query())
    return respond(context, isRefused(page) ? page : pageOf(list, page))
  }

  return app
}
