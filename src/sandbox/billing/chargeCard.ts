import { declineReason, gatewayMessage, type Reason, refusalReason } from '../gateway/gatewayReasons.js'
import type { Channel } from '../gateway/resolveChannel.js'
import { digitsFrom, isOrderApproved, type SandboxPayment } from '../gateway/sandboxPayment.js'
import { testCards } from '../rules/testCards.js'
import type { SandboxState } from '../store.js'
import { startApiPayment } from './apiPayment.js'
import { cardOfKey, findBillingKey } from './billingKey.js'
import type { ChargeOrder } from './chargeOrder.js'
import type { KnownCard } from './knownCard.js'

/** One charge without a window. */
export interface Charge {
  order: ChargeOrder
  channel: Channel
  /** Null when there is no such key any more: the charge then fails. */
  card: KnownCard | null
  /** Charges that went through with this registration of the card. */
  charged: number
  customerUid?: string
  usage?: 'payment' | 'payment.scheduled'
  /** Unix seconds. */
  at: number
}

/**
 * Charges a card, in place: the payment it became, `paid` or `failed`. Nothing is charged when the order number is
 * approved already. Under the faults that decline a window, charges are declined too.
 */
export function chargeCard(state: SandboxState, charge: Charge): SandboxPayment {
  const { order, card, at } = charge
  const reason = whyNot(state, charge)
  const payment = startApiPayment(state, order, charge.channel, at)
  const { record } = payment
  record.customer_uid = charge.customerUid ?? null
  record.customer_uid_usage = charge.customerUid === undefined ? null : (charge.usage ?? 'payment')
  if (card) {
    record.card_code = record.card_issuer_code = record.card_publisher_code = card.code
    record.card_name = record.card_issuer_name = record.card_publisher_name = card.name
    record.card_number = card.number
    record.card_type = 0
    record.card_quota = order.quota
  }
  if (reason) {
    record.status = 'failed'
    record.failed_at = at
    record.fail_reason = gatewayMessage('tosspayments', reason)
  } else {
    record.status = 'paid'
    record.paid_at = at
    record.apply_num = digitsFrom(record.imp_uid, 8)
  }
  return payment
}

/** Charges the card under a `customer_uid`, in place, and counts it. A key that is gone makes the charge fail. */
export function chargeKey(
  state: SandboxState,
  { customerUid, ...charge }: Omit<Charge, 'card' | 'charged'> & { customerUid: string },
): SandboxPayment {
  const key = findBillingKey(state, customerUid)
  const payment = chargeCard(state, {
    ...charge,
    customerUid,
    card: key ? cardOfKey(key) : null,
    charged: key?.charges ?? 0,
  })
  if (key && payment.record.status === 'paid') key.charges += 1
  return payment
}

function whyNot(state: SandboxState, { order, card, charged }: Charge): Reason | null {
  if (isOrderApproved(state, order.params.merchant_uid)) return refusalReason('tosspayments', 'duplicate')
  if (!card) return ['NOT_FOUND_BILLING', '존재하지 않는 빌링 결제 인증 정보 입니다.']
  const declines = card.test && testCards[card.test].declines
  if (declines && charged >= declines.after) return declines.reason
  return declineReason('tosspayments', 'card', state.faults)
}
