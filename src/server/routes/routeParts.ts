import type { Context } from 'hono'
import { guardedReport } from '../guardedReport.js'
import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { places } from '../places.js'
import type { Settled, Settlement, SettleTarget } from '../settle/settlement.types.js'
import type { CheckoutRoutesOptions } from './checkoutRoutes.types.js'
import { type GuardedCalls, guardedCalls } from './guardedCalls.js'
import { type OrderAccess, orderAccess } from './orderAccess.js'

/** How long those who wait for us wait, ms. */
export interface RouteLimits {
  /** The gateway's own limit is 10 s for everything (PortOne V1 docs, confirm process). */
  confirm: number
  /** A webhook sent again has 15 s in total, the first has 30 s (PortOne V1 docs). */
  webhook: number
}

export const routeLimits: RouteLimits = { confirm: 8_000, webhook: 13_000 }

/**
 * Orders settled at the same time. Whoever comes in a burst waits in line: a gateway asked a thousand times at once, or a
 * pool of ten connections, answers nobody in time.
 */
const SETTLED_AT_ONCE = 32

/** What every route stands on. */
export interface RouteParts<Details, Tx> {
  readonly options: CheckoutRoutesOptions<Details, Tx>
  readonly limits: RouteLimits
  readonly access: OrderAccess
  readonly calls: GuardedCalls
  readonly now: () => Date
  report(error: unknown, where: string): void
  /** Settles; what it moved is handed to the handlers behind the answer. */
  settle(target: SettleTarget): Promise<Settled<Details>>
  find(merchantUid: string): Promise<CheckoutOrder<Details> | null>
  /** Keeps work alive that nobody waits for. */
  keepAlive(work: Promise<unknown>, where: string): void
}

export type Route = (context: Context) => Promise<Response>

export function routeParts<Details, Tx>(
  options: CheckoutRoutesOptions<Details, Tx>,
  settlement: Settlement<Details, Tx>,
  limits: RouteLimits,
): RouteParts<Details, Tx> {
  const report = guardedReport(options.onError)
  const calls = guardedCalls(report)
  const turns = places(SETTLED_AT_ONCE)
  const { session } = options
  const keepAlive = (work: Promise<unknown>, where: string): void => {
    const kept = work.catch((error) => report(error, where))
    try {
      options.waitUntil?.(kept)
    } catch (error) {
      report(error, 'waitUntil')
    }
  }
  return {
    options,
    limits,
    calls,
    report,
    keepAlive,
    access: orderAccess(session && ((request) => calls.merchant('session', () => session(request)))),
    now: options.now ?? (() => new Date()),
    find: (merchantUid) => calls.backend('orders.find', () => options.orders.find(merchantUid)),
    settle: async (target) => {
      const settled = await calls.backend('settle', () => turns.run(() => settlement.settle(target)))
      if (settled.result === 'settled' && settled.changed) {
        keepAlive(settlement.deliver(settled.order.merchantUid), 'deliver')
      }
      return settled
    },
  }
}
