'use client'
import type { Order, PaymentOptions } from '../payment/order.js'
import type { PaymentOutcome, PaymentState } from '../payment/paymentState.js'
import { type AttemptOptions, startAttempt } from '../portone/attempt.js'
import type { Attempt, AttemptEnd } from '../portone/attemptStore.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useAttempt } from './useAttempt.js'

type Ended<Status> = Extract<PaymentOutcome, { status: Status }>

/**
 * Told how an attempt ended. An attempt tells the handlers it started with, once per end, even when the component that
 * started it is gone. `unconfirmed` may be followed by a definite end.
 */
export interface PaymentHandlers {
  /** The server's record says paid and is this order's. */
  onPaid?: (outcome: Ended<'paid'>) => void
  /** A virtual account was issued. */
  onAwaitingDeposit?: (outcome: Ended<'awaiting-deposit'>) => void
  /** The buyer gave up; nothing was charged. */
  onDismissed?: (outcome: Ended<'dismissed'>) => void
  /** Look at `outcome.error`: `charged` says whether money moved. */
  onFailed?: (outcome: Ended<'failed'>) => void
  /** The buyer may have paid. Do not offer a second payment. */
  onUnconfirmed?: (outcome: Ended<'unconfirmed'>) => void
  /** Any end, after the one above. */
  onSettled?: (outcome: PaymentOutcome) => void
}

/** An order, or how the merchant's server makes one. A function is called when paying begins. */
export type OrderSource = Order | (() => Promise<Order>)

export type UsePaymentOptions = PaymentOptions &
  PaymentHandlers & {
    /**
     * Follows this order's attempt, whoever started it: also the one found again after a reload. Without it the hook
     * follows the attempts it started, and one that no view on the page owns.
     */
    merchantUid?: string
  }

export interface Payment {
  /** Where the attempt stands. */
  state: PaymentState
  /**
   * Opens the payment window, in the same tick when the order and the SDK are there. While an attempt for this order
   * runs, hands back that one; after `unconfirmed` asks the server again; a paid order is never taken to a window
   * twice, and after an end with money in it (also before a reload, or in another tab) `pay` hands back that end until
   * `reset()`. Never rejects: everything that can go wrong is an outcome.
   */
  pay(order: OrderSource, options?: PaymentOptions & PaymentHandlers): Promise<PaymentOutcome>
  /** Asks the server again about an unconfirmed payment, or a failed one with money in it. Does nothing otherwise. */
  askAgain(): void
  /** Back to `idle` after a definite end. An attempt in flight or unconfirmed stays: the buyer may have paid. */
  reset(): void
}

/** Which handler hears which end. */
const handlerOf = {
  paid: 'onPaid',
  'awaiting-deposit': 'onAwaitingDeposit',
  dismissed: 'onDismissed',
  failed: 'onFailed',
  unconfirmed: 'onUnconfirmed',
} as const satisfies Record<PaymentOutcome['status'], keyof PaymentHandlers>

/** @internal */
export function tellHandlers(handlers: () => PaymentHandlers) {
  return (end: AttemptEnd): void => {
    const outcome = end as PaymentOutcome
    const given = handlers()
    try {
      // Each handler takes its own end, which the compiler cannot follow through the table.
      const told = given[handlerOf[outcome.status]] as PaymentHandlers['onSettled']
      told?.(outcome)
    } finally {
      given.onSettled?.(outcome)
    }
  }
}

/**
 * One order from the press to a confirmed end, without our look. Leave `<TossCheckoutButton>` for this when the press
 * is not a button, or when one flow pays several kinds of orders.
 */
export function usePayment(options: UsePaymentOptions = {}): Payment {
  const { merchantUid, ...defaults } = options
  const { settings, channel, locale } = useCheckout()
  const { owner, state, shown, askAgain, reset } = useAttempt(
    merchantUid,
    isPayment,
    tellHandlers(() => defaults),
  )
  return {
    state: state as PaymentState,
    pay(order, overrides) {
      const merged = { ...languageOf(locale), ...channel, ...defaults, ...overrides } as AttemptOptions &
        PaymentHandlers
      const told = tellHandlers(() => merged)
      return startAttempt(owner, {
        order,
        options: merged,
        settings,
        told,
        follows: shown(),
      }) as Promise<PaymentOutcome>
    },
    askAgain,
    reset,
  }
}

/** A card's registration is not shown as a payment. */
function isPayment({ plan }: Attempt): boolean {
  return plan.options.customerUid == null
}

/** The window speaks Korean unless told otherwise. @internal */
export const languageOf = (locale: string): { language?: 'en' } => (locale === 'en' ? { language: 'en' } : {})
