import { digitsFrom } from '../gateway/sandboxPayment.js'
import { badRequest, gatewayRefuses, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import type { SandboxState } from '../store.js'
import type { BillingKey } from './billingKey.js'
import { chargeCard } from './chargeCard.js'
import type { KnownCard } from './knownCard.js'

/**
 * `checking_amount`: a test charge that is given back at once, under an order number of the gateway's own; 0 or none is
 * no test. In place; the refusal when the card declines it.
 */
export function checkWithCharge(
  state: SandboxState,
  source: {
    body: RequestBody
    customerUid: string
    card: KnownCard
    mid: string
    known?: BillingKey
    at: number
  },
): Refused | null {
  const { body, customerUid, card, mid, known, at } = source
  const amount = body.number('checking_amount') ?? 0
  if (amount === 0) return null
  if (!(amount > 0 && Number.isSafeInteger(amount))) {
    return badRequest('checking_amount는 0 이상의 정수여야 합니다.')
  }
  const params = { pay_method: 'card', merchant_uid: `checking_${state.serial + 1}_${at}`, amount }
  const { record } = chargeCard(state, {
    order: { params, customData: null, quota: 0 },
    channel: { module: 'tosspayments', mid },
    card,
    charged: known?.charges ?? 0,
    customerUid,
    at,
  })
  if (record.status === 'failed') return gatewayRefuses(record.fail_reason ?? '')
  const reason = '카드 확인 결제 취소'
  record.status = 'cancelled'
  record.cancel_amount = amount
  record.cancelled_at = at
  record.cancel_reason = reason
  record.cancel_history = [
    {
      pg_tid: record.pg_tid ?? '',
      amount,
      cancelled_at: at,
      reason,
      cancellation_id: `cancellation_${digitsFrom(`${record.imp_uid}/1`, 12)}`,
      receipt_url: null,
    },
  ]
  return null
}
