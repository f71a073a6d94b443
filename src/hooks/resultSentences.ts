import { buyerSentence } from '../payment/buyerSentence.js'
import type { PaymentResultMessages } from '../payment/componentMessages.js'
import { formatAmount } from '../payment/formatAmount.js'
import type { Locale, Messages } from '../payment/messages.js'
import type { PaymentError } from '../payment/PaymentError.js'
import type { PaymentResultFacts } from '../payment/paymentResult.js'
import type { PaymentState } from '../payment/paymentState.js'
import { stepWord } from '../payment/stepWord.js'
import type { VirtualAccountStatus } from '../payment/virtualAccountStatus.js'
import type { EarlierAttempt } from './useEarlierAttempt.js'
import type { PaymentResultView } from './usePaymentResult.js'

type Sentences = Pick<PaymentResultView, 'tone' | 'title' | 'detail'>

/** What happened, whether money is involved, and what next. @internal */
export function resultSentences(
  state: PaymentState,
  { status, payment, refunded }: PaymentResultFacts,
  words: PaymentResultMessages & Messages,
  locale: Locale,
  earlier?: EarlierAttempt,
  deposit: VirtualAccountStatus = 'waiting',
): Sentences {
  switch (status) {
    case 'idle':
      return { tone: 'neutral', title: '', detail: '' }
    case 'preparing':
    case 'in-window':
      if (state.status === 'preparing' && state.waitingFor === 'press-again') {
        return { tone: 'notice', title: words['press-again'], detail: words.resultPressAgainDetail }
      }
      return { tone: 'busy', title: state.status === 'idle' ? '' : stepWord(state, words), detail: '' }
    case 'confirming':
      return { tone: 'busy', title: words.confirming, detail: words.resultConfirmingDetail }
    case 'paid':
      return { tone: 'success', title: words.paid, detail: '' }
    case 'awaiting-deposit':
      return { tone: 'notice', ...depositSentences(deposit, words) }
    case 'dismissed':
      return { tone: 'neutral', title: words.resultDismissed, detail: words.resultDismissedDetail }
    case 'unconfirmed':
      return {
        tone: 'notice',
        title: words.resultUnconfirmed,
        detail: state.status === 'unconfirmed' ? sentenceOf(state.error, words) : words.checking,
      }
    case 'failed': {
      if (state.status !== 'failed') return { tone: 'danger', title: words.failed, detail: '' }
      const { error } = state
      if (isNotTried(error)) {
        return { tone: 'notice', ...notTriedSentences(error, words, earlier) }
      }
      const untouched = error.charged === 'no'
      return {
        tone: untouched ? 'danger' : 'notice',
        title: untouched ? words.failed : words.resultNeedsCheck,
        detail: sentenceOf(error, words),
      }
    }
    case 'partly-refunded':
    case 'refunded': {
      if (refunded === undefined || !payment) {
        return { tone: 'notice', title: words.resultRefundedSome, detail: words.refunded }
      }
      const amount = formatAmount(refunded, payment.currency, locale)
      return {
        tone: 'neutral',
        title: status === 'refunded' ? words.resultRefunded : words.resultPartlyRefunded(amount),
        detail: words.resultRefundTiming,
      }
    }
    case 'revoked':
      return { tone: 'notice', title: words.resultRevoked, detail: words.resultRevokedDetail }
    default:
      return status satisfies never
  }
}

/** What is in the way, and what the buyer can do about it on this page. */
function notTriedSentences(
  error: PaymentError,
  words: PaymentResultMessages & Messages,
  earlier: EarlierAttempt | undefined,
): Pick<Sentences, 'title' | 'detail'> {
  if (earlier?.status === 'kept') return { title: words.resultNotPaid, detail: words.resultEarlierKept }
  if (earlier?.status === 'free') return { title: words.resultNotPaid, detail: words.resultEarlierFree }
  const detail = sentenceOf(error, words)
  if (error.code === 'PAYMENT_IN_ANOTHER_TAB') return { title: words.resultInAnotherTab, detail }
  if (error.code === 'PAYMENT_IN_PROGRESS') return { title: words.resultNotPaid, detail }
  // Its sentence says to ask again, which needs an attempt to ask about.
  return { title: words.resultEarlierUnknown, detail: earlier ? detail : words.resultEarlierLost }
}

/** The account's own panel says what to do now; never does a title ask for money that must not be sent any more. */
function depositSentences(
  deposit: VirtualAccountStatus,
  words: PaymentResultMessages,
): Pick<Sentences, 'title' | 'detail'> {
  switch (deposit) {
    case 'expired':
      return { title: words.resultDepositExpired, detail: '' }
    case 'revoked':
      return { title: words.resultRevoked, detail: '' }
    case 'mismatch':
      return { title: words.resultNeedsCheck, detail: '' }
    default:
      return { title: words.resultDeposit, detail: words.resultDepositDetail }
  }
}

/** An error that was kept or made by hand may not carry its sentence. */
function sentenceOf(error: PaymentError, words: Messages): string {
  return error.buyerMessage || words[buyerSentence(error)]
}

/** Refused before anything was tried, because another payment is in the way: the buyer is not to pay here now. @internal */
export function isNotTried({ code }: PaymentError): boolean {
  return /^(PAYMENT_IN_PROGRESS|PAYMENT_IN_ANOTHER_TAB|PREVIOUS_UNCONFIRMED)$/.test(code)
}
