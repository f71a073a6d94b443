'use client'
import { useSyncExternalStore } from 'react'
import type { PaymentError } from '../payment/PaymentError.js'
import { askAgain, obstacleOf } from '../portone/attempt.js'
import { type Attempt, subscribeAttempts } from '../portone/attemptStore.js'

/** What became of the payment that another one had to wait for. */
export interface EarlierAttempt {
  merchantUid?: string
  /** `free`: it ended, and no money is in it. `kept`: it ended, and money is, or will be. */
  status: 'running' | 'confirming' | 'unconfirmed' | 'free' | 'kept'
  askAgain(): void
}

/**
 * The payment in whose way a refused one came, followed to its end.
 * @internal
 */
export function useEarlierAttempt(refusal: PaymentError | undefined): EarlierAttempt | undefined {
  const attempt = refusal && obstacleOf(refusal)
  const state = useSyncExternalStore(
    subscribeAttempts,
    () => attempt?.state,
    () => undefined,
  )
  if (!attempt || !state) return undefined
  return {
    merchantUid: attempt.order?.merchantUid,
    status: statusOf(state),
    askAgain: () => void askAgain(attempt),
  }
}

function statusOf(state: Attempt['state']): EarlierAttempt['status'] {
  switch (state.status) {
    case 'confirming':
    case 'unconfirmed':
      return state.status
    case 'dismissed':
    case 'registered':
      return 'free'
    case 'failed':
      return state.error.charged === 'no' ? 'free' : 'kept'
    case 'paid':
    case 'awaiting-deposit':
      return 'kept'
    default:
      return 'running'
  }
}
