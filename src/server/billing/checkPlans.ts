import { showGiven } from '../../payment/showGiven.js'
import { isWon } from '../../payment/won.js'
import type { SubscriptionPlan } from './subscription.js'

const currencies = ['KRW', 'USD', 'EUR', 'JPY']
const unprintable = /[\p{Cc}\p{Cs}]/u
const LONGEST_MONTHS = 120
const LONGEST_DAYS = 3_660

/** Raises `TypeError` for a plan that cannot be charged: better when the server starts than on the first of the month. */
export function checkPlans(plans: Readonly<Record<string, SubscriptionPlan>>): void {
  for (const [key, plan] of Object.entries(plans)) checkPlan(key, plan)
}

function checkPlan(
  key: string,
  { id, name, amount, taxFree = 0, currency = 'KRW', every }: SubscriptionPlan,
): void {
  const refuse = (field: string, given: unknown, allowed: string) =>
    new TypeError(`createBilling: plans.${key}: ${field} is ${showGiven(given)}; ${allowed}.`)
  if (id !== key || !id || id.length > 80) {
    throw refuse('id', id, `the plan's own key, 1 to 80 characters, is allowed`)
  }
  if (typeof name !== 'string' || !name.trim() || [...name].length > 40 || unprintable.test(name)) {
    throw refuse('name', name, '1 to 40 characters without control characters are allowed')
  }
  if (!isWon(amount) || amount === 0) throw refuse('amount', amount, 'a whole number above 0 is allowed')
  if (!isWon(taxFree) || taxFree > amount) {
    throw refuse('taxFree', taxFree, `a whole number from 0 to the amount, ${amount}, is allowed`)
  }
  if (!currencies.includes(currency))
    throw refuse('currency', currency, `${currencies.join(', ')} are allowed`)
  const { months, days } = every ?? {}
  const one =
    months === undefined ? isCount(days, LONGEST_DAYS) : days === undefined && isCount(months, LONGEST_MONTHS)
  if (!one) {
    throw refuse(
      'every',
      every,
      `{months: 1 to ${LONGEST_MONTHS}} or {days: 1 to ${LONGEST_DAYS}} is allowed`,
    )
  }
}

function isCount(given: unknown, most: number): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 1 && (given as number) <= most
}
