import type { OrderEvent } from '../orders/orderEvent.js'
import { PortOneError } from '../PortOneError.js'
import { announceRefund } from './announceRefund.js'
import type { GatewayReader } from './gatewayReader.js'
import { heldOf } from './paymentMoney.js'
import { holdsMoney, isSecondOrder } from './secondOrder.js'
import type { SettlementSettings } from './settingsOf.js'
import type { MisfitRefund } from './settlement.types.js'
import { settleOrder } from './settleOrder.js'
import type { RefundCall } from './toRefundCall.js'

/** After so many the order's next events, `paid` among them, wait no longer for this one. */
const MOST_TRIES = 8

/**
 * Gives a payment that does not fit its order back in full, where the policy says so. Safe to repeat: it looks before and
 * after, and `checksum` keeps two from giving twice. Null when the order rests on it by now: then it stays. Should the
 * order come to rest on it at the very moment it is sent, settling afterwards says so. A virtual account needs the buyer's
 * account, so it is left to a person. Throws while money is still held and another try may help.
 */
export async function refundMisfit<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  event: OrderEvent,
): Promise<MisfitRefund | null> {
  const { impUid, merchantUid, happening, attempts } = event
  const { client, mismatch, onError } = settings
  if (mismatch !== 'refund' || impUid === null) return 'not-tried'
  const besides = happening.kind === 'flagged' ? happening.besides : undefined
  const where = `refund of payment ${impUid}, which does not fit order ${merchantUid}`
  try {
    const payment = await gateway.payment(impUid)
    if (!payment || payment.payMethod === 'vbank') return 'not-tried'
    if (!(await isPaidOtherwise())) {
      const what = `order ${besides}, which was paid for the same, holds no money any more`
      onError(new Error(`not given back: ${what}. Order ${merchantUid} is flagged for a person.`), where)
      return 'not-tried'
    }
    const order = await announceRefund(settings, merchantUid, mayGiveBack)
    if (!order) return null
    const held = heldOf(payment)
    const reason = `order ${merchantUid}: ${happening.kind === 'flagged' ? happening.flag : 'flagged'}`
    if (held > 0) await giveBack({ impUid, checksum: held, reason, payMethod: payment.payMethod })
  } catch (thrown) {
    if (attempts + 1 < MOST_TRIES) throw thrown
    onError(thrown, where)
    return 'failed'
  }
  await settleOrder(settings, gateway, { impUid, merchantUid }).catch((thrown) => onError(thrown, where))
  return 'given-back'

  /** Of two orders for the same one is given back; a person may have given back the other. */
  async function isPaidOtherwise(): Promise<boolean> {
    if (besides === undefined) return true
    const other = await settleOrder(settings, gateway, { merchantUid: besides })
    return 'order' in other && holdsMoney(other.order)
  }

  function mayGiveBack(present: { impUid: string | null }): boolean {
    return present.impUid !== impUid || isSecondOrder(event)
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
