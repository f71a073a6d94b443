import type { BillingOptions, Order, PaymentOptions } from '../payment/order.js'
import { PaymentError, type PaymentErrorCode } from '../payment/PaymentError.js'
import type { PaymentOutcome } from '../payment/paymentState.js'
import { advanceAttempt, failAttempt } from './advanceAttempt.js'
import {
  type Attempt,
  type AttemptEnd,
  addAttempt,
  dropAttempt,
  findAttempt,
  holdingAttempt,
  isInFlight,
} from './attemptStore.js'
import { confirmAttempt } from './confirmAttempt.js'
import { type AskServer, isAchieved, type Registration } from './judgeAttempt.js'
import type { SdkSettings } from './loadIamport.js'
import { paymentWindowVisible } from './paymentWindow.js'
import { settleAttempt } from './settleAttempt.js'

/** What every attempt under one provider shares. Read when needed, so it is always the newest. */
export interface AttemptSettings extends SdkSettings {
  redirectUrl?: string
  ask: AskServer
  /** Raises `INVALID_PROVIDER` when there would be no server to ask. */
  check(): void
  /** The buyer's sentence for an error, in the provider's language. */
  sentence(error: PaymentError): string
  /** Every end of a payment on this page. */
  settled(outcome: PaymentOutcome): void
  /** A handler of the merchant's threw. */
  threw(error: unknown): void
}

export type AttemptOptions = PaymentOptions & Partial<BillingOptions>

/** What a press asks for. An attempt keeps the plan it started with. */
export interface AttemptPlan {
  /** None for an attempt found again after a reload. */
  order?: Order | (() => Promise<Order>)
  /** The order is made for this press, here or a moment before: nobody else knows its number. */
  isMade?: boolean
  options: AttemptOptions
  settings: AttemptSettings
  /** Registers a card instead of paying. */
  registration?: Registration
  /** The attempt that the pressed view shows, whoever started it: what it says was paid is not paid again. */
  follows?: Attempt
  /** Told each end once. */
  told?: (outcome: AttemptEnd) => void
}

/** ms in which a second press is a nervous finger, not a question. */
const REPEATED_PRESS = 3_000

/**
 * Starts paying, or hands back what already runs. Takes the page's only lock before anything is awaited, so a
 * same-tick double click reaches the gateway once.
 */
export function startAttempt(owner: object, plan: AttemptPlan): Promise<AttemptEnd> {
  const wanted = typeof plan.order === 'function' ? undefined : plan.order?.merchantUid
  const same = (attempt: Attempt) =>
    wanted === undefined
      ? attempt.owner === owner || attempt === plan.follows
      : attempt.order?.merchantUid === wanted
  // An order that is paid, has an account to deposit into, or may have been charged is never taken to a window again.
  const ended = findAttempt(same)
  if (ended && isAchieved(ended.state)) return Promise.resolve(ended.state as AttemptEnd)
  if (ended?.kept) return isInFlight(ended) ? ended.outcome : askAgain(ended)
  const holding = holdingAttempt()
  if (holding) {
    const { state } = holding
    const waiting = state.status === 'preparing' && state.waitingFor === 'press-again'
    // An order that waits for its second press is opened by its own press only: another view makes an order of its own.
    const isOthers = waiting && wanted === undefined && holding.owner !== owner
    if (same(holding) && !isOthers) {
      if (waiting) advanceAttempt(holding, true)
      else if (state.status === 'unconfirmed') return askAgain(holding)
      else if (state.status === 'in-window' && windowLost(holding)) confirmAttempt(holding)
      return holding.outcome
    }
    if (state.status === 'unconfirmed') {
      confirmAttempt(holding)
      return refuse(owner, plan, 'PREVIOUS_UNCONFIRMED', holding)
    }
    if (!waiting) return refuse(owner, plan, 'PAYMENT_IN_PROGRESS', holding)
    settleAttempt(holding, { status: 'dismissed', merchantUid: holding.order?.merchantUid ?? '' })
  }
  if (ended) dropAttempt(ended)
  const attempt = addAttempt(owner, plan)
  attempt.opener = document.activeElement
  advanceAttempt(attempt, true)
  return attempt.outcome
}

/** Asks the server once more about an attempt without a definite end. */
export function askAgain(attempt: Attempt): Promise<AttemptEnd> {
  return confirmAttempt(attempt).then(() =>
    isInFlight(attempt) ? attempt.outcome : (attempt.state as AttemptEnd),
  )
}

/** The buyer reached the button again, so no window is in the way: it was closed where the kit could not see it. */
function windowLost({ openedAt = 0 }: Attempt): boolean {
  return !paymentWindowVisible() && Date.now() - openedAt > REPEATED_PRESS
}

/** A press that may not pay now: told to the one who pressed, with the running attempt left alone. */
function refuse(
  owner: object,
  plan: AttemptPlan,
  code: PaymentErrorCode,
  holding: Attempt,
): Promise<AttemptEnd> {
  const attempt = addAttempt(owner, plan)
  if (typeof plan.order !== 'function') attempt.order = plan.order
  const message =
    __DEV__ &&
    `order "${holding.order?.merchantUid ?? '(being made)'}" is ${holding.state.status} on this page. One payment window at a time: the SDK silently drops the others. Wait for its end.`
  const refusal = new PaymentError(code, { message })
  obstacles.set(refusal, holding)
  failAttempt(attempt, refusal)
  return attempt.outcome
}

const obstacles = new WeakMap<PaymentError, Attempt>()

/** The attempt in whose way a refused press came. */
export function obstacleOf(refusal: PaymentError): Attempt | undefined {
  return obstacles.get(refusal)
}
