import { useSyncExternalStore } from 'react'
import type { PaymentState } from 'react-toss-checkout'
import { findAttempt, subscribeAttempts } from '../../src/portone/attemptStore.js'

const idle: PaymentState = { status: 'idle' }

/** The state of an attempt whose order is still being made: it has no order number to be followed by. */
export function useOrderInMaking(): PaymentState {
  return useSyncExternalStore(subscribeAttempts, () => {
    const attempt = findAttempt(() => true)
    return attempt && !attempt.order ? (attempt.state as PaymentState) : idle
  })
}
