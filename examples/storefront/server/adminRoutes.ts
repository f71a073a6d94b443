import { Hono } from 'hono'
import { type CheckoutRoutes, type OrderStatus, PortOneError } from 'react-toss-checkout/server'
import { createAdminSession } from './adminSession.js'
import { callerAddress } from './callerAddress.js'
import { keptCounts } from './fulfilment.js'
import { detailsOf, type OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { readRefundRequest } from './readRefundRequest.js'
import type { Settings } from './readSettings.js'
import { tickOffMisfit } from './recheckRefunds.js'
import { refundLines } from './refundLines.js'
import { ShopRefusal } from './ShopRefusal.js'
import { showOrders } from './showOrders.js'

const pageSize = 30
const statuses: readonly string[] = [
  'pending',
  'awaiting-deposit',
  'paid',
  'partly-refunded',
  'refunded',
  'failed',
] satisfies OrderStatus[]

/** What the shopkeeper can do: see every order, give money back. Everything but `POST session` needs a session. */
export function adminRoutes(
  queries: Queries,
  checkout: CheckoutRoutes<OrderDetails, Queries>,
  { adminPassword, behindProxy }: Pick<Settings, 'adminPassword' | 'behindProxy'>,
): Hono {
  const app = new Hono()
  if (adminPassword === undefined) {
    return app.all('*', () => {
      throw new ShopRefusal(404, 'ADMIN_CLOSED', 'ADMIN_PASSWORD를 정하면 관리 화면이 열려요.')
    })
  }
  const session = createAdminSession(adminPassword)
  const { orders, client } = checkout.settlement.options

  app.post('/session', async (context) => {
    const body = await context.req.json().catch(() => null)
    const answer = await session.open(context, body?.password, callerAddress(context, behindProxy))
    if (answer === 'wrong') throw new ShopRefusal(401, 'WRONG_PASSWORD', '비밀번호가 맞지 않아요.')
    if (answer === 'slow-down')
      throw new ShopRefusal(429, 'SLOW_DOWN', '여러 번 틀렸어요. 1분 뒤에 다시 해 주세요.')
    return context.json({ ok: true })
  })

  app.use(async (context, next) => {
    if (!(await session.isOpen(context)))
      throw new ShopRefusal(401, 'NO_SESSION', '관리자 비밀번호가 필요해요.')
    await next()
  })

  app.delete('/session', (context) => {
    session.close(context)
    return context.json({ ok: true })
  })

  app.get('/orders', async (context) => {
    const { status, flagged, before } = context.req.query()
    if (status && !statuses.includes(status))
      throw new ShopRefusal(400, 'INVALID_QUERY', '없는 주문 상태예요.')
    const last = before ? await orders.find(before) : null
    const page = await orders.list({
      limit: pageSize,
      ...(status && { status: status as OrderStatus }),
      ...(flagged && { flagged: true }),
      ...(last && { before: last }),
    })
    const next = page.length === pageSize ? page.at(-1)?.merchantUid : undefined
    return context.json({ orders: await showOrders(queries, page), next: next ?? null })
  })

  app.post('/orders/:merchantUid/refund', async (context) => {
    const order = await orders.find(context.req.param('merchantUid'))
    if (!order) throw new ShopRefusal(404, 'NO_ORDER', '주문을 찾을 수 없어요.')
    const request = readRefundRequest(await context.req.json().catch(() => null))
    if (Object.keys(request.counts).length === 0) {
      const kept = Object.entries(await keptCounts(queries, order.merchantUid, detailsOf(order)))
      request.counts = Object.fromEntries(kept.filter(([, count]) => count > 0))
    }
    await refundLines(queries, checkout.settlement, order, request, 'admin')
    return context.json({ ok: true })
  })

  app.post('/misfits/:impUid/return', async (context) => {
    const impUid = context.req.param('impUid')
    const [known] = await queries.query<{ merchant_uid: string }>(
      'SELECT merchant_uid FROM shop_misfit WHERE imp_uid = $1',
      [impUid],
    )
    if (!known) throw new ShopRefusal(404, 'NO_PAYMENT', '결제를 찾을 수 없어요.')
    if ((await orders.find(known.merchant_uid))?.impUid === impUid)
      throw new ShopRefusal(409, 'FITS_NOW', '지금은 이 주문의 결제예요. 주문을 환불해 주세요.')
    const { account } = readRefundRequest({ ...(await context.req.json().catch(() => null)), counts: {} })
    try {
      const { amount, cancelAmount, payMethod } = await client.getPayment(impUid)
      if (cancelAmount < amount) {
        await client.cancelPayment({
          impUid,
          payMethod,
          checksum: amount - cancelAmount,
          reason: '주문과 맞지 않는 결제',
          ...(account && { refundAccount: account }),
        })
      }
    } catch (thrown) {
      if (thrown instanceof PortOneError) throw new ShopRefusal(502, thrown.code, thrown.message)
      throw thrown
    }
    await tickOffMisfit(queries, impUid)
    await checkout.settlement.settle({ impUid })
    return context.json({ ok: true })
  })

  return app
}
