import type {
  CardPayment,
  OtherPayment,
  PayMethod,
  PaymentOptions,
  PhonePayment,
  TransferPayment,
  VbankPayment,
} from './order.js'

/** What a page offers with each method, besides the method itself. */
export interface MethodOptions {
  card?: Omit<CardPayment, 'payMethod'>
  trans?: Omit<TransferPayment, 'payMethod'>
  vbank?: Omit<VbankPayment, 'payMethod'>
  /** Carrier billing needs `digital`; without it a press is refused with `DIGITAL_REQUIRED`. */
  phone?: Omit<PhonePayment, 'payMethod'>
  /** Easy pay and gift certificates. */
  other?: Omit<OtherPayment, 'payMethod'>
}

/**
 * The button's options for the method a buyer chose: that method's own, and none of the others', which the gateway would
 * refuse.
 *
 * @example
 * <TossCheckoutButton order={order} {...paymentOptionsFor(method, { card: { cardDirect }, phone: { digital: false } })} />
 */
export function paymentOptionsFor(payMethod: PayMethod, options: MethodOptions = {}): PaymentOptions {
  const known = ['card', 'trans', 'vbank', 'phone'] as const
  const own = known.find((method) => method === payMethod) ?? 'other'
  // Each entry of MethodOptions belongs to its method, which the compiler cannot follow through a variable.
  return { ...options[own], payMethod } as PaymentOptions
}
