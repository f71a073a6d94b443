import { type Context, Hono } from 'hono'
import { payAgain, payOnetime } from '../billing/chargeNow.js'
import { unixSeconds } from '../clock.js'
import type { GatewayParts } from '../gateway.js'
import { respond } from './envelope.js'
import { isRefused } from './outcome.js'
import { readBody, unreadable } from './readBody.js'

/**
 * Charges without a window: typed card data (`onetime`) and registered cards (`again`). A webhook is sent about one that
 * was paid; a failed one is only answered (PortOne V1 docs list no event for it).
 */
export function chargeRoutes({ store, clock, announce }: GatewayParts): Hono {
  const app = new Hono()
  const charge = (operation: typeof payAgain) => async (context: Context) => {
    const body = await readBody(context.req.raw)
    if (!body) return respond(context, unreadable)
    const outcome = store.transact((state) => operation(state, body, unixSeconds(clock)))
    if (!isRefused(outcome) && outcome.status === 'paid') announce?.(outcome.imp_uid, { status: 'paid' })
    return respond(context, outcome)
  }
  app.post('/onetime', charge(payOnetime))
  app.post('/again', charge(payAgain))
  return app
}
