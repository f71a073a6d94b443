/**
 * The merchant's server: PortOne's REST API V1. Holds the API secret: in a browser bundle it throws as soon as it loads.
 *
 * @packageDocumentation
 */
export { BillingError, type BillingErrorCode, billingErrorCodes } from './billing/BillingError.js'
export type { Billing, BillingOptions, RetryPolicy, SubscriptionHandler } from './billing/billing.types.js'
export { createBilling } from './billing/createBilling.js'
export { memorySubscriptionStore } from './billing/memorySubscriptionStore.js'
export { pgliteSubscriptionStore } from './billing/pgliteSubscriptionStore.js'
export { postgresSubscriptionStore } from './billing/postgresSubscriptionStore.js'
export {
  type BillingKeyOrderAnswer,
  type BillingRouteError,
  type BillingRoutes,
  type BillingRoutesOptions,
  billingRouteErrorCodes,
  type SubscriptionView,
} from './billing/routes/billingRoutes.types.js'
export { createBillingRoutes } from './billing/routes/createBillingRoutes.js'
export type { SubscriptionChange, SubscriptionStore } from './billing/SubscriptionStore.js'
export type { SqlSubscriptionStore, SqlSubscriptionStoreOptions } from './billing/sql/sqlSubscriptionStore.js'
export type {
  StoredCard,
  Subscription,
  SubscriptionPlan,
  SubscriptionStatus,
} from './billing/subscription.js'
export type { CheckoutOrder, NewOrder, OrderChange, OrderFlag, OrderStatus } from './orders/checkoutOrder.js'
export { memoryOrderStore } from './orders/memoryOrderStore.js'
export type {
  Deliveries,
  DeliveryOptions,
  OrderQuery,
  OrderStore,
  UndoneDelivery,
} from './orders/OrderStore.js'
export { OrderStoreError, type OrderStoreErrorCode } from './orders/OrderStoreError.js'
export type { NewOrderEvent, OrderEvent, OrderHappening } from './orders/orderEvent.js'
export { pgliteOrderStore } from './orders/pgliteOrderStore.js'
export { postgresOrderStore } from './orders/postgresOrderStore.js'
export type { SqlOrderStore, SqlOrderStoreOptions } from './orders/sql/sqlOrderStore.js'
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
export type {
  BillingKey,
  BillingKeyCard,
  BillingKeyHolder,
  CardBillingKey,
  FailedChannel,
  SuperBillingKey,
} from './rest/subscribe/billingKey.types.js'
export type { CardData, NoCardData } from './rest/subscribe/cardData.js'
export type { ChargeOperations } from './rest/subscribe/chargeOperations.js'
export type {
  ChargeDetails,
  KeyChargeDetails,
  PayAgainRequest,
  PayOnetimeRequest,
  ScheduledCharge,
} from './rest/subscribe/chargeRequest.types.js'
export type {
  CustomerOperations,
  DeleteCustomerOptions,
  FoundCustomers,
} from './rest/subscribe/customerOperations.js'
export type { IssueCustomerRequest } from './rest/subscribe/issueCustomer.js'
export type { NewScheduleTime } from './rest/subscribe/moveSchedule.js'
export type { Schedule, ScheduleQuery, ScheduleStatusName } from './rest/subscribe/schedule.types.js'
export type { ListSchedulesQuery, ScheduleOperations } from './rest/subscribe/scheduleOperations.js'
export type { SchedulePaymentsRequest } from './rest/subscribe/schedulePayments.js'
export type { SubscribeOperations } from './rest/subscribe/subscribeOperations.js'
export type { UnscheduleTarget } from './rest/subscribe/unschedulePayments.js'
export type { VbankOperations, VbankRequest } from './rest/vbanks/vbankOperations.js'
export { portOneAddresses } from './routes/callerGuards.js'
export type {
  CheckoutRoutes,
  CheckoutRoutesOptions,
  ConfirmAnswer,
  OrderAnswer,
  OrderView,
  PricedOrder,
  RouteError,
  RouteErrorCode,
} from './routes/checkoutRoutes.types.js'
export { createCheckoutRoutes } from './routes/createCheckoutRoutes.js'
export { OrderRefused } from './routes/OrderRefused.js'
export { routeErrorCodes } from './routes/routeErrorCodes.js'
export { createSettlement } from './settle/createSettlement.js'
export { SettleError, type SettleErrorCode } from './settle/SettleError.js'
export type {
  HandlerContext,
  MisfitRefund,
  OrderHandlers,
  RefundRequest,
  Settled,
  Settlement,
  SettlementOptions,
  SettleTarget,
  Swept,
} from './settle/settlement.types.js'
export type { PGliteDatabase } from './sql/pgliteDatabase.js'
export type { PostgresConnection, PostgresPool } from './sql/postgresDatabase.js'
export type { SqlTransaction } from './sql/sqlDatabase.js'
export { toPaymentRecord } from './toPaymentRecord.js'
