import type { Payment } from '../rest/payments/payment.types.js'

/**
 * Whether money ever arrived for this payment. The amounts decide, never the word: `cancelled` is also what a partly
 * refunded payment says, and an account that was revoked before anybody paid into it. Source: PortOne V1 docs.
 */
export function wasPaid({ status, paidAt, cancelAmount }: Payment): boolean {
  if (status === 'paid') return true
  return status === 'cancelled' && (paidAt !== null || cancelAmount > 0)
}

/** What is still held of it, in units of its currency. 0 when it was never paid. */
export function heldOf(payment: Payment): number {
  return wasPaid(payment) ? Math.max(payment.amount - payment.cancelAmount, 0) : 0
}

/** An account is issued and waits for its deposit. */
export function hasAccount({ status, vbankNum }: Payment): boolean {
  return status === 'ready' && vbankNum !== null
}

/** It ended, and nothing was ever paid: declined, given up, or its account revoked. */
export function cameToNothing(payment: Payment): boolean {
  return (payment.status === 'failed' || payment.status === 'cancelled') && !wasPaid(payment)
}
