// A shop that sells shoes, in nothing but web standards: what every runtime is given to serve.
import {
  createCheckoutRoutes,
  createPortOneClient,
  createSettlement,
  memoryOrderStore,
} from 'react-toss-checkout/server'

/**
 * @param {string} gateway
 * @param {(work: Promise<unknown>) => void} [waitUntil]
 * @returns {(request: Request) => Promise<Response>}
 */
export function openShop(gateway, waitUntil) {
  const heard = []
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    baseUrl: gateway,
  })
  const orders = memoryOrderStore()
  // Defaults ask for nothing that a runtime may refuse.
  createSettlement({ client, orders })
  const routes = createCheckoutRoutes({
    ...{ client, orders, waitUntil },
    testPayments: 'accept',
    priceOrder: () => ({ name: '신발', amount: 59_000 }),
    onPaid: ({ merchantUid }) => void heard.push(`paid ${merchantUid}`),
    onRefunded: ({ merchantUid }, { amount }) => void heard.push(`refunded ${merchantUid} ${amount}`),
  })
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/heard') return Response.json(heard)
    if (pathname !== '/refund') return routes(request)
    await routes.settlement.refund({ ...(await request.json()), reason: '단순 변심' })
    await routes.settlement.deliver()
    return Response.json((await routes.settlement.sweep()).unanswered)
  }
}
