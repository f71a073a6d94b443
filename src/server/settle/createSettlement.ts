import { deliverToHandlers } from './deliverToHandlers.js'
import { gatewayReader } from './gatewayReader.js'
import { refundOrder } from './refundOrder.js'
import { settingsOf } from './settingsOf.js'
import type { Settlement, SettlementOptions } from './settlement.types.js'
import { settleOrder } from './settleOrder.js'
import { sweepOrders } from './sweepOrders.js'

/** Events handed out, and orders asked about, in one go; a sweep goes on while there are more. */
const BATCH = 100

/**
 * The one road by which orders change: asks the gateway, compares, moves the order, tells the merchant's handlers. The
 * routes use one; make your own for a worker that sweeps, or for routes of your own.
 *
 * `settle` and `refund` write what happened beside the order; `deliver` and `sweep` tell the handlers.
 *
 * @example
 * const settlement = createSettlement({ client, orders, onPaid: (order, _, { tx }) => ship(order, tx) })
 * setInterval(() => settlement.sweep().catch(console.error), 60_000)
 */
export function createSettlement<Details = unknown, Tx = unknown>(
  options: SettlementOptions<Details, Tx>,
): Settlement<Details, Tx> {
  const settings = settingsOf(options)
  const gateway = gatewayReader(settings)

  const deliver = async (merchantUid?: string): Promise<number> => {
    let delivered = 0
    for (;;) {
      const batch = await deliverToHandlers(settings, gateway, { merchantUid, limit: BATCH })
      delivered += batch.delivered
      if (batch.delivered + batch.failed < BATCH) return delivered
    }
  }

  return {
    options,
    settle: (target) => settleOrder(settings, gateway, target),
    refund: (request) => refundOrder(settings, gateway, request),
    deliver,
    sweep: async ({ limit = Number.POSITIVE_INFINITY } = {}) => {
      // What comes due while this runs is for the next one: it ends, and asks about no order twice.
      const until = settings.now()
      const total = { asked: 0, moved: 0, unanswered: 0, delivered: 0 }
      for (let more = true; more; ) {
        const swept = await sweepOrders(settings, gateway, until, Math.min(BATCH, limit - total.asked))
        total.asked += swept.asked
        total.moved += swept.moved
        total.unanswered += swept.unanswered
        total.delivered += await deliver()
        more = swept.more && swept.asked > 0 && total.asked < limit
      }
      return total
    },
  }
}
