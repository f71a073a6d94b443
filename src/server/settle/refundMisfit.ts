import type { OrderEvent } from '../orders/orderEvent.js'
import { PortOneError } from '../PortOneError.js'
import type { GatewayReader } from './gatewayReader.js'
import { heldOf } from './paymentMoney.js'
import type { SettlementSettings } from './settingsOf.js'
import type { MisfitRefund } from './settlement.types.js'
import type { RefundCall } from './toRefundCall.js'

/** After so many the order's next events, `paid` among them, wait no longer for this one. */
const MOST_TRIES = 8

/**
 * Gives a payment that does not fit its order back in full, where the policy says so. Safe to repeat: it looks before and
 * after, and `checksum` keeps two from giving twice. A virtual account needs the buyer's account, so it is left to a
 * person. Throws while money is still held and another try may help.
 */
export async function refundMisfit<Details, Tx>(
  { client, mismatch, onError }: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  { impUid, merchantUid, happening, attempts }: OrderEvent,
): Promise<MisfitRefund> {
  if (mismatch !== 'refund' || impUid === null) return 'not-tried'
  try {
    const payment = await gateway.payment(impUid)
    if (!payment || payment.payMethod === 'vbank') return 'not-tried'
    const held = heldOf(payment)
    if (held === 0) return 'given-back'
    const reason = `order ${merchantUid}: ${happening.kind === 'flagged' ? happening.flag : 'flagged'}`
    await giveBack({ impUid, checksum: held, reason, payMethod: payment.payMethod })
    return 'given-back'
  } catch (thrown) {
    if (!(thrown instanceof PortOneError) || attempts + 1 < MOST_TRIES) throw thrown
    onError(thrown, `refund of payment ${impUid}, which does not fit order ${merchantUid}`)
    return 'failed'
  }

  async function giveBack(request: RefundCall): Promise<void> {
    try {
      await client.cancelPayment(request)
    } catch (thrown) {
      const unsure = thrown instanceof PortOneError && ['UNKNOWN_RESULT', 'REFUSED'].includes(thrown.code)
      const found = unsure ? await gateway.payment(request.impUid) : null
      if (!found || heldOf(found) > 0) throw thrown
    }
  }
}
