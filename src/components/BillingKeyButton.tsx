'use client'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import {
  type BillingKeyHandlers,
  type BillingKeyOrderSource,
  type UseBillingKeyOptions,
  useBillingKey,
} from '../hooks/useBillingKey.js'
import { useBillingWords } from '../hooks/useBillingWords.js'
import type { BillingKeyState } from '../payment/billingKey.js'
import type { BillingMessages } from '../payment/billingMessages.js'
import { isInFlight } from '../portone/attemptStore.js'
import type { NamesOf } from './namesOf.js'

type NativeProps = Omit<ComponentPropsWithoutRef<'button'>, 'children' | keyof BillingKeyHandlers>

export type BillingKeyButtonProps = NativeProps &
  UseBillingKeyOptions & {
    /** What the window shows. Its amount is never charged. */
    order: BillingKeyOrderSource
    /** The label, or a function of the state. Default: what can be done, then what is happening. */
    children?: ReactNode | ((state: BillingKeyState) => ReactNode)
    /**
     * Stands under the button. Default: a sentence saying that nothing is charged now, gone once the card is
     * registered. `null` for none.
     */
    note?: ReactNode
  }

/**
 * Registers a card in the gateway's window. `data-state` carries the status. In flight it keeps focus and says
 * `aria-busy`; after `unconfirmed` it asks the server again and opens no second window.
 */
export const BillingKeyButton = forwardRef<HTMLButtonElement, BillingKeyButtonProps>(
  function BillingKeyButton(props, ref) {
    const { order, children, note, onClick, ...rest } = props
    const [options, native] = split(rest)
    const { state, register } = useBillingKey(options)
    const words = useBillingWords()
    const noteId = useId()
    const shown = note ?? (note === null || state.status === 'registered' ? null : words['card-free'])
    const busy =
      isInFlight({ state }) && !(state.status === 'preparing' && state.waitingFor === 'press-again')
    return (
      <>
        <button
          type="button"
          aria-describedby={shown === null ? undefined : noteId}
          {...native}
          ref={ref}
          data-toss-checkout=""
          data-state={state.status}
          data-retryable={state.status === 'failed' && state.error.retryable ? '' : undefined}
          aria-busy={busy || undefined}
          aria-disabled={busy || native['aria-disabled']}
          onClick={(event) => {
            onClick?.(event)
            if (event.defaultPrevented || native.disabled) return
            // Safari leaves focus on the page when a button is clicked; it has to come back here when the window closes.
            event.currentTarget.focus({ preventScroll: true })
            register(order)
          }}
        >
          {typeof children === 'function' ? children(state) : (children ?? labelOf(state, words))}
        </button>
        {shown === null ? null : (
          <p id={noteId} data-toss-note="">
            {shown}
          </p>
        )}
      </>
    )
  },
)

const names =
  'pg channelKey module language appScheme noticeUrl redirectUrl cardCompanies requestParams customerUid customerId confirm onRegistered onDismissed onFailed onUnconfirmed onSettled'
/** The registration's own props: the rest belongs to the button. */
const ownProps = new Set<string>((names satisfies NamesOf<UseBillingKeyOptions, typeof names>).split(' '))

function split(
  props: Omit<BillingKeyButtonProps, 'order' | 'children' | 'note'>,
): [UseBillingKeyOptions, NativeProps] {
  const own: Record<string, unknown> = {}
  const native: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) (ownProps.has(name) ? own : native)[name] = value
  return [own as unknown as UseBillingKeyOptions, native as NativeProps]
}

function labelOf(state: BillingKeyState, words: BillingMessages): string {
  switch (state.status) {
    case 'idle':
    case 'dismissed':
      return words['card-register']
    case 'preparing':
      return words[state.waitingFor === 'press-again' ? 'card-press-again' : 'card-preparing']
    case 'failed':
      return words[state.error.retryable ? 'card-retry' : 'card-failed']
    default:
      return words[`card-${state.status}`]
  }
}
