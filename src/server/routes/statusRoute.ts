import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { OrderView } from './checkoutRoutes.types.js'
import { RouteRefusal } from './RouteRefusal.js'
import { readMerchantUid } from './requestIds.js'
import type { Route, RouteParts } from './routeParts.js'

/** `GET status?merchantUid=`: the order as the store holds it, for whoever may read it. */
export function statusRoute<Details, Tx>({ find, access }: RouteParts<Details, Tx>): Route {
  return async (context) => {
    const order = await find(readMerchantUid('merchantUid', context.req.query('merchantUid')))
    if (!order) throw new RouteRefusal('NO_ORDER')
    if (!(await access.mayRead(context.req.raw, order))) throw new RouteRefusal('NOT_YOURS')
    return context.json(toOrderView(order))
  }
}

/** Without what is the merchant's own: details, hashes, versions. */
function toOrderView(order: CheckoutOrder): OrderView {
  const { merchantUid, name, amount, taxFree, currency, status, cancelAmount, flag, failReason, record } =
    order
  return {
    ...{ merchantUid, name, amount, taxFree, currency, status, cancelAmount, flag, failReason, record },
    createdAt: toSeconds(order.createdAt),
    updatedAt: toSeconds(order.updatedAt),
  }
}

function toSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
