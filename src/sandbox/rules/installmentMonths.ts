import type { RequestPayParams } from '../../portone/iamport.types.js'
import type { SandboxModule } from '../sandbox.types.js'

/** Installments exist from this price on, in won (PortOne V1 docs). */
export const INSTALLMENT_FLOOR = 50_000

const LUMP_SUM = 0
const pgDefault = [LUMP_SUM, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const alwaysWithLumpSum = ['naverpay', 'lpay', 'tosspay', 'samsungpay']

/**
 * Months the window offers, ascending; 0 is a lump sum. The legacy module: lump sum plus exactly the listed months.
 * The new one: lump sum through the largest. `only_installment` leaves the listed months alone in both (documented for
 * the new module; the legacy one is read the same way). An empty rest is a lump sum, so that the buyer can pay at all.
 */
export function installmentMonths(
  module: SandboxModule,
  payMethod: string,
  amount: number,
  display: RequestPayParams['display'],
): number[] {
  if (amount < INSTALLMENT_FLOOR) return [LUMP_SUM]
  const listed = display?.card_quota
  const largest = payMethod === 'kakaopay' ? 12 : Number.POSITIVE_INFINITY
  const wanted = (listed ?? pgDefault).filter((months) => months >= 2 && months <= largest)
  const all = listed && module === 'tosspayments' && !display?.only_installment ? upTo(wanted) : wanted
  const hideLumpSum = display?.only_installment === true && !alwaysWithLumpSum.includes(payMethod)
  const months = [...new Set(hideLumpSum ? all : [LUMP_SUM, ...all])].sort((a, b) => a - b)
  return months.length ? months : [LUMP_SUM]
}

/** False for anything but a missing list or a list of whole, non-negative months. */
export function isMonthList(listed: unknown): boolean {
  return listed === undefined || (Array.isArray(listed) && listed.every(isMonths))
}

/** A whole number of months, 0 and 1 being a lump sum. More than 36 is the sandbox's own limit. */
export function isMonths(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 36
}

function upTo(wanted: number[]): number[] {
  const largest = Math.max(1, ...wanted)
  return Array.from({ length: largest - 1 }, (_, index) => index + 2)
}
