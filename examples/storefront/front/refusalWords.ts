import { ApiError } from './api.js'
import { useSpeech } from './language.js'

/** The server's refusals in English; in Korean it says them itself, with the names of the goods. */
const inEnglish: Partial<Record<string, string>> = {
  SOLD_OUT: 'Something in your cart has just sold out. Please look at your cart.',
  PRICE_CHANGED: 'A price has changed. Please reload and check the total.',
  TOO_MANY: 'That is more than one order may have. Please look at your cart.',
  UNKNOWN_GOODS: 'Something in your cart is no longer sold.',
  INVALID_DELIVERY: 'Please check your name, number and address.',
  REFUND_RUNNING: 'A refund for this order is under way. There is no need to ask again.',
  REFUND_UNBOOKED: 'An earlier refund is still being booked. Please try again shortly.',
  REFUND_UNKNOWN: 'The refund was asked for and is being checked. There is no need to ask again.',
  NOTHING_LEFT: 'This was refunded already, or cannot be.',
  ACCOUNT_REQUIRED: 'Please check the bank, the account number and its holder.',
  REFUND_UNSENT: 'The refund could not be asked for. Nothing was refunded; please try again shortly.',
  REFUND_REFUSED: 'The gateway refused the refund. Nothing was refunded.',
}

/** Why the shop said no, in the buyer's language; undefined when it gave no reason for them. */
export function useRefusalWords(): (error: unknown) => string | undefined {
  const { language } = useSpeech()
  return (error) => {
    if (!(error instanceof ApiError)) return undefined
    return language === 'en' ? inEnglish[error.code] : error.buyerMessage
  }
}
