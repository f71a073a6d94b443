import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { addressGuard, originGuards } from './callerGuards.js'
import { completeRoute } from './completeRoute.js'
import { confirmRoute } from './confirmRoute.js'
import { OrderRefused } from './OrderRefused.js'
import { ordersRoute } from './ordersRoute.js'
import { answerRefusal, RouteRefusal } from './RouteRefusal.js'
import type { RouteParts } from './routeParts.js'
import { statusRoute } from './statusRoute.js'
import { webhookRoute } from './webhookRoute.js'

const BODY_LIMIT = 65_536
const pageRoutes = ['/orders', '/complete', '/status'] as const
const gatewayRoutes = ['/webhook', '/confirm'] as const

/** The routes as one Hono app that knows nothing of the path it is mounted at. */
export function checkoutApp<Details, Tx>(parts: RouteParts<Details, Tx>): Hono {
  const { options, calls, report } = parts
  // Express strips the path it is mounted at, Next does not: only the last segment is ours.
  const app = new Hono({ getPath: (request) => `/${lastSegment(new URL(request.url).pathname)}` })

  app.use(async (context, next) => {
    await next()
    context.res.headers.set('Cache-Control', 'no-store')
  })
  for (const path of pageRoutes) if (options.origins) app.use(path, ...originGuards(options.origins))
  for (const path of gatewayRoutes) {
    if (options.gatewayAddresses) app.use(path, addressGuard(options.gatewayAddresses, calls))
  }
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        context.header('Allow', methods.join(', '))
        return answerRefusal(context, new RouteRefusal('METHOD_NOT_ALLOWED'))
      },
    }),
  )
  const unread: MiddlewareHandler = async (context, next) => {
    if (context.req.raw.bodyUsed) throw new RouteRefusal('BODY_ALREADY_READ')
    await next()
  }
  const limited = bodyLimit({
    maxSize: readBodyLimit(options.bodyLimit ?? BODY_LIMIT),
    onError: () => {
      throw new RouteRefusal('BODY_TOO_LARGE')
    },
  })
  app.post('/orders', unread, limited, ordersRoute(parts))
  app.post('/complete', unread, limited, completeRoute(parts))
  app.get('/status', statusRoute(parts))
  app.post('/webhook', unread, limited, webhookRoute(parts))
  app.post('/confirm', unread, limited, confirmRoute(parts))

  app.notFound((context) =>
    options.billing ? options.billing(context.req.raw) : answerRefusal(context, new RouteRefusal('NO_ROUTE')),
  )
  app.onError((error, context) => {
    const refusal = error instanceof RouteRefusal || error instanceof OrderRefused ? error : null
    // What a guarded call threw has been reported; these two are nobody's call.
    if (!refusal || refusal.code === 'BODY_ALREADY_READ') report(error, context.req.path)
    return answerRefusal(context, refusal ?? new RouteRefusal('INTERNAL_ERROR'))
  })
  return app
}

function lastSegment(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? ''
}

function readBodyLimit(given: number): number {
  if (Number.isSafeInteger(given) && given > 0) return given
  throw new TypeError(
    `createCheckoutRoutes: bodyLimit is ${given}. A whole number of bytes above 0 is allowed.`,
  )
}
