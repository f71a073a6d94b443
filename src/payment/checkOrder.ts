import { checkOptionForms } from './checkOptionForms.js'
import { checkOptions } from './checkOptions.js'
import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { isText } from './plainData.js'
import { orRefuse, refuseUnless } from './refuseUnless.js'
import { warnAboutPayment } from './warnAboutPayment.js'
import { isWon } from './won.js'

/** Where the window is about to open. */
export interface PaymentPlace {
  /** Will the window take the whole page, so that only `redirectUrl` brings the buyer back? */
  phone: boolean
  /** The provider's, when the options have none. */
  redirectUrl?: string
}

/**
 * Checks an order and its options before any window opens, by the rules the types state and those they cannot. Takes
 * anything and throws nothing but `PaymentError`; what only a developer should know is a console warning in
 * development. Null counts as left out, as orders often come from a server as JSON.
 */
export function checkPayment(
  order: Order,
  options: PaymentOptions & Partial<BillingOptions>,
  { phone, redirectUrl }: PaymentPlace,
): void {
  orRefuse(
    () => {
      refuseUnless(order, 'ORDER_UNAVAILABLE')
      const given = options ?? {}
      const { merchantUid, name, amount, taxFree } = order
      refuseUnless(isText(merchantUid, 40), 'INVALID_MERCHANT_UID')
      refuseUnless(isText(name), 'INVALID_NAME')
      refuseUnless(isWon(amount) && (amount || given.customerUid != null), 'INVALID_AMOUNT')
      refuseUnless(isWon(taxFree ?? 0) && (taxFree ?? 0) <= amount, 'INVALID_AMOUNT')
      checkOptions(order, given)
      refuseUnless(!phone || given.redirectUrl || redirectUrl, 'REDIRECT_URL_REQUIRED')
      if (__DEV__) {
        checkOptionForms(order, given)
        warnAboutPayment(order, given)
      }
    },
    order,
    options,
  )
}
