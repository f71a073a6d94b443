import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type CheckoutRoutes, createCheckoutRoutes, type PortOneClient } from 'react-toss-checkout/server'
import { adminRoutes } from './adminRoutes.js'
import { buyerRoutes } from './buyerRoutes.js'
import { createMembership, type Membership } from './createMembership.js'
import { frontPages } from './frontPages.js'
import type { GatewayClock } from './gatewayClock.js'
import { goodsById } from './goods.js'
import { memberRoutes } from './memberRoutes.js'
import type { Database } from './openDatabase.js'
import type { OrderDetails } from './orderDetails.js'
import { priceOrder } from './priceOrder.js'
import type { Queries } from './queries.js'
import type { Settings } from './readSettings.js'
import { ShopRefusal } from './ShopRefusal.js'
import { sameOrigin } from './sameOrigin.js'
import { sandboxRelay } from './sandboxRelay.js'
import { securityHeaders } from './securityHeaders.js'
import { findShort } from './stock.js'
import { workBehind } from './workBehind.js'

export interface Shop {
  app: Hono
  settlement: CheckoutRoutes<OrderDetails, Queries>['settlement']
  billing: Membership['billing']
  /** Ends when nothing goes on behind the answers any more. */
  quiet(): Promise<void>
}

/** The whole shop as one Hono app. Holds no state of its own: several over one database are one shop. */
export function createShop(
  settings: Settings,
  {
    database,
    client,
    clock,
    frontFolder,
  }: { database: Database; client: PortOneClient; clock: GatewayClock; frontFolder: string },
): Shop {
  const membership = createMembership(settings, { database, client, clock })
  const behind = workBehind()
  const checkout = createCheckoutRoutes<OrderDetails, Queries>({
    ...membership.handlers,
    billing: membership.routes,
    now: clock.now,
    client,
    orders: database.orders,
    mismatch: settings.mismatch,
    // A sandbox's payments are test payments; with the real gateway they pay for nothing.
    testPayments: settings.front.sandbox ? 'accept' : 'refuse',
    priceOrder: (body) => priceOrder(database, body),
    async onConfirm({ merchantUid, details }) {
      // A membership is charged without a window: nobody pays for it in one.
      if (membership.billing.isCharge(merchantUid))
        return { go: false, reason: '결제창에서 결제할 수 없는 주문' }
      const short = await findShort(database, details.lines)
      return short ? { go: false, reason: `${goodsById.get(short)?.name.ko ?? short} 품절` } : { go: true }
    },
    onError: (error, where) => console.error(`${where}:`, error),
    waitUntil: behind.add,
  })

  const app = new Hono()
  app.use(securityHeaders(settings.front))
  app.use('/api/*', sameOrigin)
  app.get('/healthz', async (context) => {
    await database.query('SELECT 1')
    return context.json({ ok: true })
  })
  app.all('/api/checkout/*', async (context) => {
    await clock.follow()
    return checkout(context.req.raw)
  })
  app.use('/api/*', bodyLimit({ maxSize: 64 * 1024 }))
  app.route('/api/admin', adminRoutes(database, checkout, settings))
  if (settings.portOneUrl) app.route('/api/sandbox', sandboxRelay(settings.portOneUrl))
  app.route('/api', buyerRoutes(database, checkout))
  app.route('/api', memberRoutes(database, membership, clock))
  app.all('/api/*', () => {
    throw new ShopRefusal(404, 'NO_ROUTE', '없는 주소예요.')
  })
  app.route('/', frontPages(frontFolder, settings.front))
  app.onError((error, context) => {
    if (error instanceof ShopRefusal) return context.json(error.body, error.status)
    console.error(`${context.req.method} ${context.req.path}:`, error)
    return context.json({ code: 'SHOP_ERROR', buyerMessage: '상점 서버에 문제가 생겼어요.' }, 503)
  })
  return { app, settlement: checkout.settlement, billing: membership.billing, quiet: behind.ended }
}
