'use client'
import { useState } from 'react'
import type { CardCompanyCode } from '../payment/cardCompany.js'
import type { InterestFreeMonths } from '../payment/installmentPlans.js'
import type { CardCompanyFilter, CardDirect, TossModule } from '../payment/order.js'
import type { UseCardCompaniesOptions } from './useCardCompanies.js'
import type { UseInstallmentsOptions } from './useInstallments.js'

/** What both choices depend on. */
export interface UseCardDirectOptions {
  /** Won. */
  amount: number
  /** As given to the button. */
  cardQuota?: readonly number[]
  onlyInstallment?: boolean
  cardCompanies?: CardCompanyFilter
  interestFreeMonths?: InterestFreeMonths
  /** Default: the provider's channel's. */
  module?: TossModule
}

export interface CardDirectChoice {
  /** For `<CardCompanySelect {...companyProps}>`, or `useCardCompanies`. */
  companyProps: UseCardCompaniesOptions
  /** For `<InstallmentSelect {...installmentProps}>`, or `useInstallments`. Both have to be on the page. */
  installmentProps: UseInstallmentsOptions
  /** For the button; undefined until a company is chosen, and the window then asks for everything itself. */
  cardDirect: CardDirect | undefined
}

/**
 * Holds a company and its months for `cardDirect`, which opens one company's own window. There the gateway never asks
 * for months (omitted they are a lump sum), so the page has to. Until a company is chosen the months count for nothing: show
 * them after it.
 *
 * @example
 * const card = useCardDirect({ amount: order.amount, cardQuota: [2, 3, 6] })
 * <CardCompanySelect {...card.companyProps} />
 * <InstallmentSelect {...card.installmentProps} />
 * <TossCheckoutButton order={order} cardDirect={card.cardDirect} />
 */
export function useCardDirect(options: UseCardDirectOptions): CardDirectChoice {
  const { amount, cardQuota, onlyInstallment, cardCompanies, interestFreeMonths, module } = options
  const [code, setCode] = useState<CardCompanyCode | null>(null)
  const [quota, setQuota] = useState(0)
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
    cardDirect: code ? { code, quota } : undefined,
  }
}
