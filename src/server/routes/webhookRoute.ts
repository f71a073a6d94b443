import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Settled } from '../settle/settlement.types.js'
import { alreadyTold } from './alreadyTold.js'
import { RouteRefusal } from './RouteRefusal.js'
import { readFields } from './readBody.js'
import { isMerchantUid, readImpUid } from './requestIds.js'
import type { Route, RouteParts } from './routeParts.js'
import { withinLimit } from './withinLimit.js'

/**
 * `POST webhook`: takes the payment number and asks the gateway itself; nothing that the body claims moves an order. It only
 * says which order to read first, which saves asking twice, and whether this is a duplicate: see `alreadyTold`. The gateway
 * sends a webhook again after 5xx only (PortOne V1 docs), so what another try cannot better is a 4xx, and an amount that
 * differs is 200: the order is flagged already.
 */
export function webhookRoute<Details, Tx>(parts: RouteParts<Details, Tx>): Route {
  const { limits, keepAlive } = parts
  return async (context) => {
    const fields = await readFields(context)
    const work = settleUnlessTold(parts, readImpUid(fields.imp_uid), fields)
    const result = await withinLimit(limits.webhook, work, () => {
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

async function settleUnlessTold<Details, Tx>(
  { settle, find }: RouteParts<Details, Tx>,
  impUid: string,
  { merchant_uid: claimed, status }: Record<string, unknown>,
): Promise<Settled['result']> {
  const order = isMerchantUid(claimed) ? await find(claimed) : null
  const isTold = (present: CheckoutOrder<Details>) => alreadyTold(present, impUid, status)
  if (order && isTold(order)) return 'settled'
  const { result } = await settle({ impUid, merchantUid: order?.merchantUid }, isTold)
  return result === 'known' ? 'settled' : result
}
