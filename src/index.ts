/**
 * React components and hooks for taking payments through Toss Payments by way of PortOne V1.
 * Success is only ever what the merchant's server read back from the gateway.
 */
export { BillingKeyButton, type BillingKeyButtonProps } from './components/BillingKeyButton.js'
export { BillingKeyForm, type BillingKeyFormProps } from './components/BillingKeyForm.js'
export { BillingKeyList, type BillingKeyListProps } from './components/BillingKeyList.js'
export { BillingKeyRegister, type BillingKeyRegisterProps } from './components/BillingKeyRegister.js'
export { CardCompanySelect, type CardCompanySelectProps } from './components/CardCompanySelect.js'
export type { CardConsent } from './components/CardConsents.js'
export type { ChooserProps, NativeDiv } from './components/ChoiceGroup.js'
export { InstallmentSelect, type InstallmentSelectProps } from './components/InstallmentSelect.js'
export { PaymentMethodSelect, type PaymentMethodSelectProps } from './components/PaymentMethodSelect.js'
export { PaymentResult, type PaymentResultProps } from './components/PaymentResult.js'
export { TossCheckoutButton, type TossCheckoutButtonProps } from './components/TossCheckoutButton.js'
export { VirtualAccountPanel, type VirtualAccountPanelProps } from './components/VirtualAccountPanel.js'
export type { Confirm, ConfirmQuery } from './hooks/askServer.js'
export type { BillingKeyQuery, ConfirmBillingKey } from './hooks/billingKeyQuestion.js'
export type { PaymentFact } from './hooks/paymentFacts.js'
export {
  type ServerOptions,
  TossCheckoutProvider,
  type TossCheckoutProviderProps,
} from './hooks/TossCheckoutProvider.js'
export {
  type BillingKeyHandlers,
  type BillingKeyOptions,
  type BillingKeyOrder,
  type BillingKeyOrderSource,
  type BillingKeyRegistration,
  type UseBillingKeyOptions,
  useBillingKey,
} from './hooks/useBillingKey.js'
export {
  type BillingKeyChange,
  type BillingKeys,
  type BillingKeysState,
  useBillingKeys,
} from './hooks/useBillingKeys.js'
export {
  type CardCompanies,
  type CardCompanyOption,
  type UseCardCompaniesOptions,
  useCardCompanies,
} from './hooks/useCardCompanies.js'
export { type CardDirectChoice, type UseCardDirectOptions, useCardDirect } from './hooks/useCardDirect.js'
export {
  type CardForm,
  type CardFormOutcome,
  type CardFormState,
  type UseCardFormOptions,
  useCardForm,
} from './hooks/useCardForm.js'
export type { Choice } from './hooks/useChoice.js'
export {
  type InstallmentOption,
  type Installments,
  type UseInstallmentsOptions,
  useInstallments,
} from './hooks/useInstallments.js'
export {
  type OrderSource,
  type Payment,
  type PaymentHandlers,
  type UsePaymentOptions,
  usePayment,
} from './hooks/usePayment.js'
export {
  type PaymentMethodOption,
  type PaymentMethods,
  type UsePaymentMethodsOptions,
  usePaymentMethods,
} from './hooks/usePaymentMethods.js'
export { type PaymentRedirect, usePaymentRedirect } from './hooks/usePaymentRedirect.js'
export {
  type PaymentResultView,
  type UsePaymentResultOptions,
  usePaymentResult,
} from './hooks/usePaymentResult.js'
export { usePaymentStatus } from './hooks/usePaymentStatus.js'
export {
  type UseVirtualAccountOptions,
  useVirtualAccount,
  type VirtualAccount,
} from './hooks/useVirtualAccount.js'
export { en } from './payment/allMessages.en.js'
export { ko } from './payment/allMessages.ko.js'
export {
  type BillingKeyOutcome,
  type BillingKeyRecord,
  type BillingKeyState,
  mintCustomerUid,
  type Registered,
} from './payment/billingKey.js'
export type { BillingListMessages } from './payment/billingListMessages.js'
export type { BillingMessages } from './payment/billingMessages.js'
export {
  type CardCompany,
  type CardCompanyCode,
  cardCompanies,
  resolveCardCompanies,
} from './payment/cardCompany.js'
export type { CardFormMessages } from './payment/cardFormMessages.js'
export type { CardNameMessages } from './payment/cardNameMessages.js'
export type { CardField, CardFormData, CardProblem } from './payment/checkCardForm.js'
export type * from './payment/componentMessages.js'
export { type InstallmentQuestion, monthlyShare, resolveInstallments } from './payment/installment.js'
export type { InstallmentPlan, InterestFreeMonths } from './payment/installmentPlans.js'
export { formatKst, type TimeLeft } from './payment/koreanTime.js'
export type { Locale, Messages } from './payment/messages.js'
export type * from './payment/order.js'
export {
  type BuyerSentence,
  type GatewayReason,
  PaymentError,
  type PaymentErrorCode,
  paymentErrorCodes,
} from './payment/PaymentError.js'
export { type MethodOptions, paymentOptionsFor } from './payment/paymentOptionsFor.js'
export type { PaymentRecord } from './payment/paymentRecord.js'
export type { PaymentResultStatus, ResultOrder } from './payment/paymentResult.js'
export type {
  InFlight,
  PaymentOutcome,
  PaymentState,
  PaymentStatus,
  Preparing,
} from './payment/paymentState.js'
export type { RegisteredCardMessages } from './payment/registeredCardName.js'
export { resolvePayMethods } from './payment/resolvePayMethods.js'
export type { VirtualAccountStatus } from './payment/virtualAccountStatus.js'
export { formatWon } from './payment/won.js'
export type { CallbackResponse, Iamport, RequestPayParams } from './portone/iamport.types.js'
