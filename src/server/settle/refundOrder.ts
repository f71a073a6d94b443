import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { PortOneError } from '../PortOneError.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { announceRefund } from './announceRefund.js'
import { foldPayments } from './foldPayments.js'
import type { GatewayReader } from './gatewayReader.js'
import { moved } from './orderMove.js'
import { SettleError } from './SettleError.js'
import type { SettlementSettings } from './settingsOf.js'
import type { RefundRequest } from './settlement.types.js'
import { applyPayments, settleOrder } from './settleOrder.js'
import { type RefundCall, toRefundCall } from './toRefundCall.js'

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
  const isAsFound = ({ status, cancelAmount }: CheckoutOrder) =>
    status === found.status && cancelAmount === found.cancelAmount
  const order = await announceRefund(settings, merchantUid, isAsFound, found)
  if (!order) throw new SettleError('ORDER_CHANGED', `order "${merchantUid}"`)
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
