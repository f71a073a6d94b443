import type { OrderEvent } from '../orders/orderEvent.js'
import { PortOneError } from '../PortOneError.js'
import type { GatewayReader } from './gatewayReader.js'
import { heldOf } from './paymentMoney.js'
import type { SettlementSettings } from './settingsOf.js'

/**
 * Gives a payment that does not fit its order back in full. Safe to repeat: it looks before and after, and `checksum`
 * keeps two from giving twice. A virtual account needs the buyer's account, so it is left to a person. Throws while money
 * is still held.
 */
export async function refundMisfit<Details, Tx>(
  { client }: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  { impUid, merchantUid, happening }: OrderEvent,
): Promise<void> {
  const payment = impUid === null ? null : await gateway.payment(impUid)
  if (!payment || payment.payMethod === 'vbank') return
  const held = heldOf(payment)
  if (held === 0) return
  const { payMethod } = payment
  const flag = happening.kind === 'flagged' ? happening.flag : 'flagged'
  try {
    const reason = `order ${merchantUid}: ${flag}`
    await client.cancelPayment({ impUid: payment.impUid, checksum: held, reason, payMethod })
  } catch (thrown) {
    const unsure = thrown instanceof PortOneError && ['UNKNOWN_RESULT', 'REFUSED'].includes(thrown.code)
    const found = unsure ? await gateway.payment(payment.impUid) : payment
    if (!found || heldOf(found) > 0) throw thrown
  }
}
