import type { DepositResult } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'
import { findPayment } from './sandboxPayment.js'

/**
 * Takes a booked deposit back, in place: the account waits for money again. PortOne documents no such thing; banks do it
 * all the same, and what the record then looks like is this sandbox's choice.
 */
export function rollBackDeposit(state: SandboxState, impUid: string, now: number): DepositResult {
  const payment = findPayment(state, impUid)
  if (!payment?.record.vbank_num) return { accepted: false, reason: '발급된 가상계좌가 없습니다.' }
  const { record } = payment
  if (record.status !== 'paid') return { accepted: false, reason: '되돌릴 입금이 없습니다.' }
  record.status = 'ready'
  record.paid_at = 0
  record.deposit_history = []
  payment.updatedAt = now
  return { accepted: true }
}
