import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { PortOneError } from '../PortOneError.js'
import { foldPayments } from './foldPayments.js'
import type { GatewayReader } from './gatewayReader.js'
import { giveUpMove } from './giveUpMove.js'
import { nextCheck, restartsRhythm, waitBefore } from './nextCheck.js'
import { moved } from './orderMove.js'
import type { SettlementSettings } from './settingsOf.js'
import type { Swept } from './settlement.types.js'
import { settleOrder } from './settleOrder.js'

/** Orders asked about at the same time. */
const AT_ONCE = 5
const MINUTE = 60_000

/**
 * Asks about the orders whose time has come by `until`, so many at most. `more` when as many were due and the gateway
 * answers. Stops early when the gateway is down: the rest is due next time, too.
 */
export async function sweepOrders<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  until: Date,
  limit: number,
): Promise<Omit<Swept, 'delivered'> & { more: boolean }> {
  const swept = { asked: 0, moved: 0, unanswered: 0 }
  const queue = await settings.orders.due(until, limit)
  const wasFull = queue.length >= limit
  let gatewayIsDown = false

  const work = async () => {
    for (let order = queue.shift(); order && !gatewayIsDown; order = queue.shift()) {
      const waited = waitBefore(order)
      const claimed = await claim(settings, order)
      if (!claimed) continue
      swept.asked++
      try {
        if (await sweepOrder(settings, gateway, claimed, waited)) swept.moved++
      } catch (thrown) {
        swept.unanswered++
        const where = `sweep of order ${order.merchantUid}`
        settings.onError(thrown, where)
        if (thrown instanceof PortOneError && thrown.retryable) gatewayIsDown = true
        else await putOff(settings, claimed, waited).catch((lost) => settings.onError(lost, where))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { ...swept, more: wasFull && !gatewayIsDown }
}

/** Puts the order's next time a minute off before anybody is asked, so that of several instances one asks. */
async function claim<Details, Tx>(
  { orders, now }: SettlementSettings<Details, Tx>,
  order: CheckoutOrder<Details>,
): Promise<CheckoutOrder<Details> | null> {
  const present = now()
  return orders.advance(order, { checkAt: new Date(present.getTime() + MINUTE) }, [], present)
}

/** Another minute would not help with what cannot be read: it is asked about as rarely as one that says nothing new. */
async function putOff<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  order: CheckoutOrder<Details>,
  waited: number,
): Promise<void> {
  const now = settings.now()
  await settings.orders.advance(order, { checkAt: nextCheck(order, now, settings, waited) }, [], now)
}

/** Whether the order moved. */
async function sweepOrder<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  order: CheckoutOrder<Details>,
  waited: number,
): Promise<boolean> {
  const { orders, abandonAfter } = settings
  const { merchantUid } = order
  const payments = await gateway.payments(merchantUid)
  const now = settings.now()
  const settled = foldPayments(order, payments, now)
  const gaveUp = giveUpMove(moved(order, settled), payments, now, abandonAfter)
  const change = { ...settled?.change, ...gaveUp?.change }
  const events = [...(settled?.events ?? []), ...(gaveUp?.events ?? [])]
  const isNews = Object.keys(change).length > 0
  const next = { ...order, ...change }
  const begins = isNews && restartsRhythm(next, now, settings)
  const checkAt = nextCheck(next, now, settings, begins ? 0 : waited)
  const after = await orders.advance(order, { ...change, checkAt }, events, now)
  if (after) return isNews
  // Somebody else moved it meanwhile, and set its time.
  const again = await settleOrder(settings, gateway, { merchantUid })
  return again.result === 'settled' && again.changed
}
