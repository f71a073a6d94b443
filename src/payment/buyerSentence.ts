import { type BuyerSentence, type PaymentError, paymentErrorCodes } from './PaymentError.js'

/** The sentence that tells a buyer of an error, by its name among the messages. */
export function buyerSentence({ code, charged }: Pick<PaymentError, 'code' | 'charged'>): BuyerSentence {
  const { sentence } = paymentErrorCodes[code]
  // An account issued for another amount: nothing was charged yet.
  return charged === 'no' && sentence === 'paidButDiffers' ? 'shopProblem' : sentence
}
