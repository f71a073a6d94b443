'use client'
import type { BillingMessages } from '../payment/billingMessages.js'
import { billingKo } from '../payment/billingMessages.ko.js'
import { useWords } from './useWords.js'

const fetchEnglish = () => import('../payment/billingMessages.en.js').then(({ billingEn }) => billingEn)

/** The words of card registration in the provider's language. @internal */
export function useBillingWords(): BillingMessages {
  return useWords(billingKo, fetchEnglish)
}
