import type { ComponentMessages } from './componentMessages.js'
import type { BuyerSentence } from './PaymentError.js'

/** Languages that come with the kit. */
export type Locale = 'ko' | 'en'

/**
 * Every sentence a buyer reads. Override one by one with the provider's `messages`. Those that only one component says
 * may be missing, because each component brings its own; a whole language of yours is a `Required<Messages>`.
 */
export interface Messages extends Record<BuyerSentence, string>, Partial<ComponentMessages> {
  /** The button at rest; `price` is formatted for the language ("55,000원"). */
  pay: (price: string) => string
  /** The button at rest where `payMethod` is `vbank`: an account is issued by it, and nothing paid yet. */
  'pay-vbank': (price: string) => string
  preparing: string
  /** Loading took so long that the browser forgot the press. */
  'press-again': string
  'in-window': string
  confirming: string
  paid: string
  'awaiting-deposit': string
  dismissed: string
  /** The button after a failure that may simply be tried again. */
  retry: string
  /** The button after a failure that may not. */
  failed: string
  /** The button after a failure in which money moved, or may have. */
  'needs-check': string
  /** The button while the result is unknown: it asks again, it never pays again. */
  unconfirmed: string
}
