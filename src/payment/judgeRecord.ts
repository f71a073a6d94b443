import { PaymentError } from './PaymentError.js'
import type { PaymentRecord } from './paymentRecord.js'
import type { PaymentOutcome } from './paymentState.js'

/** What the record is held against. Amount and currency are unknown when another browser came back. */
export interface ExpectedPayment {
  merchantUid: string
  amount?: number
  currency?: string
}

/**
 * What the server's record means for this order: the only way to `paid`. Undefined while the record does not say:
 * the window was opened and nothing has been decided (`ready`), or the gateway declined (`failed`) for a reason the
 * caller knows better.
 */
export function judgeRecord(record: PaymentRecord, expected: ExpectedPayment): PaymentOutcome | undefined {
  const { merchantUid } = expected
  // The page's order may have been tampered with, so the server's goes first where it says it.
  const amount = record.expected?.amount ?? expected.amount
  // An order from a server as JSON may say null.
  const currency = record.expected?.currency ?? expected.currency ?? 'KRW'
  const moved = record.status === 'paid'
  const fail = (...[code, details]: ConstructorParameters<typeof PaymentError>): PaymentOutcome => ({
    status: 'failed',
    merchantUid,
    error: new PaymentError(code, details),
  })
  if (record.merchantUid !== merchantUid) {
    return fail('ORDER_MISMATCH', {
      message:
        __DEV__ &&
        `asked for order "${merchantUid}", the server answered with "${record.merchantUid}". Look the payment up by order number on the server; do not fulfil this one.`,
    })
  }
  if (record.status === 'cancelled' || record.cancelAmount) {
    // Partial refunds carry this status too: the amounts decide, never the word.
    const kept = record.amount - (record.cancelAmount ?? record.amount)
    return fail('REFUNDED', {
      charged: kept > 0 ? 'yes' : 'no',
      message: __DEV__ && `${record.amount - kept} of ${record.amount} was refunded.`,
    })
  }
  const awaiting = record.status === 'ready' && record.virtualAccount
  if (moved || awaiting) {
    const charged = moved ? 'yes' : 'no'
    if (amount !== undefined && record.amount !== amount) {
      return fail('AMOUNT_MISMATCH', {
        charged,
        message:
          __DEV__ &&
          `the order is ${amount}, the payment ${record.amount}. Do not fulfil it; refund it or settle it with the buyer.`,
      })
    }
    if (amount !== undefined && record.currency !== currency) {
      return fail('CURRENCY_MISMATCH', {
        charged,
        message:
          __DEV__ && `the order is in ${currency}, the payment in ${record.currency}. Do not fulfil it.`,
      })
    }
    return { status: moved ? 'paid' : 'awaiting-deposit', merchantUid, payment: record }
  }
  return undefined
}
