'use client'
import { useRef, useSyncExternalStore } from 'react'
import type { PaymentError } from '../payment/PaymentError.js'
import { askAgain } from '../portone/attempt.js'
import { type Attempt, holdingAttempt, subscribeAttempts } from '../portone/attemptStore.js'

/** What became of the payment that another one had to wait for. */
export interface EarlierAttempt {
  merchantUid?: string
  /** `free`: it ended, and no money is in it. `kept`: it ended, and money is, or will be. */
  status: 'running' | 'confirming' | 'unconfirmed' | 'free' | 'kept'
  askAgain(): void
}

/**
 * The payment in whose way a refused one came, as far as this page knows it: what stood in the way when the refusal was
 * first seen, followed to its end.
 * @internal
 */
export function useEarlierAttempt(refusal: PaymentError | undefined): EarlierAttempt | undefined {
  const seen = useRef<{ refusal?: PaymentError; attempt?: Attempt }>({})
  if (seen.current.refusal !== refusal) {
    const waits = refusal && /^(PREVIOUS_UNCONFIRMED|PAYMENT_IN_PROGRESS)$/.test(refusal.code)
    seen.current = { refusal, attempt: waits ? holdingAttempt() : undefined }
  }
  const { attempt } = seen.current
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
