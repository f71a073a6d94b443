/**
 * The merchant's server: PortOne's REST API V1. Holds the API secret, so a browser bundle that imports it is refused.
 *
 * @packageDocumentation
 */
export { type GatewayAnswer, PortOneError, type PortOneErrorDetails } from './PortOneError.js'
export { type PortOneErrorCode, portOneErrorCodes } from './portOneErrorCodes.js'
export type { PortOneClientOptions } from './rest/clientSettings.js'
export type { CodeOperations, StandardCode } from './rest/codes/codeOperations.js'
export { createPortOneClient } from './rest/createPortOneClient.js'
export type {
  EscrowItem,
  EscrowLogis,
  EscrowLogisRequest,
  EscrowParcel,
  EscrowParty,
  EscrowSender,
} from './rest/escrow/escrowLogis.types.js'
export type { EscrowOperations } from './rest/escrow/escrowOperations.js'
export type { CancelOperations } from './rest/payments/cancelOperations.js'
export type { CancelRequest, CancelTarget, RefundAccount } from './rest/payments/cancelRequest.js'
export type { FoundPayments, PaymentIds } from './rest/payments/getPayments.js'
export type {
  FindAllPaymentsQuery,
  FindPaymentQuery,
  LookupOperations,
  PaymentSorting,
  PaymentsByStatusQuery,
} from './rest/payments/lookupOperations.js'
export type {
  Payment,
  PaymentCancel,
  PaymentPage,
  PaymentStatusName,
  VbankDeposit,
} from './rest/payments/payment.types.js'
export type { BalancePart, BalanceParts, PaymentBalance } from './rest/payments/paymentBalance.js'
export type { PreparedPayment, PrepareOperations, PrepareRequest } from './rest/payments/prepareOperations.js'
export type { PortOneClient } from './rest/portOneClient.types.js'
export type { Receipt } from './rest/receipts/receipt.js'
export type { ReceiptOperations, ReceiptRequest } from './rest/receipts/receiptOperations.js'
export type { VbankOperations, VbankRequest } from './rest/vbanks/vbankOperations.js'
export { toPaymentRecord } from './toPaymentRecord.js'
