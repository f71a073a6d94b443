import type { BuyerSentence } from './PaymentError.js'

/** Words of card registration (`useBillingKey`, `<BillingKeyRegister>`). Override one by one with the provider's `messages`. */
export interface BillingMessages extends Record<`card-${BuyerSentence}`, string> {
  /** The button at rest. */
  'card-register': string
  'card-preparing': string
  /** Loading took so long that the browser forgot the press. */
  'card-press-again': string
  'card-in-window': string
  'card-confirming': string
  'card-registered': string
  'card-dismissed': string
  /** The button after a failure that may simply be tried again. */
  'card-retry': string
  /** The button after a failure that may not. */
  'card-failed': string
  /** The button while the result is unknown: it asks again. */
  'card-unconfirmed': string
  /** Stands under the button: registering charges nothing. */
  'card-free': string
}
