import { PaymentError } from '../payment/PaymentError.js'
import type { AttemptOptions, AttemptSettings } from './attempt.js'
import { type RememberedAttempt, rememberedAttempt } from './attemptMemory.js'
import {
  type Attempt,
  addAttempt,
  findAttempt,
  holdingAttempt,
  isInFlight,
  recallEnd,
} from './attemptStore.js'
import { confirmAttempt, hear } from './confirmAttempt.js'
import type { Registration } from './judgeAttempt.js'
import { keptEnds } from './keptEnd.js'
import { readOutcome } from './readOutcome.js'
import { isReturn, takeReturn } from './returnUrl.js'
import { settleAttempt } from './settleAttempt.js'

/** How a registration goes on; `customerUid` is missing when another browser came back. */
export type Registering = (customerUid: string | undefined) => Registration

/**
 * Goes on with an attempt that a reload, Back or a closed tab cut off: asks the server what became of it. A return
 * page is left to `usePaymentRedirect`, which knows more; a card's registration to the hook that brings it along.
 */
export function resumeAttempt(settings: AttemptSettings, registering?: Registering): void {
  if (!registering) recallEnds(settings)
  const remembered = rememberedAttempt()
  if (!remembered || holdingAttempt() || isReturn()) return
  if (isOtherKind(remembered, registering)) return
  const registration = registering?.(remembered.customerUid)
  const known = findAttempt(({ order }) => order?.merchantUid === remembered.merchantUid)
  // Asked about already: by a view of its order, or by the return page.
  if (known?.question) return
  const attempt = known ?? addAttempt(undefined, { options: optionsOf(remembered), settings, registration })
  attempt.order = remembered
  attempt.claim = claimOf(remembered)
  confirmAttempt(attempt)
}

/** Failures with money in them, of this tab and others: shown where their orders are, and asked about when they are. */
function recallEnds(settings: AttemptSettings): void {
  for (const { order, end } of keptEnds()) {
    if (findAttempt((each) => each.order?.merchantUid === order.merchantUid)) continue
    const attempt = addAttempt(undefined, { options: optionsOf(undefined), settings })
    attempt.order = order
    attempt.kept = end
    end.error.buyerMessage = settings.sentence(end.error)
    recallEnd(attempt, end)
  }
}

/**
 * Picks up the payment this page was returned to for, once however many ask. The address is the buyer's to edit: it
 * only says what to ask the server about. An order this tab does not remember (another browser came back) is asked
 * about all the same.
 */
export function resumeReturn(settings: AttemptSettings, registering?: Registering): Attempt | undefined {
  const remembered = rememberedAttempt()
  if (remembered && isOtherKind(remembered, registering)) return undefined
  const returned = takeReturn()
  if (!returned) return undefined
  const { params, orders, told } = returned
  const { merchantUid: named } = readOutcome(params)
  const ours = orders.find((order) => !named || order.merchantUid === named)
  if (ours && isOtherKind(ours, registering)) return undefined
  // An empty number where nothing says which order it was.
  const merchantUid = named ?? ours?.merchantUid ?? ''
  const known = findAttempt(({ order }) => order?.merchantUid === merchantUid)
  if (known) {
    if (!known.claim && isInFlight(known)) hear(known, params)
    return known
  }
  const registration = registering?.(ours?.customerUid)
  const attempt = addAttempt(undefined, {
    ...{ options: optionsOf(ours), settings, registration },
    ...(registration && told && { told: () => {} }),
  })
  attempt.order = ours ?? { merchantUid }
  attempt.foreign = !ours
  attempt.returned = true
  attempt.claim = claimOf(ours)
  if (merchantUid) hear(attempt, params)
  else settleAttempt(attempt, { status: 'failed', error: new PaymentError('RETURN_UNREADABLE') })
  return attempt
}

/** A card's registration is never gone on with as a payment, nor the other way round. */
function isOtherKind({ customerUid }: RememberedAttempt, registering: Registering | undefined): boolean {
  return (customerUid == null) === !!registering
}

function claimOf(remembered: RememberedAttempt | undefined): Attempt['claim'] {
  return remembered?.claimed ? { said: 'done', impUid: remembered.claimed } : undefined
}

function optionsOf(remembered: RememberedAttempt | undefined): AttemptOptions {
  const { payMethod, module, customerUid } = remembered ?? {}
  return { payMethod, module, customerUid } as AttemptOptions
}
