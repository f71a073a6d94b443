'use client'
import { useMemo } from 'react'
import type { CardCompanyCode } from '../payment/cardCompany.js'
import type { InstallmentMessages } from '../payment/componentMessages.js'
import { type InstallmentQuestion, installmentMinimum } from '../payment/installment.js'
import { installmentKo } from '../payment/installmentMessages.ko.js'
import {
  type InstallmentPlan,
  type InterestFreeMonths,
  installmentPlans,
} from '../payment/installmentPlans.js'
import { moduleOf } from '../payment/tossModule.js'
import { formatWon } from '../payment/won.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { type Choice, useChoice } from './useChoice.js'
import { useWords } from './useWords.js'

/** One choice of months, with its text in the buyer's language. */
export interface InstallmentOption extends InstallmentPlan {
  /** "일시불", "3개월". */
  name: string
  /** "월 18,334원", "월 18,334원 (무이자)"; empty for the lump sum. */
  share: string
  /** Both in one line. */
  label: string
}

/** What the months depend on. `module` comes from the provider's channel unless it is given. */
export interface UseInstallmentsOptions extends InstallmentQuestion, Choice<number> {
  /** As given to the button. Marks months only together with `cardCompany`, and never in the legacy module. */
  interestFreeMonths?: InterestFreeMonths
  /** The card company chosen so far, when the page asks for one. */
  cardCompany?: CardCompanyCode | null
}

export interface Installments {
  /** Exactly the months that the gateway will offer; 일시불 first, where there is one. */
  options: readonly InstallmentOption[]
  /** Months chosen: always one of `options`. 0 is the lump sum. */
  value: number
  setValue: (months: number) => void
  selected: InstallmentOption
  /**
   * `lump-sum-only`: nothing to choose, because of the price or the shop; otherwise what is chosen.
   * The first is no error: say `note` and go on.
   */
  status: 'lump-sum-only' | 'lump-sum' | 'installments'
  /**
   * What a buyer should know of the choice: the last month's rest, interest, why there is nothing to choose, and that other
   * months stand in for those chosen before.
   */
  note: string
  /** This component's sentences, in the provider's language. */
  words: InstallmentMessages
}

const english = () => import('../payment/installmentMessages.en.js').then((file) => file.installmentEn)

/**
 * The months a buyer can choose and what each costs, without our look. Months that stop being offered (the price fell
 * under 50,000 won) give way to the first choice, and `onValueChange` is told. Amounts a month are without interest.
 *
 * @example
 * const { options, value, setValue } = useInstallments({ amount: 55_000, cardQuota: [2, 3] })
 */
export function useInstallments(options: UseInstallmentsOptions): Installments {
  const { channel, locale } = useCheckout()
  const words = useWords(installmentKo, english)
  const { amount, cardQuota, onlyInstallment, payMethod, singleMonth, cardCompany } = options
  const module = options.module ?? moduleOf(channel)
  const quota = cardQuota?.join()
  const free = cardCompany ? options.interestFreeMonths?.[cardCompany] : undefined
  const plans = useMemo(
    () =>
      installmentPlans({
        module,
        amount,
        // Remade from its text: a list written in the JSX is a new array on every render.
        cardQuota: quota?.split(',').filter(Boolean).map(Number),
        onlyInstallment,
        payMethod,
        singleMonth,
        ...(cardCompany && { cardCompany, interestFreeMonths: { [cardCompany]: free } }),
      }),
    [module, amount, quota, onlyInstallment, payMethod, singleMonth, cardCompany, free],
  )
  const first = plans[0] as InstallmentPlan
  const [value, setValue, replaced] = useChoice(options, 0, (months) =>
    plans.some((plan) => plan.months === months) ? months : first.months,
  )
  const labelled = plans.map(inWords)
  const selected = labelled.find(({ months }) => months === value) as InstallmentOption
  const lumpSumOnly = plans.length === 1 && !first.months
  return {
    options: labelled,
    value,
    setValue,
    selected,
    status: lumpSumOnly ? 'lump-sum-only' : value ? 'installments' : 'lump-sum',
    note: [replaced && !lumpSumOnly && words.installmentReplaced(selected.name), noteOf(selected)]
      .filter(Boolean)
      .join(' '),
    words,
  }

  function inWords(plan: InstallmentPlan): InstallmentOption {
    const { months, monthly, interestFree } = plan
    if (!months) return { ...plan, name: words.lumpSum, share: '', label: words.lumpSum }
    const name = words.monthsName(months)
    const cost = words.monthlyShare(formatWon(monthly, locale))
    // Brackets: a line may break before them, and leaves no dot behind.
    const share = interestFree ? `${cost} (${words.interestFree})` : cost
    return { ...plan, name, share, label: `${name} · ${share}` }
  }

  function noteOf({ months, monthly, last, interestFree }: InstallmentPlan): string {
    if (!months) {
      if (!lumpSumOnly) return ''
      return amount < installmentMinimum
        ? words.belowMinimum(formatWon(installmentMinimum, locale))
        : words.lumpSumOnly
    }
    const rest = last === monthly ? '' : `${words.lastMonth(formatWon(last, locale))} `
    return rest + (interestFree ? words.interestFreeNote : words.interestExtra)
  }
}
