import { createSettlement } from '../settle/createSettlement.js'
import { checkoutApp } from './checkoutApp.js'
import type { CheckoutRoutes, CheckoutRoutesOptions } from './checkoutRoutes.types.js'
import { orderAccess } from './orderAccess.js'
import { isMerchantUid } from './requestIds.js'
import { type RouteLimits, routeParts } from './routeParts.js'

/** The routes with limits of any length: nobody wants to wait 8 s in a test. */
export function buildRoutes<Details, Tx>(
  options: CheckoutRoutesOptions<Details, Tx>,
  limits: RouteLimits,
): CheckoutRoutes<Details, Tx> {
  const { session, orders } = options
  const settlement = createSettlement<Details, Tx>(options)
  const app = checkoutApp(routeParts(options, settlement, limits))
  const access = orderAccess(session && (async (request) => session(request)))
  return Object.assign(async (request: Request) => app.fetch(request), {
    settlement,
    readOrder: async (request: Request, merchantUid: string) => {
      const order = isMerchantUid(merchantUid) ? await orders.find(merchantUid) : null
      return order && (await access.mayRead(request, order)) ? order : null
    },
  })
}
