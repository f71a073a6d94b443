import { buyerSentence } from '../payment/buyerSentence.js'
import type { PayMethodMessages, PaymentResultMessages } from '../payment/componentMessages.js'
import { formatAmount } from '../payment/formatAmount.js'
import { formatKst } from '../payment/koreanTime.js'
import type { Locale } from '../payment/messages.js'
import type { PaymentResultFacts } from '../payment/paymentResult.js'
import type { PaymentState } from '../payment/paymentState.js'

/** One line of a result: what it is and what it says, both in the buyer's language. */
export interface PaymentFact {
  name:
    | 'amount'
    | 'refunded'
    | 'kept'
    | 'order-name'
    | 'order-number'
    | 'earlier-order-number'
    | 'card'
    | 'months'
    | 'method'
    | 'approval-number'
    | 'paid-at'
  label: string
  value: string
  /** The one that counts: what was paid, and after a refund what comes back, or what is left. */
  main?: true
}

const mainFact = { paid: 'amount', 'partly-refunded': 'kept', refunded: 'refunded' } as const

/**
 * What is worth keeping of a result. Nothing is said about money that no record tells of; the order number stands
 * wherever the buyer may have to ask about it.
 * @internal
 */
export function paymentFacts(
  state: PaymentState,
  { status, merchantUid, payment, refunded, kept }: PaymentResultFacts,
  words: PaymentResultMessages & PayMethodMessages,
  locale: Locale,
  earlierUid?: string,
): PaymentFact[] {
  const facts: PaymentFact[] = []
  const add = (name: PaymentFact['name'], label: string, value: string | null | undefined) => {
    if (value) facts.push({ name, label, value })
  }
  const money = (won: number | undefined) =>
    payment && won !== undefined ? formatAmount(won, payment.currency, locale) : undefined
  const settled = status === 'paid' || status === 'partly-refunded' || status === 'refunded'

  if (settled) {
    add('amount', words.resultAmount, money(payment?.amount))
    add('refunded', words.resultRefundedAmount, money(refunded))
    if (kept) add('kept', words.resultKeptAmount, money(kept))
    for (const fact of facts) if (fact.name === mainFact[status]) fact.main = true
    add('order-name', words.resultOrderName, payment?.name)
  }
  const error = status === 'failed' && state.status === 'failed' ? state.error : undefined
  const untouched = status === 'dismissed' || error?.charged === 'no'
  // The payment in the way is the one to ask about.
  add('earlier-order-number', words.resultEarlierNumber, earlierUid)
  // Where nothing was charged, only who is sent to the shop has something to quote.
  if (!untouched || (error && buyerSentence(error) === 'shopProblem'))
    add('order-number', words.resultOrderNumber, merchantUid)
  if (!settled || !payment) return facts

  const { card, payMethod, paidAt } = payment
  const company = card && words.cardName(card.code, card.name)
  if (company) {
    add('card', words.resultCard, card.number ? `${company} (${card.number})` : company)
  } else {
    add('method', words.resultMethod, words[`method-${payMethod}` as keyof PayMethodMessages])
  }
  if (card) {
    add(
      'months',
      words.resultMonths,
      card.quota > 1 ? words.resultMonthsValue(card.quota) : words.resultLumpSum,
    )
    add('approval-number', words.resultApprovalNumber, card.approvalNumber)
  }
  if (paidAt) add('paid-at', words.resultPaidAt, formatKst(paidAt, locale, true))
  return facts
}
