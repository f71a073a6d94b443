import { PortOneError } from '../../PortOneError.js'
import type { Call } from '../call/operation.js'
import { refuseArgument, requireAmount, requireText } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import type { CancelRequest, RefundAccount } from './cancelRequest.js'
import type { LookupOperations } from './lookupOperations.js'
import { needsRefundAccount } from './needsRefundAccount.js'
import type { Payment } from './payment.types.js'
import { readPaymentOf } from './readPayment.js'

/** Giving money back. */
export interface CancelOperations {
  /**
   * Refunds a payment in part or in full and answers it as it is afterwards: `status` is `cancelled` either way,
   * `cancelAmount` is the sum given back. `POST /payments/cancel`.
   *
   * Sent once. `UNKNOWN_RESULT` means that it may have gone through: look the payment up and compare `cancelAmount`
   * with what it was, or repeat it only with the `checksum` of before, which a refund that went through no longer fits.
   *
   * Raises `REFUSED` with the gateway's sentence (already refunded, no such payment, checksum differs, PG said no),
   * `REFUND_ACCOUNT_REQUIRED` for a virtual account payment without `refundAccount`, `INVALID_ARGUMENT`. Carrier billing
   * can only be given back within the calendar month, gift certificates and escrow orders not in part.
   */
  cancelPayment(request: CancelRequest): Promise<Payment>
}

export function cancelOperations(call: Call, lookups: LookupOperations): CancelOperations {
  return {
    cancelPayment: async (request) => {
      const body = toBody(request)
      if (!request.refundAccount && (await needsRefundAccount(request, lookups))) {
        throw new PortOneError('REFUND_ACCOUNT_REQUIRED', { operation: 'cancelPayment' })
      }
      const { impUid, merchantUid } = request
      return call({
        name: 'cancelPayment',
        method: 'POST',
        path: '/payments/cancel',
        body,
        read: readPaymentOf(impUid === undefined ? { merchantUid } : { impUid }),
        whenLost: { findOut: findOut(request) },
      })
    },
  }
}

function toBody(request: CancelRequest): Record<string, unknown> {
  const { impUid, merchantUid, amount, checksum, refundAccount, requester } = request
  if ((impUid === undefined) === (merchantUid === undefined)) {
    throw refuseArgument(
      'impUid and merchantUid',
      { impUid, merchantUid },
      'exactly one of the two is needed',
    )
  }
  requireText(impUid === undefined ? 'merchantUid' : 'impUid', impUid ?? merchantUid)
  if (amount === 0) {
    throw refuseArgument(
      'amount',
      amount,
      'the gateway reads 0 as everything: leave it out to refund everything',
    )
  }
  if (amount !== undefined) requireAmount('amount', amount, 'positive')
  if (checksum !== undefined) requireAmount('checksum', checksum, 'zero')
  const { taxFree, vatAmount, reason, retainPromotion, enableWebhook } = request
  return toPortOneSpelling({
    impUid,
    merchantUid,
    amount,
    taxFree,
    vatAmount,
    checksum,
    reason,
    ...(refundAccount && toRefundFields(refundAccount)),
    retainPromotion,
    enableWebhook,
    ...(requester && { extra: { requester } }),
  })
}

function toRefundFields({ holder, bank, account, tel }: RefundAccount): Record<string, unknown> {
  for (const text of [holder, bank, account]) {
    if (typeof text === 'string' && text.trim() !== '') continue
    throw new PortOneError('REFUND_ACCOUNT_REQUIRED', {
      operation: 'cancelPayment',
      message: 'refundAccount needs holder, bank and account, each a string with something in it',
    })
  }
  return { refundHolder: holder, refundBank: bank, refundAccount: account, refundTel: tel }
}

function findOut({ impUid, merchantUid, checksum }: CancelRequest): string {
  const look = impUid === undefined ? `findAllPayments('${merchantUid}')` : `getPayment('${impUid}')`
  const repeat =
    checksum === undefined
      ? 'Pass checksum next time: with it, a refund that went through cannot be repeated.'
      : `Repeating it with the same checksum (${checksum}) is safe: it no longer fits once the refund went through.`
  return `Look the payment up with ${look} and compare its cancelAmount and cancelHistory with what they were before. ${repeat}`
}
