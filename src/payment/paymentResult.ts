import { judgeRecord } from './judgeRecord.js'
import type { Order } from './order.js'
import type { PaymentRecord } from './paymentRecord.js'
import type { PaymentState, PaymentStatus } from './paymentState.js'

/**
 * What a result says: where the attempt stands, or what became of the money later. `refunded` without an amount is a
 * refund whose record does not say how much; `revoked` was called off before a deposit.
 */
export type PaymentResultStatus = PaymentStatus | 'partly-refunded' | 'refunded' | 'revoked'

/** An attempt's end together with what the server said later. */
export interface PaymentResultFacts {
  status: PaymentResultStatus
  merchantUid?: string
  payment?: PaymentRecord
  /** Won given back. */
  refunded?: number
  /** Won not given back. */
  kept?: number
}

/** The order as it was to be paid: what a later record is held against. Without its amount it decides nothing. */
export type ResultOrder = Pick<Order, 'merchantUid'> & Partial<Pick<Order, 'amount' | 'currency'>>

/**
 * Reads a state together with a later record of the same order. A later record can show a deposit or a refund; it makes
 * `paid` only under the rules of every other road (`judgeRecord`), and where it says paid and cannot be held against
 * the order, the result is `unconfirmed`: nobody is then invited to pay again.
 */
export function paymentResultOf(
  state: PaymentState,
  later?: PaymentRecord | null,
  order?: ResultOrder,
): PaymentResultFacts {
  const { status } = state
  const merchantUid = 'merchantUid' in state ? state.merchantUid : undefined
  if (status === 'idle' || status === 'preparing' || status === 'in-window' || status === 'confirming') {
    return { status, merchantUid }
  }
  const known = 'payment' in state ? state.payment : undefined
  const record = (later?.merchantUid === merchantUid && later) || known
  const returned = record && refundOf(record)
  if (returned) return { ...returned, merchantUid, payment: record }
  if (status === 'failed' && state.error.code === 'REFUNDED') return { status: 'refunded', merchantUid }
  if (record?.status === 'paid') {
    const expected = order?.merchantUid === merchantUid && order?.amount !== undefined ? order : known
    const judged = expected && judgeRecord(record, expected)
    if (judged?.status === 'paid') return { status: 'paid', merchantUid, payment: record }
    if (status === 'dismissed' || (status === 'failed' && state.error.charged === 'no')) {
      return { status: 'unconfirmed', merchantUid }
    }
  }
  return { status, merchantUid, payment: known }
}

/** What was given back: from the amounts, for a partial refund carries the same word as a full one. */
function refundOf(
  record: PaymentRecord,
): Pick<PaymentResultFacts, 'status' | 'refunded' | 'kept'> | undefined {
  const { status, amount, cancelAmount, paidAt, virtualAccount } = record
  if (cancelAmount) {
    const kept = Math.max(0, amount - cancelAmount)
    return { status: kept ? 'partly-refunded' : 'refunded', refunded: cancelAmount, kept }
  }
  if (status !== 'cancelled') return undefined
  return { status: virtualAccount && !paidAt ? 'revoked' : 'refunded' }
}
