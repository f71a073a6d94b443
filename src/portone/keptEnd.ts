import { PaymentError } from '../payment/PaymentError.js'
import type { KnownOrder } from './attemptStore.js'

const KEPT = 'react-toss-checkout.kept:'

/** A failure in which money moved or may have, and what the payment was held against. */
export interface KeptEnd {
  order: KnownOrder
  end: { status: 'failed'; merchantUid: string; error: PaymentError }
}

/** Kept for every tab, until the server says otherwise: a closed tab must not turn it into an order to be paid. */
export function keepEnd({ merchantUid, amount, currency }: KnownOrder, error: PaymentError): void {
  const { code, charged } = error
  try {
    localStorage.setItem(KEPT + merchantUid, JSON.stringify({ amount, currency, code, charged }))
  } catch {}
}

export function keptEnd(merchantUid: string): KeptEnd | undefined {
  try {
    const { amount, currency, code, charged } = JSON.parse(localStorage.getItem(KEPT + merchantUid) ?? '')
    const end = { status: 'failed' as const, merchantUid, error: new PaymentError(code, { charged }) }
    return { order: { merchantUid, amount, currency }, end }
  } catch {
    return undefined
  }
}

export function forgetEnd(merchantUid: string): void {
  try {
    localStorage.removeItem(KEPT + merchantUid)
  } catch {}
}

export function keptEnds(): KeptEnd[] {
  try {
    const numbers = Object.keys(localStorage).flatMap((key) => key.split(KEPT)[1] ?? [])
    return numbers.flatMap((merchantUid) => keptEnd(merchantUid) ?? [])
  } catch {
    return []
  }
}
