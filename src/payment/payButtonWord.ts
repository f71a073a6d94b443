import type { Locale, Messages } from './messages.js'
import type { Order, PayMethod } from './order.js'
import type { PaymentState } from './paymentState.js'
import { stepWord } from './stepWord.js'
import { formatWon } from './won.js'

/** What the paying button says: what pressing does, or what is happening. @internal */
export function payButtonWord(
  state: PaymentState,
  order: Order | undefined,
  messages: Messages,
  locale: Locale,
  payMethod: PayMethod | undefined,
): string {
  const { status } = state
  if (status === 'failed') {
    const { retryable, charged, code } = state.error
    // An earlier payment may be paid: nobody is invited to pay "again".
    if (code !== 'PREVIOUS_UNCONFIRMED')
      return messages[retryable ? 'retry' : charged === 'no' ? status : 'needs-check']
  } else if (status !== 'idle' && status !== 'dismissed') return stepWord(state, messages)
  return messages[payMethod === 'vbank' ? 'pay-vbank' : 'pay'](
    order && (order.currency ?? 'KRW') === 'KRW' ? formatWon(order.amount, locale) : '',
  ).trim()
}
