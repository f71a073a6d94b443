'use client'
import { useEffect, useRef, useState } from 'react'
import type { BillingKeyRecord } from '../payment/billingKey.js'
import { buyerSentence } from '../payment/buyerSentence.js'
import { type CardField, type CardProblem, checkCardForm } from '../payment/checkCardForm.js'
import type { PaymentError } from '../payment/PaymentError.js'
import { postCard, refusalOf } from './postCard.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useBillingWords } from './useBillingWords.js'
import { useCardFormWords } from './useCardFormWords.js'

/** Where a card form stands. No state holds what was typed. */
export type CardFormState =
  | {
      status: 'editing'
      problems: Partial<Record<CardField, CardProblem>>
      /** An earlier try's answer was lost, and no card was registered since: that card may be registered. */
      unconfirmed?: PaymentError
    }
  | { status: 'sending' }
  /** The server read the key back. */
  | { status: 'registered'; billingKey: BillingKeyRecord }
  /** The card was not registered; the error says why. */
  | { status: 'failed'; error: PaymentError }
  /**
   * The answer was lost: the card may be registered. The form asks nobody and may be sent again, so show the list of
   * cards first, read anew (`useBillingKeys().refresh`).
   */
  | { status: 'unconfirmed'; error: PaymentError }

/** The ends a card form can have. */
export type CardFormOutcome = Extract<CardFormState, { status: 'registered' | 'failed' | 'unconfirmed' }>

export interface UseCardFormOptions {
  /** Where the card is posted, as JSON, once. https or loopback only. Default `{endpoint}/register-billing-key`. */
  action?: string
  /** Card numbers (digits) that need pass no checksum and may be expired: `['1234123412341234']` with the sandbox. Default none. */
  testCards?: readonly string[]
  onRegistered?: (outcome: Extract<CardFormOutcome, { status: 'registered' }>) => void
  onFailed?: (outcome: Extract<CardFormOutcome, { status: 'failed' }>) => void
  /**
   * The card may be registered, and only the server's list can say: read it anew here (`useBillingKeys().refresh`), for the
   * buyer is told to look there before registering again.
   */
  onUnconfirmed?: (outcome: Extract<CardFormOutcome, { status: 'unconfirmed' }>) => void
}

export interface CardForm {
  state: CardFormState
  /**
   * Checks what was typed and sends nothing: for a form that lacks something else, such as a consent. Problems come back
   * as from `submit`. While the card is on its way nothing is checked.
   */
  check(typed: Readonly<Record<CardField, string>>): CardField | null
  /**
   * Checks what was typed and posts it once. Problems come back in `state`, and the first field with one is answered.
   * Whoever calls it wipes its own fields when it answers null: from then on the card is on its way, or was.
   */
  submit(typed: Readonly<Record<CardField, string>>): CardField | null
  /** Back to an untouched form, whatever ended before. Not while the card is on its way. */
  reset(): void
}

/**
 * A card form of one's own looks. What was typed goes from the fields into one POST over https or loopback, and nowhere
 * else: not into React state, TanStack Query, storage, the address, a log or an error.
 */
export function useCardForm(options: UseCardFormOptions = {}): CardForm {
  const { endpoint } = useCheckout()
  const billing = useBillingWords()
  const words = useCardFormWords()
  const [state, setState] = useState<CardFormState>({ status: 'editing', problems: {} })
  const sending = useRef(false)
  const here = useRef(true)
  const lost = useRef<PaymentError>(undefined)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const end = (outcome: CardFormOutcome) => {
    sending.current = false
    if ('error' in outcome) {
      outcome.error.buyerMessage =
        outcome.status === 'unconfirmed'
          ? words.cardFormUnconfirmed
          : billing[`card-${buyerSentence(outcome.error)}`]
    }
    if (outcome.status === 'unconfirmed') lost.current = outcome.error
    else if (outcome.status === 'registered') lost.current = undefined
    if (here.current) setState(outcome)
    if (outcome.status === 'registered') options.onRegistered?.(outcome)
    else if (outcome.status === 'failed') options.onFailed?.(outcome)
    else options.onUnconfirmed?.(outcome)
  }

  /** Shows every problem at once, or that there is none. */
  const look = (typed: Readonly<Record<CardField, string>>) => {
    const checked = checkCardForm(typed, new Date(), options.testCards)
    const problems = checked.ok ? {} : checked.problems
    setState({ status: 'editing', problems, ...(lost.current && { unconfirmed: lost.current }) })
    return { first: (Object.keys(problems)[0] as CardField | undefined) ?? null, checked }
  }

  return {
    state,
    check: (typed) => (sending.current ? null : look(typed).first),
    submit(typed) {
      // A second press while the card is on its way would register it twice.
      if (sending.current) return null
      const { first, checked } = look(typed)
      if (!checked.ok) return first
      const base = endpoint()
      const action = options.action ?? (base && `${base}/register-billing-key`)
      const unsafe = refusalOf(action)
      if (unsafe) end({ status: 'failed', error: unsafe })
      else {
        sending.current = true
        setState({ status: 'sending' })
        postCard(action as string, checked.card).then(end)
      }
      return null
    },
    reset() {
      if (sending.current) return
      lost.current = undefined
      setState({ status: 'editing', problems: {} })
    },
  }
}
