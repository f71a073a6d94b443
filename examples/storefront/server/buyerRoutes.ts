import { Hono } from 'hono'
import type { CheckoutOrder, CheckoutRoutes } from 'react-toss-checkout/server'
import type { Goods } from '../shop/goods.types.js'
import { goods } from './goods.js'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { readRefundRequest } from './readRefundRequest.js'
import { refundLines } from './refundLines.js'
import { ShopRefusal } from './ShopRefusal.js'
import { showOrder } from './showOrders.js'
import { readStock } from './stock.js'

/** What a buyer can do besides paying: see the goods, see an order, send goods back. */
export function buyerRoutes(queries: Queries, checkout: CheckoutRoutes<OrderDetails, Queries>): Hono {
  const app = new Hono()

  app.get('/goods', async (context) => {
    const stock = await readStock(queries)
    return context.json(goods.map((each): Goods => ({ ...each, stock: stock.get(each.id) ?? 0 })))
  })

  app.get('/orders/:merchantUid', async (context) =>
    context.json(await showOrder(queries, await ownOrder(context.req.raw, context.req.param('merchantUid')))),
  )

  app.post('/orders/:merchantUid/refund', async (context) => {
    const order = await ownOrder(context.req.raw, context.req.param('merchantUid'))
    const request = readRefundRequest(await context.req.json().catch(() => null))
    await refundLines(queries, checkout.settlement, order, request, 'customer')
    return context.json(await showOrder(queries, await ownOrder(context.req.raw, order.merchantUid)))
  })

  /** Somebody else's order and none at all look the same: numbers are not for guessing. */
  async function ownOrder(request: Request, merchantUid: string): Promise<CheckoutOrder<OrderDetails>> {
    const order = await checkout.readOrder(request, merchantUid)
    if (!order) throw new ShopRefusal(404, 'NO_ORDER', '주문을 찾을 수 없어요.')
    return order
  }

  return app
}
