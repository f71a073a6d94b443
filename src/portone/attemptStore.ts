import type { BillingKeyOutcome, BillingKeyState } from '../payment/billingKey.js'
import type { Order } from '../payment/order.js'
import type { PaymentOutcome, PaymentState } from '../payment/paymentState.js'
import type { AttemptPlan } from './attempt.js'
import type { WindowOutcome } from './readOutcome.js'

/** Where an attempt stands: paying, or registering a card. */
export type AttemptState = PaymentState | BillingKeyState
export type AttemptEnd = PaymentOutcome | BillingKeyOutcome

/** An order as far as this page knows it: whole after a press, less after a reload, its number alone when another browser came back. */
export type KnownOrder = Pick<Order, 'merchantUid'> & Partial<Order>

/** One try at one order, from the press to a definite end. Lives outside React, so unmounting a view loses nothing. */
export interface Attempt {
  /** The view that started it; none when it was found again after a reload. */
  owner?: object
  plan: AttemptPlan
  /** Known once the order is; without buyer and extras after a reload. */
  order?: KnownOrder
  state: AttemptState
  /** Settles with the first end. A later, better one (`unconfirmed`, then `paid`) reaches the state and the handlers. */
  outcome: Promise<AttemptEnd>
  settle(outcome: AttemptEnd): void
  /**
   * The failure it ended with, when money moved in it or may have: stands until the server says otherwise, and holds up
   * no other order.
   */
  kept?: AttemptEnd
  /** An end that no view has been told yet. */
  untold?: AttemptEnd
  /** What the gateway claimed, if it answered. */
  claim?: WindowOutcome
  /** Where the press came from: focus goes back there when the window closes. */
  opener?: Element | null
  /** When the window was asked for, ms. */
  openedAt?: number
  stopWatching?: () => void
  /** This tab opened no window for it: another browser came back, or the address was written by hand. */
  foreign?: boolean
  /** Picked up on a return page, whose history entry remembers it. */
  returned?: boolean
  /** Counts questions to the server: an older answer never overwrites a newer one. */
  question: number
  /** From 1, in the order they were started on this page. */
  serial: number
}

/** Every attempt of this page, oldest first. */
const attempts: Attempt[] = []
const listeners = new Set<() => void>()
let started = 0

export function subscribeAttempts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let latest: Attempt | undefined

export function setState(attempt: Attempt, state: AttemptState): void {
  attempt.state = state
  latest = attempt
  for (const listener of listeners) listener()
}

export function addAttempt(owner: object | undefined, plan: AttemptPlan): Attempt {
  let settle: Attempt['settle'] = () => {}
  const outcome = new Promise<AttemptEnd>((resolve) => {
    settle = resolve
  })
  const state: AttemptState = { status: 'idle' }
  const attempt: Attempt = { owner, plan, outcome, settle, state, question: 0, serial: ++started }
  attempts.push(attempt)
  return attempt
}

export function dropAttempt(attempt: Attempt): void {
  attempts.splice(attempts.indexOf(attempt), 1)
  if (latest === attempt) latest = undefined
  for (const listener of listeners) listener()
}

/** How many attempts were started on this page so far. */
export function attemptsStarted(): number {
  return started
}

/** The newest attempt that fits. */
export function findAttempt(fits: (attempt: Attempt) => boolean): Attempt | undefined {
  return attempts.findLast(fits)
}

/** Shows an end of an earlier page: it is no news, and only the view of its own order shows it. */
export function recallEnd(attempt: Attempt, end: PaymentOutcome): void {
  attempt.state = end
  for (const listener of listeners) listener()
}

/** The attempt that changed last, until it is dropped: an older end is not news again. */
export function latestAttempt(): Attempt | undefined {
  return latest
}

/** Is another attempt's window open? Then the window and the focus are not this one's to touch. */
export function anotherWindow(attempt: Attempt): boolean {
  return attempts.some((each) => each !== attempt && each.state.status === 'in-window')
}

const inFlight = ['preparing', 'in-window', 'confirming']

export function isInFlight({ state }: Pick<Attempt, 'state'>): boolean {
  return inFlight.includes(state.status)
}

/**
 * The attempt that holds this page's only window: in flight, or without a definite end. An address that anybody may have
 * written holds nothing once the server could not tell.
 */
export function holdingAttempt(): Attempt | undefined {
  return findAttempt(
    (attempt) =>
      !attempt.kept && (isInFlight(attempt) || (attempt.state.status === 'unconfirmed' && !attempt.foreign)),
  )
}
