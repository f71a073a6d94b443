import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { unixSeconds } from './clock.js'
import { SLOW_LOOKUP_MS } from './faults.js'
import { findPayment } from './gateway/sandboxPayment.js'
import type { GatewayParts } from './gateway.js'
import { isAuthorized, issueToken } from './rest/accessToken.js'
import { cancelPayment } from './rest/cancelPayment.js'
import { ok, refuse } from './rest/envelope.js'
import { findPayments, isSorting, isStatus, pageOf } from './rest/findPayments.js'
import { prepareRoutes } from './rest/prepareRoutes.js'
import { readBody } from './rest/readBody.js'

const NOT_FOUND = '존재하지 않는 결제정보입니다.'
const MAX_IDS = 100

/**
 * The payment operations of PortOne V1's REST API, as `https://api.iamport.kr` answers them. Lookups answer 500 under
 * `confirm-down` and after 8 s under `confirm-slow`; every other operation of the API answers 404 and says so.
 */
export function createRestApp({ store, clock, options }: GatewayParts): Hono {
  // A trailing slash after the order number is allowed (PortOne V1 docs).
  const app = new Hono({ strict: false })
  app.use(cors())

  app.post('/users/getToken', async (context) => {
    const body = await readBody(context.req.raw)
    const key = body?.text('imp_key')
    const secret = body?.text('imp_secret')
    if (!key || !secret) return refuse(context, 400, 'imp_key, imp_secret 파라메터가 누락되었습니다.')
    if (key !== options.impKey || secret !== options.impSecret) {
      return refuse(context, 401, '인증에 실패하였습니다. API키와 secret을 확인하세요.')
    }
    return ok(context, issueToken(store, unixSeconds(clock)))
  })

  app.use('/payments/*', async (context, next) => {
    if (!isAuthorized(context.req.raw.headers, store, unixSeconds(clock))) {
      return refuse(context, 401, 'Unauthorized')
    }
    return next()
  })

  app.route('/payments/prepare', prepareRoutes(store))

  app.post('/payments/cancel', async (context) => {
    const body = await readBody(context.req.raw)
    if (!body) return refuse(context, 400, '요청 본문을 읽을 수 없습니다.')
    const result = store.transact((state) => cancelPayment(state, body, unixSeconds(clock)))
    return 'refused' in result ? refuse(context, 200, result.refused) : ok(context, result)
  })

  app.get('/payments/*', async (context, next) => {
    const { faults } = store.read()
    if (faults.includes('confirm-down')) return refuse(context, 500, '서버 오류가 발생하였습니다.')
    if (faults.includes('confirm-slow')) await pause(SLOW_LOOKUP_MS, context.req.raw.signal)
    return next()
  })

  app.get('/payments', (context) => {
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

  app.get('/payments/:impUid', (context) => {
    const payment = findPayment(store.read(), context.req.param('impUid'))
    return payment ? ok(context, payment.record) : refuse(context, 404, NOT_FOUND)
  })

  for (const operation of ['find', 'findAll'] as const) {
    app.get(`/payments/${operation}/:merchantUid/:status?`, (context) => lookUp(context, operation))
  }

  function lookUp(context: Context, operation: 'find' | 'findAll'): Response {
    const status = context.req.param('status') || undefined
    const { sorting = '-started', page = '1', limit = '20' } = context.req.query()
    if (status && !isStatus(status)) return refuse(context, 400, `알 수 없는 결제 상태입니다: ${status}`)
    if (!isSorting(sorting)) return refuse(context, 400, `알 수 없는 정렬 방식입니다: ${sorting}`)
    const merchantUid = context.req.param('merchantUid') ?? ''
    const found = findPayments(store.read().payments, merchantUid, status, sorting)
    const [first] = found
    if (!first) return refuse(context, 404, NOT_FOUND)
    if (operation === 'find') return ok(context, first)
    const [at, size] = [Number(page), Number(limit)]
    if (!(Number.isInteger(at) && at >= 1 && Number.isInteger(size) && size >= 1 && size <= 1000)) {
      return refuse(context, 400, 'page는 1 이상, limit은 1 이상 1000 이하의 정수여야 합니다.')
    }
    return ok(context, pageOf(found, at, size))
  }

  app.notFound((context) =>
    refuse(
      context,
      404,
      `샌드박스는 아직 이 API를 흉내 내지 않습니다: ${context.req.method} ${context.req.path}`,
    ),
  )
  return app
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
