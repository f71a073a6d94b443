import { isJson } from '../../../payment/plainData.js'
import { idInPath } from '../call/idInPath.js'
import type { Call } from '../call/operation.js'
import { refuseArgument, requireAmount, requireText } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import type { Payment } from '../payments/payment.types.js'
import { readPaymentOf } from '../payments/readPayment.js'

/** A virtual account to issue without a payment window. */
export interface VbankRequest {
  /** Channel key of the console. New module only. */
  channelKey: string
  /** Order number, 1–40 characters, not paid yet. */
  merchantUid: string
  /** Whole won, more than 0. */
  amount: number
  /** Bank code (`listBanks`). */
  vbankCode: string
  /** Deposit deadline. */
  vbankDue: Date
  /** Who pays, at most 16 characters. Toss needs it. */
  buyerName: string
  /** Fixed accounts only, at most 13 characters. */
  vbankKey?: string
  /** Order name, at most 40 characters. */
  name?: string
  /** At most 64 characters. */
  buyerEmail?: string
  /** At most 16 characters. */
  buyerTel?: string
  /** At most 128 characters. */
  buyerAddr?: string
  /** At most 8 characters. */
  buyerPostcode?: string
  /** Webhook address or addresses for this payment; the console's own is then not called. */
  noticeUrl?: string | readonly string[]
  /** Anything JSON; kept as a JSON string and read back in `payment.customData`. */
  customData?: unknown
  productCount?: number
  escrowPassword?: string
  /** An account without amount and deadline. Default false. */
  fixedUnlimitedVbank?: boolean
}

/** Virtual accounts (가상계좌) without a payment window. */
export interface VbankOperations {
  /**
   * Issues an account; the answer is `ready`, with `vbankNum` and `vbankDate`. `POST /vbanks`. Sent once: after
   * `UNKNOWN_RESULT` look the order up. Raises `REFUSED`, `INVALID_ARGUMENT`.
   */
  issueVbank(request: VbankRequest): Promise<Payment>
  /**
   * Revokes an account nothing was paid into. `DELETE /vbanks/{imp_uid}`. The status afterwards is not documented. Raises
   * `BAD_REQUEST` when it is no longer `ready`, `NOT_FOUND`, `UNKNOWN_RESULT`.
   */
  revokeVbank(impUid: string): Promise<Payment>
}

export function vbankOperations(call: Call): VbankOperations {
  return {
    issueVbank: async (request) => {
      const { merchantUid } = request
      return call({
        name: 'issueVbank',
        method: 'POST',
        path: '/vbanks',
        body: toBody(request),
        read: readPaymentOf({ merchantUid }),
        whenLost: {
          findOut: `Look the order up with findAllPayments('${merchantUid}', {status: 'ready'}): a payment with a vbankNum is the account. Issue another only when there is none.`,
        },
      })
    },
    revokeVbank: async (impUid) =>
      call({
        name: 'revokeVbank',
        method: 'DELETE',
        path: `/vbanks/${idInPath('impUid', impUid)}`,
        read: readPaymentOf({ impUid }),
        whenLost: {
          findOut: `Look it up with getPayment('${impUid}'): still ready means that it was not revoked, or that the gateway keeps the status; revoking it again is then refused with BAD_REQUEST and does no harm.`,
        },
      }),
  }
}

function toBody(request: VbankRequest): Record<string, unknown> {
  const { vbankDue, noticeUrl, customData, amount } = request
  if (!(vbankDue instanceof Date)) throw refuseArgument('vbankDue', vbankDue, 'a Date is needed')
  if (customData !== undefined && !isJson(customData)) {
    throw refuseArgument('customData', customData, 'something JSON can hold is needed')
  }
  return toPortOneSpelling({
    channelKey: requireText('channelKey', request.channelKey),
    merchantUid: requireText('merchantUid', request.merchantUid),
    amount: requireAmount('amount', amount, 'positive'),
    vbankCode: requireText('vbankCode', request.vbankCode),
    vbankDue,
    buyerName: requireText('buyerName', request.buyerName),
    vbankKey: request.vbankKey,
    name: request.name,
    buyerEmail: request.buyerEmail,
    buyerTel: request.buyerTel,
    buyerAddr: request.buyerAddr,
    buyerPostcode: request.buyerPostcode,
    noticeUrl: typeof noticeUrl === 'string' ? [noticeUrl] : noticeUrl,
    customData: customData === undefined ? undefined : JSON.stringify(customData),
    productCount: request.productCount,
    escrowPassword: request.escrowPassword,
    fixedUnlimitedVbank: request.fixedUnlimitedVbank,
  })
}
