import { findPayment } from '../gateway/sandboxPayment.js'
import type { SandboxState } from '../store.js'
import type { ChargeOrder } from './chargeOrder.js'

/** A charge to be made later, as the REST half answers it (PortOne V1 REST definition). Unix seconds, 0 for not yet. */
export interface RestSchedule {
  customer_uid: string | null
  merchant_uid: string | null
  imp_uid: string | null
  pg_provider: string | null
  pg_id: string | null
  customer_id: string | null
  schedule_at: number | null
  executed_at: number | null
  revoked_at: number | null
  amount: number | null
  currency: string | null
  name: string | null
  buyer_name: string | null
  buyer_email: string | null
  buyer_tel: string | null
  buyer_addr: string | null
  buyer_postcode: string | null
  custom_data: string | null
  schedule_status: 'scheduled' | 'executed' | 'revoked' | null
  /** Null until executed. */
  payment_status: 'paid' | 'failed' | 'cancelled' | null
  fail_reason: string | null
  promotion_id: string | null
}

/** A charge to be made later, in the sandbox. Unix seconds. */
export interface BillingSchedule {
  customerUid: string
  customerId: string | null
  mid: string
  order: ChargeOrder
  promotionId: string | null
  scheduleAt: number
  status: 'scheduled' | 'executed' | 'revoked'
  executedAt: number
  revokedAt: number
  /** The payment of the last attempt. */
  impUid: string | null
}

/** The schedule of this order number. */
export function findSchedule(state: SandboxState, merchantUid: string): BillingSchedule | undefined {
  return state.schedules.find(({ order }) => order.params.merchant_uid === merchantUid)
}

/** The schedule as a lookup answers it; what became of its payment is read off the payment, refunds included. */
export function answerOfSchedule(state: SandboxState, schedule: BillingSchedule): RestSchedule {
  const { params, customData } = schedule.order
  const record = schedule.impUid === null ? undefined : findPayment(state, schedule.impUid)?.record
  return {
    customer_uid: schedule.customerUid,
    merchant_uid: params.merchant_uid,
    imp_uid: schedule.impUid,
    pg_provider: 'tosspayments',
    pg_id: schedule.mid.slice(0, 64),
    customer_id: schedule.customerId,
    schedule_at: schedule.scheduleAt,
    executed_at: schedule.executedAt,
    revoked_at: schedule.revokedAt,
    amount: params.amount,
    currency: params.currency ?? 'KRW',
    name: stored(params.name, 40) ?? params.merchant_uid,
    buyer_name: stored(params.buyer_name, 16),
    buyer_email: stored(params.buyer_email, 64),
    buyer_tel: stored(params.buyer_tel, 16),
    buyer_addr: stored(params.buyer_addr, 128),
    buyer_postcode: stored(params.buyer_postcode, 8),
    custom_data: customData,
    schedule_status: schedule.status,
    payment_status: !record || record.status === 'ready' ? null : record.status,
    fail_reason: record?.fail_reason ?? null,
    promotion_id: schedule.promotionId,
  }
}

function stored(text: string | undefined, limit: number): string | null {
  return text ? text.slice(0, limit) : null
}
