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
  /**
   * The first has 30 s. One that is sent again has 15 s, after which the gateway hangs up: to it that is what a 503 is
   * (PortOne V1 docs).
   */
  webhook: number
}

export const routeLimits: RouteLimits = { confirm: 8_000, webhook: 27_000 }

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
  /**
   * Settles; what it moved is handed to the handlers behind the answer. Whoever would have to wait in line reads the order
   * before and after: `known` when what `isKnown` asks about is booked, which saves the wait and asking the gateway.
   */
  settle(
    target: SettleTarget,
    isKnown?: (order: CheckoutOrder<Details>) => boolean,
  ): Promise<Settled<Details> | Known<Details>>
  find(merchantUid: string): Promise<CheckoutOrder<Details> | null>
  /** Keeps work alive that nobody waits for. */
  keepAlive(work: Promise<unknown>, where: string): void
}

export interface Known<Details> {
  result: 'known'
  order: CheckoutOrder<Details>
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
  const find = (merchantUid: string) => calls.backend('orders.find', () => options.orders.find(merchantUid))
  return {
    options,
    limits,
    calls,
    report,
    keepAlive,
    access: orderAccess(session && ((request) => calls.merchant('session', () => session(request)))),
    now: options.now ?? (() => new Date()),
    find,
    settle: async (target, isKnown) => {
      const settle = async () => {
        const settled = await calls.backend('settle', () => settlement.settle(target))
        if (settled.result === 'settled' && settled.changed) {
          keepAlive(settlement.deliver(settled.order.merchantUid), 'deliver')
        }
        return settled
      }
      // Those who have the places may be waiting for the database that this handler holds.
      if (options.orders.inTransaction?.()) return settle()
      const { merchantUid } = target
      if (!isKnown || merchantUid === undefined) return turns.run(settle)
      const look = async () => {
        const order = await find(merchantUid)
        return order && isKnown(order) ? { result: 'known' as const, order } : null
      }
      return turns.runAtOnce(settle) ?? (await look()) ?? turns.run(async () => (await look()) ?? settle())
    },
  }
}
