import type { PaymentErrorCode } from '../payment/PaymentError.js'
export function explainGatewayCode(_: unknown): PaymentErrorCode | 'dismissed' {
  return 'GATEWAY_SYSTEM'
}
