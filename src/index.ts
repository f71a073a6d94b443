/**
 * React components and hooks for taking payments through Toss Payments by way of PortOne V1.
 * Success is only ever what the merchant's server read back from the gateway.
 */
export { TossCheckoutButton, type TossCheckoutButtonProps } from './components/TossCheckoutButton.js'
export type { Confirm, ConfirmQuery } from './hooks/askServer.js'
export {
  type ServerOptions,
  TossCheckoutProvider,
  type TossCheckoutProviderProps,
} from './hooks/TossCheckoutProvider.js'
export {
  type OrderSource,
  type Payment,
  type PaymentHandlers,
  type UsePaymentOptions,
  usePayment,
} from './hooks/usePayment.js'
export { type PaymentRedirect, usePaymentRedirect } from './hooks/usePaymentRedirect.js'
export { usePaymentStatus } from './hooks/usePaymentStatus.js'
export {
  type CardCompany,
  type CardCompanyCode,
  cardCompanies,
  resolveCardCompanies,
} from './payment/cardCompany.js'
export { monthlyShare, resolveInstallments } from './payment/installment.js'
export { en } from './payment/messages.en.js'
export type { Locale, Messages } from './payment/messages.js'
export { ko } from './payment/messages.ko.js'
export type * from './payment/order.js'
export {
  type GatewayReason,
  PaymentError,
  type PaymentErrorCode,
  paymentErrorCodes,
} from './payment/PaymentError.js'
export type { PaymentRecord } from './payment/paymentRecord.js'
export type {
  InFlight,
  PaymentOutcome,
  PaymentState,
  PaymentStatus,
  Preparing,
} from './payment/paymentState.js'
export { formatWon } from './payment/won.js'
export type { CallbackResponse, Iamport, RequestPayParams } from './portone/iamport.types.js'
