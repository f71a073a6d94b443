import { en, ko, type PaymentRecord } from 'react-toss-checkout'
import { useSpeech } from './language.js'

/** How it was paid, in the kit's words: the card company, or else the method. */
export function useMethodName(): (record: Pick<PaymentRecord, 'card' | 'payMethod'>) => string {
  const { language } = useSpeech()
  const words = language === 'en' ? en : ko
  return ({ card, payMethod }) =>
    // A method the kit has no word for keeps the gateway's.
    (card && words.cardName(card.code, card.name)) ||
    (words[`method-${payMethod}` as 'method-card'] ?? payMethod)
}
