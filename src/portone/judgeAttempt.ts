import type { BillingKeyRecord } from '../payment/billingKey.js'
import { judgeRecord } from '../payment/judgeRecord.js'
import type { PaymentError } from '../payment/PaymentError.js'
import type { PaymentRecord } from '../payment/paymentRecord.js'
import type { Attempt, AttemptEnd, AttemptState, KnownOrder } from './attemptStore.js'

/** What the merchant's server answers: a payment's record, or a card registration's. */
export type AttemptRecord = PaymentRecord | BillingKeyRecord

/**
 * Asks the merchant's server. `enough` says whether the record answers the question; while it does not, the server is
 * asked again, `patience` times at most. Rejects with a `PaymentError` when the server could not be asked.
 */
export type AskServer = (
  query: { merchantUid: string; impUid?: string },
  enough: (record: AttemptRecord | null) => boolean,
  patience: number,
) => Promise<AttemptRecord | null>

/** What makes an attempt the registration of a card: brought along by its hook, so that a shop without one ships none of it. */
export interface Registration {
  customerUid: string
  ask: AskServer
  /** Raises `INVALID_PROVIDER` when there would be no server to ask. */
  check(): void
  judge(record: AttemptRecord, order: KnownOrder): AttemptEnd | undefined
  /** The buyer's sentence for an error. */
  sentence(error: PaymentError): string
  /** What screen readers are told of it. */
  announce(state: AttemptState): string
}

/** What the record means for the attempt: a payment is held against its order, a registration against its customerUid. */
export function judgeAttempt(
  record: AttemptRecord,
  order: KnownOrder,
  { plan }: Attempt,
): AttemptEnd | undefined {
  return plan.registration
    ? plan.registration.judge(record, order)
    : judgeRecord(record as PaymentRecord, order)
}

/** The buyer got what they came for; nothing may take that back, and no window opens for it again. */
export function isAchieved({ status }: { status: string }): boolean {
  return status === 'paid' || status === 'awaiting-deposit' || status === 'registered'
}
