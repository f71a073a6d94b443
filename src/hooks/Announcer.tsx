'use client'
import { type CSSProperties, type ReactNode, useSyncExternalStore } from 'react'
import type { Messages } from '../payment/messages.js'
import type { PaymentState } from '../payment/paymentState.js'
import { stepWord } from '../payment/stepWord.js'
import type { AttemptSettings } from '../portone/attempt.js'
import { type Attempt, latestAttempt, subscribeAttempts } from '../portone/attemptStore.js'

const unseen: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

/** One live region per provider: steps politely, failures at once. It stands before there is anything to say. */
export function Announcer({
  settings,
  messages,
}: {
  settings: AttemptSettings
  messages: Messages
}): ReactNode {
  const latest = () => {
    const attempt = latestAttempt()
    return attempt?.plan.settings === settings ? attempt : undefined
  }
  const state = useSyncExternalStore(
    subscribeAttempts,
    () => latest()?.state,
    () => undefined,
  )
  const failed = state && 'error' in state
  const sentence = sentenceFor(latest(), messages)
  return (
    <div data-toss-checkout-announcer="" style={unseen}>
      <div role="status">{failed ? '' : sentence}</div>
      <div role="alert">{failed ? sentence : ''}</div>
    </div>
  )
}

function sentenceFor(attempt: Attempt | undefined, messages: Messages): string {
  if (!attempt) return ''
  const { registration } = attempt.plan
  if (registration) return registration.announce(attempt.state)
  const state = attempt.state as PaymentState
  if (state.status === 'idle') return ''
  return 'error' in state ? state.error.buyerMessage : stepWord(state, messages)
}
