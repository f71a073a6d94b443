'use client'
import { useState } from 'react'
import type { CardCompanyCode } from '../payment/cardCompany.js'
import type { InterestFreeMonths } from '../payment/installmentPlans.js'
import type { CardCompanyFilter, CardDirect, CardPayment, TossModule } from '../payment/order.js'
import { moduleOf } from '../payment/tossModule.js'
import { useChannel } from './TossCheckoutProvider.js'
import type { UseCardCompaniesOptions } from './useCardCompanies.js'
import type { UseInstallmentsOptions } from './useInstallments.js'

/** What both choices depend on. */
export interface UseCardDirectOptions {
  /** Won. */
  amount: number
  /** Months to offer, as the button takes them. Default: the PG's own list. */
  cardQuota?: readonly number[]
  /** Hides the lump sum (new module). Default false. */
  onlyInstallment?: boolean
  /** Which companies may pay. Default: all. */
  cardCompanies?: CardCompanyFilter
  /** Months up to which the shop bears the interest, by company. New module only: the legacy one is neither promised nor told any. */
  interestFreeMonths?: InterestFreeMonths
  /** Default: the provider's channel's. */
  module?: TossModule
}

export interface CardDirectChoice {
  /** For `<CardCompanySelect {...companyProps}>`, or `useCardCompanies`. */
  companyProps: UseCardCompaniesOptions
  /** For `<InstallmentSelect {...installmentProps}>`, or `useInstallments`. Both have to be on the page. */
  installmentProps: UseInstallmentsOptions
  /** The choice alone; undefined until a company is chosen, and the window then asks for everything itself. */
  cardDirect: CardDirect | undefined
  /**
   * For the button: the choice, and the rules under which it was offered, so that the window keeps what the page
   * promised (months, companies, interest), with a company and without one.
   */
  cardOptions: Pick<
    CardPayment,
    'cardQuota' | 'onlyInstallment' | 'cardCompanies' | 'interestFreeMonths' | 'cardDirect'
  >
}

/**
 * Holds a company and its months for `cardDirect`, which opens one company's own window. There the gateway never asks
 * for months (omitted they are a lump sum), so the page has to. Until a company is chosen the months count for nothing: show
 * them after it.
 *
 * @example
 * const card = useCardDirect({ amount: order.amount, cardQuota: [2, 3, 4, 5, 6], interestFreeMonths: { '366': 3 } })
 * <CardCompanySelect {...card.companyProps} />
 * {card.cardDirect && <InstallmentSelect {...card.installmentProps} />}
 * <TossCheckoutButton order={order} {...card.cardOptions} />
 */
export function useCardDirect(options: UseCardDirectOptions): CardDirectChoice {
  const { amount, cardQuota, onlyInstallment, cardCompanies, interestFreeMonths, module } = options
  const legacy = (module ?? moduleOf(useChannel())) === 'uplus'
  const [code, setCode] = useState<CardCompanyCode | null>(null)
  const [quota, setQuota] = useState(0)
  const cardDirect = code ? { code, quota } : undefined
  return {
    companyProps: {
      cardCompanies,
      interestFreeMonths,
      amount,
      module,
      value: code,
      onValueChange: setCode,
    },
    installmentProps: {
      amount,
      cardQuota,
      onlyInstallment,
      interestFreeMonths,
      module,
      cardCompany: code,
      value: quota,
      onValueChange: setQuota,
    },
    cardDirect,
    cardOptions: {
      cardQuota,
      onlyInstallment,
      cardCompanies,
      // The legacy module has no such thing, and refuses to be told.
      interestFreeMonths: legacy ? undefined : interestFreeMonths,
      cardDirect,
    },
  }
}
