import { PaymentError } from '../payment/PaymentError.js'
import type { AttemptOptions, AttemptSettings } from './attempt.js'
import { type RememberedAttempt, rememberedAttempt } from './attemptMemory.js'
import { type Attempt, addAttempt, findAttempt, holdingAttempt, isInFlight } from './attemptStore.js'
import { confirmAttempt, hear } from './confirmAttempt.js'
import { readOutcome } from './readOutcome.js'
import { isReturn, takeReturn } from './returnUrl.js'
import { settleAttempt } from './settleAttempt.js'

/**
 * Goes on with an attempt that a reload, Back or a closed tab cut off: asks the server what became of it. A return
 * page is left to `usePaymentRedirect`, which knows more.
 */
export function resumeAttempt(settings: AttemptSettings): void {
  const remembered = rememberedAttempt()
  if (!remembered || holdingAttempt() || isReturn()) return
  const attempt = addAttempt(undefined, { options: optionsOf(remembered), settings })
  attempt.order = remembered
  if (remembered.claimed) attempt.claim = { said: 'done', impUid: remembered.claimed }
  confirmAttempt(attempt)
}

/**
 * Picks up the payment this page was returned to for, once however many ask. The address is the buyer's to edit: it
 * only says what to ask the server about. An order this tab does not remember (another browser came back) is asked
 * about all the same.
 */
export function resumeReturn(settings: AttemptSettings): Attempt | undefined {
  const params = takeReturn()
  if (!params) return undefined
  const claim = readOutcome(params)
  const remembered = rememberedAttempt()
  const merchantUid = claim.merchantUid ?? remembered?.merchantUid
  const known = findAttempt(({ order }) => !!order && order.merchantUid === merchantUid)
  if (known) {
    if (!known.claim && isInFlight(known)) hear(known, params)
    return known
  }
  const ours = remembered?.merchantUid === merchantUid ? remembered : undefined
  const attempt = addAttempt(undefined, { options: optionsOf(ours), settings })
  if (!merchantUid) {
    settleAttempt(attempt, { status: 'failed', error: new PaymentError('RETURN_UNREADABLE') })
    return attempt
  }
  attempt.order = ours ?? { merchantUid }
  hear(attempt, params)
  return attempt
}

function optionsOf(remembered: RememberedAttempt | undefined): AttemptOptions {
  return { payMethod: remembered?.payMethod, module: remembered?.module } as AttemptOptions
}
