import type { PaymentRecord } from '../payment/paymentRecord.js'
import type { Payment } from './rest/payments/payment.types.js'

/**
 * A payment as the client's `confirm` and our routes answer it. Times become unix seconds; what the gateway does not have
 * is left out.
 *
 * @example
 * const confirm = async ({ impUid }) => toPaymentRecord(await portOne.getPayment(impUid))
 */
export function toPaymentRecord(payment: Payment): PaymentRecord {
  const { impUid, merchantUid, status, amount, currency, payMethod, name, paidAt } = payment
  return {
    impUid,
    merchantUid,
    status,
    amount,
    currency,
    payMethod: payMethod ?? '',
    // An account that was revoked before anything was paid is `cancelled` too, and nothing was given back.
    ...((paidAt !== null || payment.cancelAmount > 0) && { cancelAmount: payment.cancelAmount }),
    ...(hasCard(payment) && { card: toCard(payment) }),
    ...(payment.vbankNum !== null && { virtualAccount: toVirtualAccount(payment, payment.vbankNum) }),
    ...(paidAt !== null && { paidAt: toSeconds(paidAt) }),
    receiptUrl: payment.receiptUrl,
    failReason: payment.failReason,
    ...(name !== '' && { name }),
  }
}

/** Easy pay may name no company, and a window that was only opened has no card yet. */
function hasCard({ cardCode, cardName, cardNumber, payMethod, paidAt }: Payment): boolean {
  const named = [cardCode, cardName, cardNumber].some((text) => text !== null)
  return named || (payMethod === 'card' && paidAt !== null)
}

function toCard(payment: Payment): NonNullable<PaymentRecord['card']> {
  return {
    code: payment.cardCode,
    name: payment.cardName,
    quota: payment.cardQuota,
    number: payment.cardNumber,
    approvalNumber: payment.applyNum,
  }
}

function toVirtualAccount(payment: Payment, number: string): NonNullable<PaymentRecord['virtualAccount']> {
  return {
    bankCode: payment.vbankCode,
    bankName: payment.vbankName,
    number,
    holder: payment.vbankHolder,
    dueAt: payment.vbankDate === null ? 0 : toSeconds(payment.vbankDate),
  }
}

function toSeconds(moment: Date): number {
  return moment.getTime() / 1000
}
