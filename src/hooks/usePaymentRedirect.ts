'use client'
import { useEffect, useState } from 'react'
import type { Order } from '../payment/order.js'
import type { PaymentState } from '../payment/paymentState.js'
import type { Attempt } from '../portone/attemptStore.js'
import { resumeReturn } from '../portone/resumeAttempt.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { useAttempt } from './useAttempt.js'
import { type PaymentHandlers, tellHandlers } from './usePayment.js'

export interface PaymentRedirect {
  /** `idle` while this page carries no payment's result. */
  state: PaymentState
  /** The order when this tab remembers it, without the buyer. Missing when another browser came back. */
  order?: Pick<Order, 'merchantUid'> & Partial<Order>
  /** Asks the server again about an unconfirmed payment, or a failed one with money in it. */
  askAgain(): void
}

/**
 * Picks up a payment on the page that `redirectUrl` points at. Takes the result out of the address once (the merchant's
 * own parameters stay), asks the server, and shows the same states as `usePayment`. What the address claims is never
 * believed. A reload of the page asks again, and tells the handlers again.
 */
export function usePaymentRedirect(handlers: PaymentHandlers = {}): PaymentRedirect {
  const { settings } = useCheckout()
  const [returned, setReturned] = useState<Attempt>()
  useEffect(() => setReturned(resumeReturn(settings)), [settings])
  const { state, askAgain } = useAttempt(
    returned?.order?.merchantUid ?? '',
    undefined,
    tellHandlers(() => handlers),
  )
  return {
    state: state as PaymentState,
    order: returned?.order?.merchantUid ? returned.order : undefined,
    askAgain,
  }
}
