import { PortOneError } from '../../PortOneError.js'
import { answerList } from '../call/answerFields.js'
import type { Call } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { refuseArgument, requireText } from '../call/refuseArgument.js'
import type { Payment } from './payment.types.js'
import { readPayment } from './readPayment.js'

/** PortOne takes no more numbers at once. */
const MOST_IDS = 100

/** Which payments to look up; 1–100 numbers, both lists together. */
export interface PaymentIds {
  impUids?: readonly string[]
  merchantUids?: readonly string[]
}

/** What several numbers led to. */
export interface FoundPayments {
  payments: Payment[]
  /** Payment numbers nothing was found for. */
  missingImpUids: string[]
  /** Order numbers nothing was found for. */
  missingMerchantUids: string[]
}

/**
 * Looks several payments up at once. Where some are missing the gateway answers HTTP 207 with the rest, and 404 when all
 * are (PortOne V1 docs): both are an answer here, not an error. Raises `INVALID_ARGUMENT` for none or too many.
 */
export async function getPayments(call: Call, ids: PaymentIds): Promise<FoundPayments> {
  const { impUids = [], merchantUids = [] } = ids
  const count = impUids.length + merchantUids.length
  if (count === 0 || count > MOST_IDS) {
    throw refuseArgument(
      'the count of impUids and merchantUids',
      count,
      `1 to ${MOST_IDS} are allowed at once`,
    )
  }
  for (const each of impUids) requireText('impUids', each)
  for (const each of merchantUids) requireText('merchantUids', each)
  const query = { 'imp_uid[]': impUids, 'merchant_uid[]': merchantUids }
  const read = (response: unknown) => answerList(response, readPayment)
  const payments = await call(readOperation('getPayments', '/payments', read, query)).catch(noneIfNotFound)
  return {
    payments,
    missingImpUids: impUids.filter((id) => !payments.some(({ impUid }) => impUid === id)),
    missingMerchantUids: merchantUids.filter((id) => !payments.some(({ merchantUid }) => merchantUid === id)),
  }
}

function noneIfNotFound(thrown: unknown): Payment[] {
  if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return []
  throw thrown
}
