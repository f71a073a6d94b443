import type { PayMethod, TossModule } from './order.js'
import { showGiven } from './showGiven.js'
import { warnDeveloper } from './warnDeveloper.js'

/** Won from which an order can be paid in installments (할부). Source: PortOne V1, 토스페이먼츠 page: 5만원 이상. */
export const installmentMinimum = 50_000

/** Months shown when the merchant lists none: an assumption, the gateway documents only "the PG's own list". */
const usualMonths = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Is this a number of months? Whole, 0 (lump sum) to 99; the upper end is the kit's own guard against typing errors. */
export function isMonths(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100
}

/** What `resolveInstallments` needs to know. */
export interface InstallmentQuestion {
  /** Default `tosspayments`. */
  module?: TossModule
  /** As given to the button. Omitted: the PG's own list, taken here as a lump sum and 2–12 months. */
  cardQuota?: readonly number[]
  /** Hides the lump sum, as given to the button. Default false. */
  onlyInstallment?: boolean
  /** Won. */
  amount: number
  /** Easy pay has rules of its own: KakaoPay stops at 12 months, most others keep the lump sum. Default `card`. */
  payMethod?: PayMethod
  /**
   * A list of one month in the legacy module: `'with-lump-sum'` (default, as PortOne's general page spells it out) or
   * `'alone'` (PortOne's page of 2022: "only 6 months active").
   */
  singleMonth?: 'with-lump-sum' | 'alone'
}

/**
 * The months the payment window will really offer, ascending; 0 is the lump sum (일시불). Under 50,000 won it is always
 * `[0]`. The modules read one list differently:
 *
 * - `uplus`: lump sum plus exactly the listed months.
 * - `tosspayments`: lump sum through the largest listed month, every month in between. With `onlyInstallment` only the
 *   listed months; whether a list with gaps keeps them is documented by the parameter's text alone.
 *
 * In development the console says what buyers will see when the module cannot honour the list.
 * Source: PortOne V1 docs, `display.card_quota` on the general page and both Toss pages.
 *
 * @example resolveInstallments({ module: 'uplus', cardQuota: [3, 5], amount: 109000 }) // [0, 3, 5]
 * @example resolveInstallments({ module: 'tosspayments', cardQuota: [3, 5], amount: 109000 }) // [0, 2, 3, 4, 5]
 */
export function resolveInstallments(question: InstallmentQuestion): number[] {
  const {
    module = 'tosspayments',
    cardQuota,
    onlyInstallment,
    amount,
    payMethod = 'card',
    singleMonth,
  } = question
  const legacy = module === 'uplus'
  const listed = [...new Set(cardQuota ?? usualMonths)]
    .filter((months) => isMonths(months) && months > 1)
    .sort((a, b) => a - b)
  const largest = listed.at(-1)
  // The NaverPay group shows the lump sum beside a single fixed month, whatever was asked for.
  const keepsLumpSum = listed.length === 1 && /^(naverpay|lpay|tosspay|samsung(pay)?)$/.test(payMethod)
  let offered: number[]
  let why: string | false = false
  if (!(amount >= installmentMinimum) || largest === undefined) {
    offered = [0]
    if (__DEV__ && onlyInstallment) why = 'there is no month to offer'
  } else if (keepsLumpSum) {
    offered = [0, ...listed]
    if (__DEV__ && onlyInstallment) why = `${payMethod} keeps the lump sum beside one fixed month`
  } else if (onlyInstallment) {
    offered = listed
    if (__DEV__ && legacy)
      why = 'onlyInstallment is documented for the new module only, so the lump sum may stay'
    else if (__DEV__ && hasGaps(listed))
      why = 'PortOne does not say whether the months between the listed ones stay hidden'
  } else if (legacy) {
    offered = singleMonth === 'alone' && cardQuota?.length === 1 ? listed : [0, ...listed]
  } else {
    offered = [0, ...Array.from({ length: largest - 1 }, (_, index) => index + 2)]
    if (__DEV__ && offered.length > listed.length + 1)
      why = 'the new module offers every month up to the largest'
  }
  if (payMethod === 'kakaopay' && (offered.at(-1) ?? 0) > 12) {
    offered = offered.filter((months) => months <= 12)
    if (__DEV__) why = 'KakaoPay offers at most 12 months'
  }
  if (__DEV__ && why) {
    const seen = offered.map((months) => (months ? `${months}개월` : '일시불')).join(', ')
    const given = `cardQuota ${showGiven(cardQuota)}${onlyInstallment ? ' with onlyInstallment' : ''}, ${module}`
    warnDeveloper(`${given}: ${why}. Buyers will see ${seen}.`)
  }
  return offered
}

/** Do months lie between the listed ones? */
function hasGaps(listed: readonly number[]): boolean {
  return listed.some((months, index) => index > 0 && months !== (listed[index - 1] ?? 0) + 1)
}

/**
 * What a month costs without interest: `monthly` won each, and the rest in the `last` month. A lump sum is one
 * month. Rounded up to a won: a card company may round otherwise, so print it as an estimate.
 *
 * @example monthlyShare(55000, 3) // { monthly: 18334, last: 18332 }
 */
export function monthlyShare(amount: number, months: number): { monthly: number; last: number } {
  const count = months > 1 ? months : 1
  const monthly = Math.ceil(amount / count)
  return { monthly, last: amount - monthly * (count - 1) }
}
