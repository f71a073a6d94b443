'use client'
import { useEffect, useRef, useState } from 'react'
import type { BillingKeyOutcome, BillingKeyState } from '../payment/billingKey.js'
import type { CardPayment, Order } from '../payment/order.js'
import { type AttemptOptions, type AttemptPlan, startAttempt } from '../portone/attempt.js'
import type { Attempt, AttemptEnd } from '../portone/attemptStore.js'
import { resumeAttempt, resumeReturn } from '../portone/resumeAttempt.js'
import { billingKeyQuestion, type ConfirmBillingKey } from './billingKeyQuestion.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useAttempt } from './useAttempt.js'
import { useBillingWords } from './useBillingWords.js'
import { languageOf } from './usePayment.js'

type Ended<Status> = Extract<BillingKeyOutcome, { status: Status }>

/**
 * Told how a registration ended, once per end. `unconfirmed` may be followed by a definite end. A reload of the return page
 * shows `registered` again and tells nothing.
 */
export interface BillingKeyHandlers {
  /** The server read the key back. */
  onRegistered?: (outcome: Ended<'registered'>) => void
  /** The buyer gave up. */
  onDismissed?: (outcome: Ended<'dismissed'>) => void
  onFailed?: (outcome: Ended<'failed'>) => void
  /** The card may be registered; nobody could say yet. */
  onUnconfirmed?: (outcome: Ended<'unconfirmed'>) => void
  /** Any end, after the one above. */
  onSettled?: (outcome: BillingKeyOutcome) => void
}

/** What the window shows for a registration. */
export type BillingKeyOrder = Pick<Order, 'merchantUid' | 'name' | 'buyer' | 'customData'> & {
  /** Won, shown in the window and **never charged**, whatever it says. Default 0 (PortOne V1 docs). */
  amount?: number
  /** As the prop of that name, which it wins over: for shops whose server mints it with the order. */
  customerUid?: string
}

/** An order, or how the merchant's server makes one. A function is called when registering begins. */
export type BillingKeyOrderSource = BillingKeyOrder | (() => Promise<BillingKeyOrder>)

/** How a card is registered: a card payment's options without anything about installments. */
export type BillingKeyOptions = Pick<
  CardPayment,
  | 'pg'
  | 'channelKey'
  | 'module'
  | 'language'
  | 'appScheme'
  | 'noticeUrl'
  | 'redirectUrl'
  | 'cardCompanies'
  | 'requestParams'
> & {
  /**
   * The merchant's name for this customer *and* card, at most 80 characters: `mintCustomerUid`. One used before would
   * replace its key and leave the old key alive at the gateway. Given here or by the order; without either
   * `INVALID_OPTIONS`.
   */
  customerUid?: string
  /** Member id mapped to the key; the gateway assigns an arbitrary one when missing. */
  customerId?: string
}

export type UseBillingKeyOptions = BillingKeyOptions &
  BillingKeyHandlers & {
    /** The merchant's own question to its server. Default: `POST {endpoint}/complete-billing-key`. */
    confirm?: ConfirmBillingKey
  }

export interface BillingKeyRegistration {
  /** Where the registration stands. */
  state: BillingKeyState
  /**
   * Opens the card window, in the same tick when the order and the SDK are there. While a registration runs, hands back
   * that one; after `unconfirmed` asks the server again. Never rejects: everything that can go wrong is an outcome.
   */
  register(order: BillingKeyOrderSource): Promise<BillingKeyOutcome>
  /** Asks the server again about an unconfirmed registration. */
  askAgain(): void
  /** Back to `idle` after a definite end. */
  reset(): void
}

/**
 * Registers a card in the gateway's window (빌링키 발급): the same lock, watchdog, memory and confirmation as a payment.
 * `registered` is only what the merchant's server read back from the gateway. Charges nothing. On the page that
 * `redirectUrl` points at, the same hook picks the registration up. New module (`tosspayments`) only, with a billing MID.
 */
export function useBillingKey(options: UseBillingKeyOptions): BillingKeyRegistration {
  const checkout = useCheckout()
  const { settings, channel, locale } = checkout
  const { customerUid, confirm } = options
  const words = useBillingWords()
  const own = useRef({ confirm, words, customerUid })
  own.current = { confirm, words, customerUid }
  const registering = (uid: string) => billingKeyQuestion(checkout, uid, () => own.current)

  const [returned, setReturned] = useState<Attempt>()
  useEffect(() => {
    const question = (uid = own.current.customerUid ?? '') =>
      billingKeyQuestion(checkout, uid, () => own.current)
    const back = resumeReturn(settings, question)
    if (back) setReturned(back)
    else resumeAttempt(settings, question)
  }, [settings, checkout])

  const { owner, state, askAgain, reset } = useAttempt(
    returned?.order?.merchantUid,
    isRegistration,
    tellBillingHandlers(options),
  )
  return {
    state: state as BillingKeyState,
    register(order) {
      const { confirm: _, ...given } = options
      const merged = { ...languageOf(locale), ...channel, ...given, payMethod: 'card' }
      const plan: AttemptPlan = { ...planFor(customerUid), settings, told: tellBillingHandlers(options) }
      /** The order may bring the name its card gets; without an amount the window shows none. */
      const adopt = (made: BillingKeyOrder): Order => {
        Object.assign(plan, planFor(made.customerUid ?? customerUid))
        return { ...made, amount: made.amount ?? 0 }
      }
      plan.order = typeof order === 'function' ? async () => adopt(await order()) : adopt(order)
      return startAttempt(owner, plan) as Promise<BillingKeyOutcome>

      // Empty, not missing: without a name it would be a payment.
      function planFor(uid = '') {
        return { options: { ...merged, customerUid: uid } as AttemptOptions, registration: registering(uid) }
      }
    },
    askAgain,
    reset,
  }
}

function isRegistration({ plan }: Attempt): boolean {
  return plan.registration !== undefined
}

function tellBillingHandlers(handlers: BillingKeyHandlers) {
  return (end: AttemptEnd): void => {
    const outcome = end as BillingKeyOutcome
    try {
      switch (outcome.status) {
        case 'registered':
          handlers.onRegistered?.(outcome)
          break
        case 'dismissed':
          handlers.onDismissed?.(outcome)
          break
        case 'failed':
          handlers.onFailed?.(outcome)
          break
        case 'unconfirmed':
          handlers.onUnconfirmed?.(outcome)
          break
        default:
          outcome satisfies never
      }
    } finally {
      handlers.onSettled?.(outcome)
    }
  }
}
