import { cancelPayment } from '../rest/cancelPayment.js'
import type { RequestBody } from '../rest/readBody.js'
import type { RefundResult } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'

/** A refund as a merchant enters it in the console. */
export interface ConsoleRefund {
  impUid: string
  /** Won; everything that is left when missing. */
  amount: number | undefined
  reason: string | undefined
  /** Unix seconds. */
  now: number
}

/** Refunds in place, by the rules of `POST /payments/cancel`; where a deposit goes back to is not asked here. */
export function refundInConsole(state: SandboxState, refund: ConsoleRefund): RefundResult {
  const fields: Record<string, string | undefined> = {
    imp_uid: refund.impUid,
    reason: refund.reason ?? '관리자 콘솔에서 취소',
    refund_holder: '예금주',
    refund_bank: '004',
    refund_account: '00000000000000',
  }
  const body: Pick<RequestBody, 'text' | 'number'> = {
    text: (name) => fields[name] ?? null,
    number: (name) => (name === 'amount' ? (refund.amount ?? null) : null),
  }
  const result = cancelPayment(state, body, refund.now)
  if ('refused' in result) return { accepted: false, reason: result.refused }
  return { accepted: true, cancellationId: result.cancel_history.at(-1)?.cancellation_id ?? '' }
}
