'use client'
import type { CardFormMessages } from '../payment/cardFormMessages.js'
import { cardFormKo } from '../payment/cardFormMessages.ko.js'
import { useWords } from './useWords.js'

const fetchEnglish = () => import('../payment/cardFormMessages.en.js').then(({ cardFormEn }) => cardFormEn)

/** The words of the card form in the provider's language. @internal */
export function useCardFormWords(): CardFormMessages {
  return useWords(cardFormKo, fetchEnglish)
}
