import type { Settled } from '../settle/settlement.types.js'
import { RouteRefusal } from './RouteRefusal.js'
import { readFields } from './readBody.js'
import { readImpUid } from './requestIds.js'
import type { Route, RouteParts } from './routeParts.js'
import { withinLimit } from './withinLimit.js'

/**
 * `POST webhook`: takes the payment number and asks the gateway itself; whatever else the body claims is not read. The
 * gateway sends a webhook again after 5xx only (PortOne V1 docs), so what another try cannot better is a 4xx, and an
 * amount that differs is 200: the order is flagged already.
 */
export function webhookRoute<Details, Tx>({ settle, limits, keepAlive }: RouteParts<Details, Tx>): Route {
  return async (context) => {
    const impUid = readImpUid((await readFields(context)).imp_uid)
    const work = settle({ impUid })
    const { result } = await withinLimit<Settled<Details>>(limits.webhook, work, () => {
      // It has been reported by then, if it fails.
      keepAlive(
        work.catch(() => {}),
        'webhook',
      )
      throw new RouteRefusal('GATEWAY_UNAVAILABLE')
    })
    if (result === 'unknown-payment') throw new RouteRefusal('NO_PAYMENT')
    if (result === 'no-order') throw new RouteRefusal('NO_ORDER')
    return context.json({ result })
  }
}
