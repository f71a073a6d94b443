import { answerList } from '../call/answerFields.js'
import { idInPath } from '../call/idInPath.js'
import type { Query } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { requireDate } from './argumentRules.js'
import { getScheduleOperation } from './lookUpSchedule.js'
import { moveSchedule, type NewScheduleTime } from './moveSchedule.js'
import { readSchedule } from './readSchedule.js'
import type { Schedule, ScheduleQuery } from './schedule.types.js'
import { type SchedulePaymentsRequest, schedulePayments } from './schedulePayments.js'
import type { SubscribeTools } from './subscribeTools.js'
import { type UnscheduleTarget, unschedulePayments } from './unschedulePayments.js'

export interface ListSchedulesQuery extends ScheduleQuery {
  /** Schedules on a page, 1–1,000. Default 20. */
  limit?: number
  /** `scheduled`: oldest first. Default: newest first. */
  sorting?: 'scheduled'
}

/** Charges the gateway makes by itself (예약 결제); it sends a webhook after each, paid or declined. New module only. */
export interface ScheduleOperations {
  /**
   * Schedules charges and answers one schedule each. `POST /subscribe/payments/schedule`. A name no card is registered
   * under needs the card's data: it is registered first. Without a `name` a charge is called 정기결제.
   *
   * Sent once; after a lost answer each is looked up by its `merchantUid`, and `UNKNOWN_RESULT` means that not all were
   * found as sent. Raises `REFUSED`, `INVALID_ARGUMENT` (a time that is past, an amount, a card field by name only).
   *
   * @example
   * await portOne.schedulePayments({
   *   customerUid: 'member-7-card-1',
   *   schedules: [{ merchantUid: 'membership-7-2026-12', amount: 9_900, name: '멤버십 12월', scheduleAt: firstOfDecember }],
   * })
   */
  schedulePayments(request: SchedulePaymentsRequest): Promise<Schedule[]>
  /** Schedules of a period of at most 3 months. `GET /subscribe/payments/schedule`. Raises `BAD_REQUEST`. */
  listSchedules(query: ListSchedulesQuery): Promise<Schedule[]>
  /**
   * Takes back what is not executed yet: the named schedules, or all of a key. `POST /subscribe/payments/unschedule`. A
   * schedule that is not `revoked` in the answer was not taken back.
   *
   * Sent once; after a lost answer named schedules are looked up, those of a whole key cannot be: `UNKNOWN_RESULT` says
   * how. Raises `REFUSED`.
   */
  unschedulePayments(target: UnscheduleTarget): Promise<Schedule[]>
  /** `GET /subscribe/payments/schedule/{merchant_uid}`. Raises `NOT_FOUND`. */
  getSchedule(merchantUid: string): Promise<Schedule>
  /**
   * Moves a charge that is not executed yet to another time. `PUT /subscribe/payments/schedule/{merchant_uid}`. Sent
   * once; after a lost answer the schedule is looked up. Raises `BAD_REQUEST` (executed, revoked), `NOT_FOUND`,
   * `INVALID_ARGUMENT` (a time that is past), `UNKNOWN_RESULT`.
   */
  updateSchedule(merchantUid: string, to: NewScheduleTime): Promise<Schedule>
  /**
   * Has a failed or revoked charge made at another time. `POST /subscribe/payments/schedule/{merchant_uid}/reschedule`.
   * Raises what `updateSchedule` does; `BAD_REQUEST` for one that is not executed yet, running or paid.
   */
  reschedule(merchantUid: string, to: NewScheduleTime): Promise<Schedule>
  /** Schedules of a key. `GET /subscribe/payments/schedule/customers/{customer_uid}`. Raises `BAD_REQUEST`. */
  listSchedulesByCustomer(customerUid: string, query: ScheduleQuery): Promise<Schedule[]>
  /** The same, newest first, by the key's own address. `GET /subscribe/customers/{customer_uid}/schedules`. */
  listCustomerSchedules(customerUid: string, query: ScheduleQuery): Promise<Schedule[]>
}

export function scheduleOperations(tools: SubscribeTools): ScheduleOperations {
  const { call } = tools
  const list = (name: string, path: string, query: Query): Promise<Schedule[]> =>
    call(readOperation(name, path, (answer) => answerList(answer, readSchedule), query))
  return {
    schedulePayments: (request) => schedulePayments(tools, request),
    listSchedules: async ({ from, to, status, page, limit, sorting }) =>
      list('listSchedules', '/subscribe/payments/schedule', {
        schedule_from: requireDate('from', from),
        schedule_to: requireDate('to', to),
        schedule_status: status,
        page,
        limit,
        sorting,
      }),
    unschedulePayments: (target) => unschedulePayments(tools, target),
    getSchedule: async (merchantUid) => call(getScheduleOperation(merchantUid)),
    updateSchedule: (merchantUid, to) => moveSchedule(tools, 'updateSchedule', merchantUid, to),
    reschedule: (merchantUid, to) => moveSchedule(tools, 'reschedule', merchantUid, to),
    listSchedulesByCustomer: async (customerUid, query) => {
      const path = `/subscribe/payments/schedule/customers/${idInPath('customerUid', customerUid)}`
      return list('listSchedulesByCustomer', path, keyQuery(query))
    },
    listCustomerSchedules: async (customerUid, query) => {
      const path = `/subscribe/customers/${idInPath('customerUid', customerUid)}/schedules`
      return list('listCustomerSchedules', path, keyQuery(query))
    },
  }
}

/** The keys' own lists spell this one with a hyphen, the plain list with an underscore (PortOne V1 REST definition). */
function keyQuery({ from, to, status, page }: ScheduleQuery): Query {
  return { page, from: requireDate('from', from), to: requireDate('to', to), 'schedule-status': status }
}
