import { type AnswerFields, answerFields } from '../call/answerFields.js'
import { WrongShape } from '../call/WrongShape.js'
import { readCustomData } from '../payments/readPayment.js'
import type { Schedule } from './schedule.types.js'

const scheduleStatuses = ['scheduled', 'executed', 'revoked'] as const
const paymentStatuses = ['paid', 'failed', 'cancelled'] as const

/**
 * Reads a schedule. The definition lets every field be null; only the order number, without which nothing can be done
 * with it, has to be there. Throws `WrongShape`.
 */
export function readSchedule(answer: unknown, at?: string): Schedule {
  const fields = answerFields(answer, at)
  const { textOrNull, numberOrNull, date } = fields
  return {
    merchantUid: fields.text('merchant_uid'),
    customerUid: textOrNull('customer_uid'),
    impUid: textOrNull('imp_uid'),
    pgProvider: textOrNull('pg_provider'),
    pgId: textOrNull('pg_id'),
    customerId: textOrNull('customer_id'),
    scheduleAt: date('schedule_at'),
    executedAt: date('executed_at'),
    revokedAt: date('revoked_at'),
    amount: numberOrNull('amount'),
    currency: textOrNull('currency'),
    name: textOrNull('name'),
    buyerName: textOrNull('buyer_name'),
    buyerEmail: textOrNull('buyer_email'),
    buyerTel: textOrNull('buyer_tel'),
    buyerAddr: textOrNull('buyer_addr'),
    buyerPostcode: textOrNull('buyer_postcode'),
    customData: readCustomData(fields),
    scheduleStatus: oneOfOrNull(fields, 'schedule_status', scheduleStatuses),
    paymentStatus: oneOfOrNull(fields, 'payment_status', paymentStatuses),
    failReason: textOrNull('fail_reason'),
    promotionId: textOrNull('promotion_id'),
    raw: fields.raw,
  }
}

/** Reads a schedule that has to be the one asked for. Throws `WrongShape` when it is another. */
export function readScheduleOf(merchantUid: string): (answer: unknown) => Schedule {
  return (answer) => {
    const schedule = readSchedule(answer)
    if (schedule.merchantUid === merchantUid) return schedule
    throw new WrongShape('response.merchant_uid', 'the order asked for', schedule.merchantUid)
  }
}

function oneOfOrNull<Text extends string>(
  fields: AnswerFields,
  name: string,
  texts: readonly Text[],
): Text | null {
  return fields.raw[name] == null ? null : fields.oneOf(name, texts)
}
