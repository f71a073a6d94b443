import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { CheckoutRoutesOptions } from './checkoutRoutes.types.js'
import type { GuardedCalls } from './guardedCalls.js'
import { TOKEN_HEADER } from './orderAccess.js'
import { RouteRefusal } from './RouteRefusal.js'

/** Where PortOne calls from: webhooks and the confirm process. Source: PortOne V1 docs. */
export const portOneAddresses: readonly string[] = ['52.78.100.19', '52.78.48.223', '52.78.5.241']

/** Seconds a browser may remember what a preflight was told. */
const PREFLIGHT_AGE = 600

/** CORS for the sites listed, and nobody else's pages. A request without an `Origin` comes from no other site's page. */
export function originGuards(origins: readonly string[]): MiddlewareHandler[] {
  const allowed = origins.map(readOrigin)
  return [
    async (context, next) => {
      const origin = context.req.header('origin')
      if (origin !== undefined && !allowed.includes(origin)) throw new RouteRefusal('ORIGIN_REFUSED')
      await next()
    },
    cors({
      origin: allowed,
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['content-type', TOKEN_HEADER],
      exposeHeaders: [TOKEN_HEADER],
      credentials: true,
      maxAge: PREFLIGHT_AGE,
    }),
  ]
}

/** Only the gateway's addresses. */
export function addressGuard(
  { allowed = portOneAddresses, of }: NonNullable<CheckoutRoutesOptions['gatewayAddresses']>,
  calls: GuardedCalls,
): MiddlewareHandler {
  return async (context, next) => {
    const address = await calls.merchant('gatewayAddresses.of', () => of(context.req.raw))
    // How a socket open to both kinds of address writes the older kind.
    const plain = address?.replace(/^::ffff:/i, '')
    if (plain === undefined || !allowed.includes(plain)) throw new RouteRefusal('ADDRESS_REFUSED')
    await next()
  }
}

function readOrigin(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url && /^https?:$/.test(url.protocol) && given.replace(/\/$/, '').toLowerCase() === url.origin) {
    return url.origin
  }
  throw new TypeError(
    `createCheckoutRoutes: origins has ${JSON.stringify(given)}. A scheme and host are allowed: https://shop.example. List each site.`,
  )
}
