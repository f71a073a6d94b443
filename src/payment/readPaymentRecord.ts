import { PaymentError } from './PaymentError.js'
import type { PaymentRecord } from './paymentRecord.js'

const statuses = ['ready', 'paid', 'failed', 'cancelled']

/**
 * Reads what the merchant's server answered. Null is "no such payment". Anything that is neither raises
 * `CONFIRM_REJECTED` and names the field, so that a wrong shape is never taken for a payment.
 */
export function readPaymentRecord(answer: unknown): PaymentRecord | null {
  if (answer == null) return null
  const record = answer as PaymentRecord
  const wrong =
    typeof record !== 'object'
      ? 'the answer'
      : typeof record.impUid !== 'string'
        ? 'impUid'
        : typeof record.merchantUid !== 'string'
          ? 'merchantUid'
          : !statuses.includes(record.status)
            ? 'status'
            : !Number.isSafeInteger(record.amount)
              ? 'amount'
              : typeof record.currency !== 'string'
                ? 'currency'
                : record.cancelAmount != null && !Number.isSafeInteger(record.cancelAmount)
                  ? 'cancelAmount'
                  : undefined
  if (wrong) {
    throw new PaymentError('CONFIRM_REJECTED', {
      message:
        __DEV__ &&
        `${wrong} is not what a PaymentRecord has. Answer {impUid, merchantUid, status: 'ready'|'paid'|'failed'|'cancelled', amount: number, currency: string, payMethod, …}, or null when there is no such payment.`,
    })
  }
  return record
}
