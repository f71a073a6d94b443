import type { RestPayment } from '../gateway/restPayment.types.js'
import { findPayment, isOrderApproved } from '../gateway/sandboxPayment.js'
import { badRequest, gatewayRefuses, isRefused, notFound, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import type { SandboxState } from '../store.js'
import { findBillingKey, NO_SUCH_BUYER } from './billingKey.js'
import { answerOfSchedule, type BillingSchedule, findSchedule, type RestSchedule } from './billingSchedule.js'
import { runSchedule } from './runSchedule.js'

const NO_SCHEDULE = '예약결제 기록이 존재하지 않습니다.'

/**
 * `POST /subscribe/payments/unschedule`, in place: all pending schedules of a key, or the named ones. A named one that is
 * not pending any more refuses the call, and nothing is revoked.
 *
 * @param now Unix seconds.
 */
export function unschedule(state: SandboxState, body: RequestBody, now: number): RestSchedule[] | Refused {
  const customerUid = body.text('customer_uid')
  const numbers = body.texts('merchant_uid')
  if (customerUid === null && numbers === null) {
    return badRequest('customer_uid 또는 merchant_uid 중 하나는 필수입니다.')
  }
  const pending = state.schedules
    .filter(({ status }) => status === 'scheduled')
    .filter((schedule) => customerUid === null || schedule.customerUid === customerUid)
    .filter(({ order }) => numbers === null || numbers.includes(order.params.merchant_uid))
  if (pending.length === 0 || (numbers !== null && pending.length < new Set(numbers).size)) {
    return gatewayRefuses('취소할 예약결제 기록이 존재하지 않습니다.')
  }
  for (const schedule of pending) {
    schedule.status = 'revoked'
    schedule.revokedAt = now
  }
  return pending.map((schedule) => answerOfSchedule(state, schedule))
}

/** `PUT /subscribe/payments/schedule/{merchant_uid}`, in place: a pending schedule to another time. */
export function moveSchedule(
  state: SandboxState,
  merchantUid: string,
  body: RequestBody,
  now: number,
): RestSchedule | Refused {
  return setTime(state, { merchantUid, body, now }, (schedule) =>
    schedule.status === 'scheduled' ? null : badRequest('이미 실행되었거나 취소된 예약결제입니다.'),
  )
}

/** `POST /subscribe/payments/schedule/{merchant_uid}/reschedule`, in place: a failed or revoked one, once more, later. */
export function reschedule(
  state: SandboxState,
  merchantUid: string,
  body: RequestBody,
  now: number,
): RestSchedule | Refused {
  return setTime(state, { merchantUid, body, now }, (schedule) => whyNotAgain(state, schedule))
}

/**
 * `POST /subscribe/payments/schedule/{merchant_uid}/retry`, in place: charges a failed or revoked one now.
 *
 * @param now Unix seconds.
 */
export function retrySchedule(state: SandboxState, merchantUid: string, now: number): RestPayment | Refused {
  const schedule = findSchedule(state, merchantUid)
  if (!schedule) return notFound(NO_SCHEDULE)
  const refused = whyNotAgain(state, schedule)
  if (refused) return refused
  if (!findBillingKey(state, schedule.customerUid)) return notFound(NO_SUCH_BUYER)
  return runSchedule(state, schedule, now).record
}

function setTime(
  state: SandboxState,
  { merchantUid, body, now }: { merchantUid: string; body: RequestBody; now: number },
  check: (schedule: BillingSchedule) => Refused | null,
): RestSchedule | Refused {
  const scheduleAt = body.number('schedule_at')
  if (scheduleAt === null) return badRequest('필수 파라미터가 누락되었습니다: schedule_at')
  const schedule = findSchedule(state, merchantUid)
  if (!schedule) return notFound(NO_SCHEDULE)
  const refused = check(schedule)
  if (isRefused(refused)) return refused
  if (!Number.isSafeInteger(scheduleAt) || scheduleAt <= now) {
    return badRequest('schedule_at은 현재 시각보다 미래인 UNIX 초여야 합니다.')
  }
  Object.assign(schedule, { scheduleAt, status: 'scheduled', executedAt: 0, revokedAt: 0, impUid: null })
  return answerOfSchedule(state, schedule)
}

function whyNotAgain(state: SandboxState, { status, impUid, order }: BillingSchedule): Refused | null {
  if (isOrderApproved(state, order.params.merchant_uid)) return badRequest('이미 승인된 결제입니다.')
  if (status === 'scheduled') return badRequest('아직 실행되지 않은 예약결제입니다.')
  const last = impUid === null ? undefined : findPayment(state, impUid)
  const failed = status === 'revoked' || last?.record.status === 'failed'
  return failed ? null : badRequest('실패했거나 취소된 예약결제만 다시 실행할 수 있습니다.')
}
