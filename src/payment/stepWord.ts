import type { Messages } from './messages.js'
import type { PaymentState } from './paymentState.js'

/** In few words, where an attempt stands. */
export function stepWord(state: Exclude<PaymentState, { status: 'idle' }>, messages: Messages): string {
  const { status } = state
  return messages[status === 'preparing' && state.waitingFor === 'press-again' ? 'press-again' : status]
}
