'use client'
import { type CSSProperties, type ReactNode, useSyncExternalStore } from 'react'
import type { Messages } from '../payment/messages.js'
import type { PaymentState } from '../payment/paymentState.js'
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

/** What screen readers are told of an attempt. @internal */
export function sentenceOf(state: PaymentState, messages: Messages): string {
  switch (state.status) {
    case 'idle':
      return ''
    case 'failed':
    case 'unconfirmed':
      return state.error.buyerMessage
    case 'preparing':
      return messages[state.waitingFor === 'press-again' ? 'press-again' : 'preparing']
    default:
      return messages[state.status]
  }
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
  const failed = state?.status === 'failed' || state?.status === 'unconfirmed'
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
  const { state, plan } = attempt
  return plan.registration ? plan.registration.announce(state) : sentenceOf(state as PaymentState, messages)
}
