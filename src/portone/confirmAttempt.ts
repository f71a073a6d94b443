import { PaymentError } from '../payment/PaymentError.js'
import { moduleOf } from '../payment/tossModule.js'
import { rememberAttempt, rememberedAttempt } from './attemptMemory.js'
import { type Attempt, type AttemptEnd, anotherWindow, findAttempt, setState } from './attemptStore.js'
import { type AttemptRecord, isAchieved, judgeAttempt } from './judgeAttempt.js'
import { keptEnd } from './keptEnd.js'
import { returnFocus, type Sighting } from './paymentWindow.js'
import { readOutcome, type WindowOutcome } from './readOutcome.js'
import { settleAttempt } from './settleAttempt.js'

/** How often an undecided record is asked for again: a gateway that claimed success deserves more patience. */
const PATIENCE = { done: 4, other: 2 }

type Refused = Extract<WindowOutcome, { said: 'failed' | 'dismissed' }>

function isRefused(claim: WindowOutcome | undefined): claim is Refused {
  return claim?.said === 'failed' || claim?.said === 'dismissed'
}

/**
 * The window answered: callback or return URL. May come late, or twice: a definite end stands, unless an answer claims
 * more than what was known then.
 */
export function hear(from: Attempt, answer: unknown): void {
  const claim = readOutcome(answer)
  const hopeful = !isRefused(claim)
  // The buyer may have pressed again since: a claim of money is about the order, whichever window it comes from.
  const attempt =
    (hopeful && findAttempt(({ order }) => !!order && order.merchantUid === from.order?.merchantUid)) || from
  const { state, claim: before } = attempt
  const { status } = state
  if (isAchieved(state)) return
  const open =
    status === 'idle' ||
    status === 'in-window' ||
    status === 'unconfirmed' ||
    (status === 'confirming' && !before)
  if (!open && !(hopeful && (!before || isRefused(before)))) return
  if (!before || isRefused(before) || claim.said === 'done') attempt.claim = claim
  attempt.stopWatching?.()
  if (claim === attempt.claim && claim.said === 'failed' && claim.beforeWindow) {
    settleAttempt(attempt, refusal(attempt, claim))
  } else confirmAttempt(attempt)
}

function refusal(
  attempt: Attempt,
  claim: Extract<WindowOutcome, { said: 'failed' }>,
  code = claim.code,
): AttemptEnd {
  const { gateway } = claim
  return {
    status: 'failed',
    merchantUid: attempt.order?.merchantUid,
    error: new PaymentError(code, {
      gateway,
      message: __DEV__ && `the gateway said ${gateway.code}: ${gateway.message}`,
    }),
  }
}

/**
 * Asks the merchant's server and settles as it says. Every road ends here: callback, return URL, reload, Back, and the
 * watchdog's sightings. No claim of the browser is ever enough for `paid`, and none for "not paid" either.
 */
export async function confirmAttempt(attempt: Attempt, sighting: Sighting = 'left'): Promise<void> {
  const { order, plan, claim, state } = attempt
  if (!order || (state.status === 'confirming' && attempt.question && sighting !== 'left')) return
  const { merchantUid } = order
  const impUid = claim?.impUid
  const { ask } = plan.registration ?? plan.settings
  const question = ++attempt.question
  if (!plan.registration) attempt.kept ??= keptEnd(merchantUid)?.end
  const quiet = !claim && sighting !== 'left'
  if (!quiet) {
    attempt.stopWatching?.()
    if (claim?.said === 'done') {
      const remembered = rememberedAttempt()
      if (remembered?.merchantUid === merchantUid) rememberAttempt({ ...remembered, claimed: impUid })
    }
    setState(attempt, { status: 'confirming', merchantUid, impUid })
    if (!anotherWindow(attempt)) returnFocus(attempt.opener)
  }
  const judge = (record: AttemptRecord | null) => (record ? judgeAttempt(record, order, attempt) : undefined)
  const enough = (record: AttemptRecord | null) =>
    !!judge(record) || isDeclined(record, claim) || isRefused(claim)
  try {
    const patience = quiet ? 0 : claim && !isRefused(claim) ? PATIENCE.done : PATIENCE.other
    const record = await ask({ merchantUid, impUid }, enough, patience)
    let verdict = judge(record)
    if (impUid && record && record.merchantUid !== merchantUid) {
      // The address or the callback named somebody else's payment: only our own order number counts.
      const own = await ask({ merchantUid }, enough, 0)
      const settled = own && judge(own)
      if (settled && isAchieved(settled)) verdict = settled
    }
    if (question !== attempt.question) return
    // Behind a window that is still open, only money that has moved is worth closing it for.
    const moved =
      verdict?.status === 'paid' ||
      verdict?.status === 'registered' ||
      (verdict?.status === 'failed' && verdict.error.charged === 'yes')
    if (quiet && sighting === 'still-open' && !moved) return
    verdict ??= attempt.kept ?? (await undecided(attempt, record, sighting))
    if (verdict && question === attempt.question) settleAttempt(attempt, verdict)
  } catch (error) {
    if (question !== attempt.question || quiet) return
    const unknown = { status: 'unconfirmed' as const, merchantUid, impUid, error: unsure(error) }
    settleAttempt(attempt, attempt.kept ?? unknown)
  }
}

