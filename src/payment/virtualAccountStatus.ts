import { judgeRecord } from './judgeRecord.js'
import type { PaymentRecord } from './paymentRecord.js'

/**
 * How the deposit stands. `expired` is the deadline by the buyer's clock: nothing is documented to change the record
 * then, so it is still asked for, once a minute. `mismatch`: the server's record is not what was to be paid.
 */
export type VirtualAccountStatus = 'waiting' | 'deposited' | 'expired' | 'revoked' | 'mismatch'

/** How it ended, by the newest record; undefined while the deposit is awaited. */
export function settledDeposit(
  latest: PaymentRecord,
  issued: PaymentRecord,
): Extract<VirtualAccountStatus, 'deposited' | 'revoked' | 'mismatch'> | undefined {
  const judged = judgeRecord(latest, issued)
  if (judged?.status === 'paid') return 'deposited'
  if (latest.status === 'cancelled' || latest.cancelAmount || latest.status === 'failed') return 'revoked'
  return judged?.status === 'failed' ? 'mismatch' : undefined
}
