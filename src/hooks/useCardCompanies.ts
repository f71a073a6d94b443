'use client'
import { useState } from 'react'
import { type CardCompany, type CardCompanyCode, resolveCardCompanies } from '../payment/cardCompany.js'
import { cardCompanyKo } from '../payment/cardCompanyMessages.ko.js'
import type { CardCompanyMessages } from '../payment/componentMessages.js'
import { type InterestFreeMonths, interestFreeMax } from '../payment/installmentPlans.js'
import type { CardCompanyFilter, TossModule } from '../payment/order.js'
import { cardMonogram, searchCardCompanies } from '../payment/searchCardCompanies.js'
import { moduleOf } from '../payment/tossModule.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { type Choice, useChoice } from './useChoice.js'
import { useWords } from './useWords.js'

/** A company as the picker shows it. */
export interface CardCompanyOption extends CardCompany {
  /** Its name in the buyer's language. */
  name: string
  /** Letters that stand where a logo would. */
  monogram: string
  /** Months up to which the shop bears the interest; 0 for none. */
  interestFree: number
}

/** What the companies depend on. */
export interface UseCardCompaniesOptions extends Choice<CardCompanyCode | null> {
  /** As given to the button: which companies may pay. Default: all. */
  cardCompanies?: CardCompanyFilter
  /**
   * Companies abroad too (Visa, Mastercard, …). Default: only those that `cardCompanies.only` names, since a card issued
   * in Korea is found under its Korean company.
   */
  overseas?: boolean
  /** As given to the button. Not marked in the legacy module, nor under 50,000 won. */
  interestFreeMonths?: InterestFreeMonths
  /** Won. Without it interest-free months are marked whatever the price. */
  amount?: number
  /** Default: the provider's channel's. */
  module?: TossModule
}

export interface CardCompanies {
  /** What the filter leaves: the companies most cards are of first, the others in the table's order. */
  all: readonly CardCompanyOption[]
  /** Those of `all` that the search finds. */
  found: readonly CardCompanyOption[]
  query: string
  /** Korean, English or initial consonants: `ㅅㅎ` finds 신한카드. */
  setQuery: (query: string) => void
  /** The company chosen, or null. */
  value: CardCompanyCode | null
  setValue: (code: CardCompanyCode | null) => void
  selected: CardCompanyOption | undefined
  status: 'empty' | 'chosen'
  /** This component's sentences, in the provider's language. */
  words: CardCompanyMessages
}

/** 신한, 삼성, 현대, KB국민, 롯데, 하나, 우리, BC, NH농협: nearly every buyer's card is one of theirs. */
const wellKnown = ['366', '365', '367', '381', '368', '374', '041', '361', '371']
const rank = ({ code }: CardCompany) => wellKnown.indexOf(code) + 1 || wellKnown.length + 1

const english = () => import('../payment/cardCompanyMessages.en.js').then((file) => file.cardCompanyEn)

/**
 * The card companies a buyer can choose, with a search, without our look. A company that the filter takes away is no
 * longer chosen, and `onValueChange` is told null. With the months it feeds `cardDirect`: see `useCardDirect`.
 */
export function useCardCompanies(options: UseCardCompaniesOptions = {}): CardCompanies {
  const { channel, locale } = useCheckout()
  const words = useWords(cardCompanyKo, english)
  const [query, setQuery] = useState('')
  const { cardCompanies, overseas, interestFreeMonths, amount, module = moduleOf(channel) } = options
  const all = resolveCardCompanies(cardCompanies)
    .filter((company) => overseas || !company.overseas || cardCompanies?.only)
    .sort((one, other) => rank(one) - rank(other))
    .map((company) => ({
      ...company,
      name: locale === 'en' ? company.nameEn : company.nameKo,
      monogram: cardMonogram(company, locale),
      interestFree: interestFreeMax({ module, amount }, interestFreeMonths, company.code),
    }))
  const offered = (code: CardCompanyCode | null) => (all.some((each) => each.code === code) ? code : null)
  const [value, setValue] = useChoice<CardCompanyCode | null>(options, null, offered)
  return {
    all,
    found: searchCardCompanies(all, query),
    query,
    setQuery,
    value,
    setValue,
    selected: all.find(({ code }) => code === value),
    status: value ? 'chosen' : 'empty',
    words,
  }
}
