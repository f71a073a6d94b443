import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { PortOneError } from '../PortOneError.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { foldPayments } from './foldPayments.js'
import type { GatewayReader } from './gatewayReader.js'
import { moved } from './orderMove.js'
import { SettleError } from './SettleError.js'
import type { SettlementSettings } from './settingsOf.js'
import type { RefundRequest } from './settlement.types.js'
import { applyPayments, settleOrder } from './settleOrder.js'
import { type RefundCall, toRefundCall } from './toRefundCall.js'

const MOST_ROUNDS = 8
/** ms until the sweep looks what became of a refund that nobody finished writing down. */
const LOOK_AGAIN = 60_000

/** Gives money back and settles. `checksum` is what our order says is left, so of two that ask at once one is refused. */
export async function refundOrder<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  request: RefundRequest,
): Promise<CheckoutOrder<Details>> {
  const { merchantUid } = request
  const found = await settings.orders.find(merchantUid)
  if (!found) throw new SettleError('NO_ORDER', `order "${merchantUid}"`)
  const call = toRefundCall(found, request)
  const order = await announce(settings, found)
  const payment = await send(settings, gateway, order, call)
  // From here on the money is on its way: whatever goes wrong now must not look like a refund that failed.
  try {
    const applied = await applyPayments(settings, order, [payment])
    if (applied) return applied.order
    const settled = await settleOrder(settings, gateway, { merchantUid })
    if (settled.result === 'settled') return settled.order
  } catch (thrown) {
    settings.onError(thrown, `refund of order ${merchantUid}, which went through`)
  }
  return moved(order, foldPayments(order, [payment], settings.now()))
}

/** Has the sweep look at the order, before anything is sent: a refund does not depend on this process living on. */
async function announce<Details, Tx>(
  { orders, now }: SettlementSettings<Details, Tx>,
  found: CheckoutOrder<Details>,
): Promise<CheckoutOrder<Details>> {
  const { merchantUid, status, cancelAmount } = found
  let order: CheckoutOrder<Details> | null = found
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (order?.status !== status || order.cancelAmount !== cancelAmount) {
      throw new SettleError('ORDER_CHANGED', `order "${merchantUid}"`)
    }
    const present = now()
    const checkAt = new Date(present.getTime() + LOOK_AGAIN)
    const announced = await orders.advance(order, { checkAt }, [], present)
    if (announced) return announced
    order = await orders.find(merchantUid)
  }
  throw new SettleError('CONTENDED', `order "${merchantUid}"`)
}

/** The payment as it is after the refund. Raises what `cancelPayment` raises, once it was looked up what became of it. */
async function send<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  { merchantUid, amount, cancelAmount }: CheckoutOrder<Details>,
  call: RefundCall,
): Promise<Payment> {
  try {
    return await settings.client.cancelPayment(call)
  } catch (thrown) {
    if (!(thrown instanceof PortOneError)) throw thrown
    if (thrown.code === 'UNKNOWN_RESULT') {
      const found = await gateway.payment(call.impUid).catch(() => null)
      const wanted = call.amount === undefined ? amount : cancelAmount + call.amount
      if (found && found.cancelAmount >= wanted) return found
    }
    if (thrown.code === 'REFUSED') {
      // What we believed is left may be old: somebody refunded in the console, or a moment before.
      await settleOrder(settings, gateway, { merchantUid }).catch((error) =>
        settings.onError(error, `refund of order ${merchantUid}`),
      )
    }
    throw thrown
  }
}
