'use client'
import type { PayMethodMessages, PaymentResultMessages } from '../payment/componentMessages.js'
import type { Messages } from '../payment/messages.js'
import { payMethodKo } from '../payment/payMethodMessages.ko.js'
import type { PaymentRecord } from '../payment/paymentRecord.js'
import { type PaymentResultStatus, paymentResultOf, type ResultOrder } from '../payment/paymentResult.js'
import { paymentResultKo } from '../payment/paymentResultMessages.ko.js'
import type { PaymentState } from '../payment/paymentState.js'
import { settledDeposit, type VirtualAccountStatus } from '../payment/virtualAccountStatus.js'
import { type PaymentFact, paymentFacts } from './paymentFacts.js'
import { isNotTried, resultSentences } from './resultSentences.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useDeadline } from './useDeadline.js'
import { useEarlierAttempt } from './useEarlierAttempt.js'
import { usePaymentStatus } from './usePaymentStatus.js'
import { useWords } from './useWords.js'

export interface UsePaymentResultOptions {
  /** Where the attempt stands: from `usePayment`, `usePaymentRedirect`, or an outcome that was kept. */
  state: PaymentState
  /**
   * What the server says of the order today, where the page has asked: an order view's `record`. Shows a later deposit
   * or refund; ignored when it is another order's.
   */
  record?: PaymentRecord | null
  /** The order as it was to be paid. Needed only where the state carries no payment and `record` says paid. */
  order?: ResultOrder
}

export interface PaymentResultView {
  status: PaymentResultStatus
  /** How it should look: `busy` while it goes on, `notice` where the buyer has something to do or know. */
  tone: 'busy' | 'success' | 'notice' | 'danger' | 'neutral'
  /** What happened. */
  title: string
  /** Is money involved, and what next. Empty where the title and the facts say it. */
  detail: string
  /** How the deposit stands, while `status` is `awaiting-deposit`. */
  deposit?: VirtualAccountStatus
  /** Amounts, numbers and times worth keeping, with their labels. */
  facts: readonly PaymentFact[]
  /** The record behind it. */
  payment?: PaymentRecord
  /** Only an https address; anything else a record may hold is left out. */
  receiptUrl?: string
  /**
   * May the buyer pay again? Never where money moved or may have, nor while another payment is in the way
   * (`PAYMENT_IN_PROGRESS`, `PREVIOUS_UNCONFIRMED`: until that one ended without money; `PAYMENT_IN_ANOTHER_TAB`).
   */
  canRetry: boolean
  /** Is there something to ask the server again: an unknown result, or a failure with money in it? */
  canAskAgain: boolean
  /** The payment in the way, where that one's result is unknown: it can be asked about from here. */
  earlier?: { asking: boolean; askAgain: () => void }
  /** This component's sentences and the provider's, in the provider's language. */
  words: PaymentResultMessages & PayMethodMessages & Messages
}

const english = () => import('../payment/paymentResultMessages.en.js').then((file) => file.paymentResultEn)
const englishMethods = () => import('../payment/payMethodMessages.en.js').then((file) => file.payMethodEn)

/**
 * How a payment ended, in words, without our look. While a deposit is awaited it hears what `useVirtualAccount` is told
 * and turns to `paid` with it. The gateway's own text is never among the words: on a phone it comes from the address,
 * where anybody may have written it.
 */
export function usePaymentResult({ state, record, order }: UsePaymentResultOptions): PaymentResultView {
  const { locale, messages } = useCheckout()
  const own = useWords(paymentResultKo, english)
  const methods = useWords(payMethodKo, englishMethods)
  const awaiting = state.status === 'awaiting-deposit'
  const issued = awaiting ? state.payment : undefined
  // The panel asks again and again; here its answers are only heard.
  const { data } = usePaymentStatus(issued?.merchantUid, {
    interval: Number.POSITIVE_INFINITY,
  })
  const failed = state.status === 'failed' ? state.error : undefined
  const earlier = useEarlierAttempt(failed)
  const later = record ?? (issued && data)
  const result = paymentResultOf(state, later, order)
  const settled = issued && settledDeposit(later ?? issued, issued)
  const { passed } = useDeadline(settled ? undefined : issued?.virtualAccount?.dueAt)
  const deposit = settled ?? (passed ? 'expired' : 'waiting')
  const words = { ...messages, ...methods, ...own }
  const receipt = result.payment?.receiptUrl
  return {
    status: result.status,
    ...resultSentences(state, result, words, locale, earlier, deposit),
    deposit: result.status === 'awaiting-deposit' ? deposit : undefined,
    facts: paymentFacts(state, result, words, locale, earlier?.merchantUid),
    payment: result.payment,
    receiptUrl: receipt && /^https:\/\//i.test(receipt) ? receipt : undefined,
    canRetry:
      result.status === 'dismissed' ||
      (result.status === 'failed' &&
        !!failed?.retryable &&
        failed.charged === 'no' &&
        (!isNotTried(failed) || earlier?.status === 'free')),
    canAskAgain:
      result.status === 'unconfirmed' ||
      (result.status === 'failed' && failed?.charged !== 'no' && !!result.merchantUid),
    earlier:
      earlier && /confirm/.test(earlier.status)
        ? { asking: earlier.status === 'confirming', askAgain: earlier.askAgain }
        : undefined,
    words,
  }
}
