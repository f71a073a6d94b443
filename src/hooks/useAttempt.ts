'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { askAgain } from '../portone/attempt.js'
import { forgetAttempt } from '../portone/attemptMemory.js'
import {
  type Attempt,
  type AttemptEnd,
  type AttemptState,
  dropAttempt,
  findAttempt,
  holdingAttempt,
  isInFlight,
  latestAttempt,
  subscribeAttempts,
} from '../portone/attemptStore.js'
import { forgetEnd } from '../portone/keptEnd.js'
import { hearAttempt } from '../portone/settleAttempt.js'

const idle: AttemptState = { status: 'idle' }
const owners = new Set<object>()

/** @internal */
export interface FollowedAttempt {
  /** Who this view is to the attempts it starts. */
  owner: object
  state: AttemptState
  /** The attempt shown. */
  shown(): Attempt | undefined
  /** Asks the server again about an end in which there may be money to explain; nothing otherwise. */
  askAgain(): void
  /** Back to `idle` after a definite end. In flight or unconfirmed it stays: the buyer may have paid. */
  reset(): void
}

/**
 * The attempt a view shows: that of an order, or else the ones it started. `adopts` says which attempt that no view on
 * the page owns (found again after a reload, or its view is gone) is shown too. @internal
 */
export function useAttempt(
  merchantUid: string | undefined,
  adopts: ((attempt: Attempt) => boolean) | undefined,
  told: (outcome: AttemptEnd) => void,
): FollowedAttempt {
  const owner = useRef<{ told: typeof told }>(null)
  owner.current ??= { told }
  const me = owner.current
  const attempt = () =>
    merchantUid === undefined
      ? (findAttempt((each) => each.owner === me) ?? (adopts && orphan(adopts)))
      : findAttempt(({ order }) => order?.merchantUid === merchantUid)
  const state = useSyncExternalStore(
    subscribeAttempts,
    () => attempt()?.state ?? idle,
    () => idle,
  )
  useEffect(() => {
    owners.add(me)
    return () => {
      owners.delete(me)
    }
  }, [me])
  useEffect(() => {
    me.told = told
    const found = state === idle ? undefined : attempt()
    if (!found) return
    hearAttempt(found, (outcome) => me.told(outcome))
    // An end of an earlier page: the shop may have given the money back since.
    if (found.kept && !found.question && found.order?.merchantUid) {
      found.owner = me
      askAgain(found)
    }
  })
  return {
    owner: me,
    state,
    shown: attempt,
    askAgain() {
      const shown = attempt()
      const state = shown?.state
      // Without an order number there is nothing to ask about.
      if (shown && state && 'error' in state && state.error.charged !== 'no' && state.merchantUid)
        askAgain(shown)
    },
    reset() {
      // An older end of the same view must not come to light.
      for (let shown = attempt(); shown && !isInFlight(shown); shown = attempt()) {
        if (shown.state.status === 'unconfirmed') break
        if (shown.kept && shown.order) {
          forgetAttempt(shown.order.merchantUid)
          forgetEnd(shown.order.merchantUid)
        }
        dropAttempt(shown)
      }
    },
  }
}

function orphan(adopts: (attempt: Attempt) => boolean): Attempt | undefined {
  // What holds the page's window matters more than what changed last.
  const found = holdingAttempt() ?? latestAttempt()
  return found && !(found.owner && owners.has(found.owner)) && adopts(found) ? found : undefined
}
