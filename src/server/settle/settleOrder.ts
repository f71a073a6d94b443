import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { byWeight, foldPayments } from './foldPayments.js'
import type { GatewayReader } from './gatewayReader.js'
import { nextCheck } from './nextCheck.js'
import { moved } from './orderMove.js'
import { SettleError } from './SettleError.js'
import type { SettlementSettings } from './settingsOf.js'
import type { Settled, SettleTarget } from './settlement.types.js'

/** One of the others won every time; each of its wins leaves less to do, so more rounds would not help. */
const MOST_ROUNDS = 8

/**
 * Settles by order number or by payment number. The gateway is always asked after the order was read, so that
 * compare-and-set also refuses an answer older than the order; an order that never changed cannot be newer than any answer.
 */
export async function settleOrder<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  target: SettleTarget,
): Promise<Settled<Details>> {
  const { impUid } = target
  let { merchantUid } = target
  let early: Payment | null = null
  if (merchantUid === undefined && impUid !== undefined) {
    early = await gateway.payment(impUid)
    if (!early) return { result: 'unknown-payment' }
    merchantUid = early.merchantUid
  }
  const isGuess = impUid !== undefined && !early
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const order = await settings.orders.find(merchantUid ?? '')
    if (!order) return isGuess ? settleOrder(settings, gateway, { impUid }) : { result: 'no-order' }
    const payments: Payment[] =
      impUid === undefined
        ? await gateway.payments(order.merchantUid)
        : early && round === 0 && order.version === 1
          ? [early]
          : await onePayment(gateway, impUid)
    const [payment] = byWeight(order, payments)
    if (!payment) return impUid ? { result: 'unknown-payment' } : { result: 'no-payment', order }
    if (isGuess && payment.merchantUid !== order.merchantUid)
      return settleOrder(settings, gateway, { impUid })
    const settled = await applyPayments(settings, order, payments)
    if (settled) return { result: 'settled', payment: shown(settled.order, payments) ?? payment, ...settled }
  }
  throw new SettleError('CONTENDED', `order "${merchantUid}"`)
}

/** Moves the order as these payments say; null when it has changed since it was read. */
export async function applyPayments<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  order: CheckoutOrder<Details>,
  payments: readonly Payment[],
): Promise<{ order: CheckoutOrder<Details>; changed: boolean } | null> {
  const present = settings.now()
  const move = foldPayments(order, payments, present)
  if (!move) return { order, changed: false }
  const changes = Object.keys(move.change).length > 0
  const checkAt = nextCheck(moved(order, move), present, settings)
  const change = changes ? { ...move.change, checkAt } : {}
  const after = await settings.orders.advance(order, change, move.events, present)
  return after && { order: after, changed: changes }
}

async function onePayment(gateway: GatewayReader, impUid: string): Promise<Payment[]> {
  const payment = await gateway.payment(impUid)
  return payment ? [payment] : []
}

function shown(order: CheckoutOrder, payments: readonly Payment[]): Payment | undefined {
  return payments.find(({ impUid }) => impUid === order.impUid)
}