/** Whatever kept the server from being asked, nothing is known about the money. */
function unsure(error: unknown): PaymentError {
  return error instanceof PaymentError && error.charged === 'unknown'
    ? error
    : new PaymentError('CONFIRM_REJECTED', { cause: error, message: __DEV__ && `${error}` })
}

/** The record says declined, of the payment that the gateway answered about: an earlier try of the order counts for nothing. */
function isDeclined(record: AttemptRecord | null, claim: WindowOutcome | undefined): boolean {
  return record?.status === 'failed' && (!claim?.impUid || claim.impUid === record.impUid)
}

/** The record shows no payment: what the gateway or the watchdog saw decides how to say so. */
async function undecided(
  attempt: Attempt,
  record: AttemptRecord | null,
  sighting: Sighting,
): Promise<AttemptEnd | undefined> {
  const merchantUid = attempt.order?.merchantUid ?? ''
  let { claim } = attempt
  if (record && isDeclined(record, claim) && !isRefused(claim)) {
    claim = readOutcome({ imp_uid: record.impUid, success: false, error_msg: record.failReason })
  }
  if (claim?.said === 'failed') {
    const code = claim.code === 'GATEWAY_SYSTEM' ? await explained(attempt, claim) : claim.code
    return code === 'dismissed' ? { status: code, merchantUid } : refusal(attempt, claim, code)
  }
  if (claim?.said === 'dismissed') return { status: 'dismissed', merchantUid }
  // It claimed success, or ended in a way that cannot be read.
  if (claim) {
    return {
      status: 'unconfirmed',
      merchantUid,
      impUid: claim.impUid,
      error: new PaymentError('CONFIRM_PENDING', {
        message:
          __DEV__ &&
          `the gateway ended "${merchantUid}" without an error, but the server's record is ${record ? record.status : 'missing'}. Do not offer a second payment; ask again, or settle by webhook.`,
      }),
    }
  }
  if (sighting === 'left') return { status: 'dismissed', merchantUid }
  if (sighting === 'never-opened' && !record) {
    return {
      status: 'failed',
      merchantUid,
      error: new PaymentError('WINDOW_NOT_OPENED', {
        message:
          __DEV__ &&
          'the SDK took the request, but no window appeared and the gateway knows no such payment. service.iamport.kr may be blocked, or merchantCode unknown.',
      }),
    }
  }
  // Still open, or opened where it cannot be seen: the buyer is in it.
  return undefined
}

/** The long table of gateway codes is fetched only when something has failed. */
async function explained({ plan }: Attempt, { gateway }: Extract<WindowOutcome, { said: 'failed' }>) {
  try {
    const { explainGatewayCode } = await import('./gatewayCodes.js')
    return explainGatewayCode({
      ...gateway,
      module: moduleOf(plan.options),
      payMethod: plan.options.payMethod,
    })
  } catch {
    return 'GATEWAY_SYSTEM'
  }
}
