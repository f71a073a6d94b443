import type { DepositResult } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'
import { findPayment, isOrderApproved } from './sandboxPayment.js'

/** A deposit as the bank reports it. */
export interface Deposit {
  impUid: string
  /** Won; the whole price when missing. */
  amount: number | undefined
  depositor: string | undefined
  /** Unix seconds. */
  now: number
}

const refuse = (reason: string): DepositResult => ({ accepted: false, reason })

/** Books a deposit, in place. A passed deadline leaves the payment `ready`: that is not documented to change it. */
export function depositIntoAccount(state: SandboxState, deposit: Deposit): DepositResult {
  const payment = findPayment(state, deposit.impUid)
  if (!payment?.record.vbank_num) return refuse('발급된 가상계좌가 없습니다.')
  const { record } = payment
  if (record.status !== 'ready') return refuse('입금을 기다리는 가상계좌가 아닙니다.')
  if (deposit.now > record.vbank_date) return refuse('입금 기한이 지났습니다.')
  if (isOrderApproved(state, record.merchant_uid)) return refuse('이미 결제가 완료된 주문입니다.')
  const amount = deposit.amount ?? record.amount
  if (amount !== record.amount) {
    return refuse(`입금액 ${amount}원이 결제 금액 ${record.amount}원과 다릅니다.`)
  }
  record.status = 'paid'
  record.paid_at = deposit.now
  record.deposit_history = [
    {
      pg_tid: record.pg_tid ?? '',
      amount,
      depositor_name: deposit.depositor ?? record.buyer_name ?? '',
      deposited_at: deposit.now,
    },
  ]
  payment.updatedAt = deposit.now
  return { accepted: true }
}
