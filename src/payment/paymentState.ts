import type { PaymentError } from './PaymentError.js'
import type { PaymentRecord } from './paymentRecord.js'

/** Between the press and the window. */
export type Preparing = {
  status: 'preparing'
  /** Known once the order is. */
  merchantUid?: string
  /**
   * `order`: the merchant's server is making it; `sdk`: the script is on its way; `press-again`: both came too late for
   * this press (browsers forget a click after about 5 s), so the window opens on the next one.
   */
  waitingFor: 'order' | 'sdk' | 'press-again'
}

/** An attempt that has not ended. While one runs, the page opens no second window. */
export type InFlight =
  | Preparing
  | { status: 'in-window'; merchantUid: string }
  | { status: 'confirming'; merchantUid: string; impUid?: string }

/** The ends an attempt can have, and nothing looser. */
export type PaymentOutcome =
  /** The server's record says paid, and its amount, currency and order number are the order's. */
  | { status: 'paid'; merchantUid: string; payment: PaymentRecord }
  /** A virtual account was issued; no money has moved yet. */
  | { status: 'awaiting-deposit'; merchantUid: string; payment: PaymentRecord }
  /** The buyer closed the window or gave up. Not an error; nothing was charged. */
  | { status: 'dismissed'; merchantUid: string }
  /** Declined, invalid, mismatched or misconfigured: the error says whether money moved. */
  | { status: 'failed'; merchantUid?: string; error: PaymentError }
  /**
   * The gateway answered or went silent, and the server could not be asked or did not know yet. The buyer may have
   * paid: never offer a second payment, ask again instead.
   */
  | { status: 'unconfirmed'; merchantUid: string; impUid?: string; error: PaymentError }

/** Where one attempt stands. */
export type PaymentState = { status: 'idle' } | InFlight | PaymentOutcome

export type PaymentStatus = PaymentState['status']
