import type { GatewayReason, PaymentErrorCode } from '../payment/PaymentError.js'

/** What a refusal means to the kit. `dismissed`: the buyer gave up, which is no error. */
export type Refusal = PaymentErrorCode | 'dismissed'

/**
 * The meaning of a refusal as far as it can be told without the long table of `gatewayCodes.ts`: an order number that
 * may have been charged before, giving up (no gateway has a flag for it), and PortOne's own codes.
 */
export function classifyRefusal({ code, message }: GatewayReason): Refusal | undefined {
  const said = `${code} ${message}`
  // PortOne calls it a set-up error; but no buyer may be told "nothing was charged" about a used order number.
  if (/^F1002|이미 (승인|결제)/.test(said)) return 'ALREADY_PAID'
  if (/(USER|PROCESS)_CANCEL|결제포기|^(?=.*취소).*사용자/s.test(said)) return 'dismissed'
  if (/^F400.*URL/s.test(said)) return 'REDIRECT_URL_REQUIRED'
  return /^(F[45]00|F1001|NOT_READY) /.test(said) ? 'GATEWAY_CONFIGURATION' : undefined
}
