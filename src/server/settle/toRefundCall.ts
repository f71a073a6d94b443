import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { CancelRequest } from '../rest/payments/cancelRequest.js'
import { SettleError } from './SettleError.js'
import type { RefundRequest } from './settlement.types.js'

/** A refund of one payment, by its number. */
export type RefundCall = CancelRequest & { impUid: string }

/** What is sent to the gateway for a refund. Throws `NOT_REFUNDABLE`, `ORDER_CHANGED`, `REFUND_TOO_LARGE`. */
export function toRefundCall(order: CheckoutOrder, request: RefundRequest): RefundCall {
  const { merchantUid, impUid, status, record } = order
  const left = order.amount - order.cancelAmount
  if (impUid === null || !['paid', 'partly-refunded'].includes(status) || left <= 0) {
    throw new SettleError('NOT_REFUNDABLE', `order "${merchantUid}" is ${status}`)
  }
  if (request.checksum !== undefined && request.checksum !== left) {
    throw new SettleError('ORDER_CHANGED', `order "${merchantUid}" has ${left} left, not ${request.checksum}`)
  }
  const { amount = left, reason, refundAccount, requester } = request
  if (amount > left) {
    throw new SettleError('REFUND_TOO_LARGE', `${amount} of order "${merchantUid}", which has ${left} left`)
  }
  const everything = amount === left
  const taxFree = request.taxFree ?? (everything ? Math.min(order.taxFree, left) : 0)
  return {
    impUid,
    // Left out, it is a full cancel: escrow orders and gift certificates know no other.
    ...(!everything && { amount }),
    ...(taxFree > 0 && { taxFree }),
    checksum: left,
    reason,
    refundAccount,
    requester,
    payMethod: record?.payMethod || undefined,
  }
}
