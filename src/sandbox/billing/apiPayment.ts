import { openPayment } from '../gateway/openPayment.js'
import type { Channel } from '../gateway/resolveChannel.js'
import { findPayment, type SandboxPayment } from '../gateway/sandboxPayment.js'
import type { SandboxState } from '../store.js'
import type { ChargeOrder } from './chargeOrder.js'

/** A payment that was asked for over REST: `ready`, with a number of its own and no window. */
export function startApiPayment(
  state: SandboxState,
  order: Pick<ChargeOrder, 'params' | 'customData'>,
  channel: Channel,
  at: number,
): SandboxPayment {
  const { params, customData } = order
  const impUid = nextApiImpUid(state, at)
  const merchantUid = params.merchant_uid
  const payment = openPayment({
    params,
    from: { channel: 'pc', sdk: 'new' },
    channel,
    impUid,
    merchantUid,
    // Only a window shows it, and there is none.
    merchantName: '',
    now: at,
  })
  payment.record.channel = 'api'
  payment.record.custom_data = customData
  // Decided from the start: no page may approve or give up what it never showed.
  payment.answer = { imp_uid: impUid, merchant_uid: merchantUid }
  state.payments.push(payment)
  return payment
}

/** `imps_` and 12 digits, never the same twice. */
function nextApiImpUid(state: SandboxState, seconds: number): string {
  state.serial += 1
  const impUid = `imps_${String(seconds % 1e9).padStart(9, '0')}${String(state.serial % 1000).padStart(3, '0')}`
  return findPayment(state, impUid) ? nextApiImpUid(state, seconds + 1) : impUid
}
