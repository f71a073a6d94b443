import type { Currency, PayMethod, TossModule } from '../payment/order.js'

/** What a reload or a return page needs to go on: the order without the buyer. */
export interface RememberedAttempt {
  merchantUid: string
  name: string
  amount: number
  currency: Currency
  /** Which tables a gateway's refusal is read by. */
  payMethod?: PayMethod
  module?: TossModule
  /** A card is registered under this name, and nothing paid. */
  customerUid?: string
  /** The gateway reported success: only the server may end this attempt. */
  claimed?: string
}

const KEY = 'react-toss-checkout'

/** Kept for this tab only, until a definite end. Storage may be switched off; then a reload forgets. */
export function rememberAttempt(attempt: RememberedAttempt): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(attempt))
  } catch {}
}

export function rememberedAttempt(): RememberedAttempt | undefined {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY) ?? '')
    return typeof value.merchantUid === 'string' && typeof value.amount === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

export function forgetAttempt(merchantUid: string | undefined): void {
  // Nothing is remembered where storage throws.
  if (merchantUid && rememberedAttempt()?.merchantUid === merchantUid) sessionStorage.removeItem(KEY)
}
