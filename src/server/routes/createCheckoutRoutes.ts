import { buildRoutes } from './buildRoutes.js'
import type { CheckoutRoutes, CheckoutRoutesOptions } from './checkoutRoutes.types.js'
import { routeLimits } from './routeParts.js'

/**
 * The merchant's side of a payment as one web-standard handler: it makes orders, answers whether they are paid, and
 * listens to the gateway. Mount it anywhere and give its address to `TossCheckoutProvider` as `endpoint`. See
 * `CheckoutRoutes` for the routes, `routeErrorCodes` for what they refuse with.
 *
 * It never takes an amount or a "paid" from a page or from a webhook: prices come from `priceOrder`, everything else
 * from the gateway's own answer, and an order changes in `settlement.settle` only. Handlers (`onPaid` …) run behind the
 * answer and come from the store's outbox: one that throws, or a server that dies, is made good by
 * `routes.settlement.sweep()`, so run that every minute or so.
 *
 * Errors the page cannot help with (a wrong price, wrong keys, a database that is down) go to `onError`; the page gets a
 * code. Put a rate limit of your own in front: each `orders` and `complete` asks the gateway.
 *
 * @throws TypeError for options that cannot work (`origins`, `bodyLimit`)
 *
 * @example
 * // What every framework below mounts.
 * export const routes = createCheckoutRoutes({
 *   client: createPortOneClient({ impKey: process.env.IMP_KEY ?? '', impSecret: process.env.IMP_SECRET ?? '' }),
 *   orders: postgresOrderStore(pool),
 *   priceOrder: async (body) => {
 *     const item = await catalogue.find((body as { itemId?: unknown } | null)?.itemId)
 *     if (!item) throw new OrderRefused('NO_SUCH_ITEM', 'no such item', '판매하지 않는 상품이에요.')
 *     return { name: item.name, amount: item.price, details: { itemId: item.id } }
 *   },
 *   onPaid: (order, _, { tx }) => ship(order, tx),
 * })
 * setInterval(() => routes.settlement.sweep().catch(console.error), 60_000)
 *
 * @example
 * // In the page: the order comes from the server, and so does the answer.
 * const makeOrder = async () => {
 *   const response = await fetch('/api/checkout/orders', {
 *     method: 'POST',
 *     headers: { 'content-type': 'application/json' },
 *     body: JSON.stringify({ itemId }),
 *   })
 *   if (!response.ok) throw new Error(await response.text())
 *   return response.json()
 * }
 * // <TossCheckoutProvider endpoint="/api/checkout" …><TossCheckoutButton order={makeOrder} /></TossCheckoutProvider>
 *
 * @example
 * // Hono
 * app.all('/api/checkout/*', (c) => routes(c.req.raw))
 *
 * @example
 * // Next: app/api/checkout/[route]/route.ts. `after` keeps the handlers alive: createCheckoutRoutes({…, waitUntil: after})
 * export { routes as GET, routes as POST } from '@/server/routes' // with `origins`: OPTIONS too
 *
 * @example
 * // Express. Before express.json(): a body can be read once, and the answer is BODY_ALREADY_READ otherwise.
 * import { getRequestListener } from '@hono/node-server'
 * app.use('/api/checkout', getRequestListener(routes))
 * app.use(express.json())
 * // Where the parser has to come first (Firebase does it for you), let it keep the bytes:
 * app.use(express.json({ verify: (request, _, bytes) => { request.rawBody = bytes } }))
 *
 * @example
 * // Cloudflare Workers. `waitUntil` keeps the handlers alive behind the answer, a cron trigger sweeps.
 * import { waitUntil } from 'cloudflare:workers'
 * const routes = createCheckoutRoutes({ …, waitUntil })
 * export default { fetch: (request) => routes(request), scheduled: () => routes.settlement.sweep() }
 *
 * @example
 * // Deno
 * Deno.serve((request) => routes(request))
 *
 * @example
 * // Node alone
 * createServer(getRequestListener(routes)).listen(3000)
 */
export function createCheckoutRoutes<Details = unknown, Tx = unknown>(
  options: CheckoutRoutesOptions<Details, Tx>,
): CheckoutRoutes<Details, Tx> {
  return buildRoutes(options, routeLimits)
}
