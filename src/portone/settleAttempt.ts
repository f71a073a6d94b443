import type { PaymentOutcome } from '../payment/paymentState.js'
import { dropLease } from './attemptLease.js'
import { forgetAttempt } from './attemptMemory.js'
import { type Attempt, type AttemptEnd, anotherWindow, setState } from './attemptStore.js'
import { forgetEnd, keepEnd } from './keptEnd.js'
import { hidePaymentWindow, returnFocus } from './paymentWindow.js'
import { noteReturnTold } from './returnUrl.js'

/** Ends an attempt and tells everyone once. Only `unconfirmed` may be followed by another end. */
export function settleAttempt(attempt: Attempt, outcome: AttemptEnd): void {
  const { order, plan, state } = attempt
  attempt.stopWatching?.()
  if ((state.status === 'in-window' || state.status === 'confirming') && !anotherWindow(attempt)) {
    hidePaymentWindow()
    returnFocus(attempt.opener)
  }
  if ('error' in outcome) {
    outcome.error.buyerMessage = (plan.registration ?? plan.settings).sentence(outcome.error)
    // What the gateway said is the buyer's business; the rest is the developer's.
    if (__DEV__ && !outcome.error.gateway) console.warn(outcome.error)
  }
  const moved = outcome.status === 'failed' && outcome.error.charged !== 'no'
  if (order && outcome.status !== 'unconfirmed') {
    if (moved) {
      // An address that anybody may have written, or a card's registration, says nothing about an order's money.
      if (!attempt.foreign && !plan.registration) keepEnd(order, outcome.error)
    } else {
      forgetAttempt(order.merchantUid)
      if (attempt.kept) forgetEnd(order.merchantUid)
    }
    dropLease(order.merchantUid, !plan.order)
  }
  attempt.kept = moved ? outcome : undefined
  setState(attempt, outcome)
  attempt.settle(outcome)
  tell(attempt, outcome)
}

function tell(attempt: Attempt, outcome: AttemptEnd): void {
  const { settings, told, registration } = attempt.plan
  attempt.untold = told ? undefined : outcome
  if (told) tellView(attempt, outcome, told)
  if (!registration) tellOne(attempt, outcome, (end) => settings.settled(end as PaymentOutcome))
}

function tellView(attempt: Attempt, outcome: AttemptEnd, told: (outcome: AttemptEnd) => void): void {
  // Before the view is told: what it does may leave the page. A card is subscribed with once, not with every reload.
  if (attempt.returned && outcome.status === 'registered') noteReturnTold()
  tellOne(attempt, outcome, told)
}

function tellOne({ plan }: Attempt, outcome: AttemptEnd, listener: (outcome: AttemptEnd) => void): void {
  try {
    listener(outcome)
  } catch (error) {
    // In its own turn: `onError` may throw as well, and must not keep the others from being told.
    queueMicrotask(() => plan.settings.threw(error))
  }
}

/** A view that shows an attempt found after a reload hears its end, even one that came before the view. */
export function hearAttempt(attempt: Attempt, told: (outcome: AttemptEnd) => void): void {
  if (attempt.plan.told) return
  attempt.plan.told = told
  const { untold } = attempt
  attempt.untold = undefined
  if (untold) tellView(attempt, untold, told)
}
