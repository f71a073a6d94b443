import type { CardCompanyCode } from './cardCompany.js'
import {
  type InstallmentQuestion,
  installmentMinimum,
  monthlyShare,
  resolveInstallments,
} from './installment.js'

/** Merchant-borne interest-free maximum, months by card company: `{'366': 5}`. As given to the button. */
export type InterestFreeMonths = Readonly<Partial<Record<CardCompanyCode, number>>>

/** One way to divide a price. */
export interface InstallmentPlan {
  /** 0 is the lump sum (일시불). */
  months: number
  /** Won each month without interest; for the lump sum the whole price. */
  monthly: number
  /** Won in the last month: what the division leaves. */
  last: number
  /** Does the shop bear the interest of these months at the chosen card company? */
  interestFree: boolean
}

/** What `installmentPlans` needs to know. */
export interface PlanQuestion extends InstallmentQuestion {
  interestFreeMonths?: InterestFreeMonths
  /** The company chosen so far. Without one no month is called interest-free: the buyer may yet choose another. */
  cardCompany?: CardCompanyCode | null
}

/**
 * The months of `resolveInstallments` with what each costs a month. `interestFreeMonths` counts in the new module only;
 * the legacy one has no such thing.
 */
export function installmentPlans(question: PlanQuestion): InstallmentPlan[] {
  const { amount, cardCompany, interestFreeMonths } = question
  const free = cardCompany ? interestFreeMax(question, interestFreeMonths, cardCompany) : 0
  return resolveInstallments(question).map((months) => ({
    months,
    ...monthlyShare(amount, months),
    interestFree: months > 1 && months <= free,
  }))
}

/** Up to how many months a company's installments are interest-free; 0 for none, also under 50,000 won. */
export function interestFreeMax(
  { module, amount = installmentMinimum }: Pick<InstallmentQuestion, 'module'> & { amount?: number },
  interestFreeMonths: InterestFreeMonths | undefined,
  code: CardCompanyCode,
): number {
  const months = interestFreeMonths?.[code] ?? 0
  return module === 'uplus' || amount < installmentMinimum || months < 2 ? 0 : months
}
