import { badRequest, isRefused, type Refused } from '../rest/outcome.js'
import { cutPage, readPage } from '../rest/readPage.js'
import type { SandboxState } from '../store.js'
import { answerOfSchedule, type RestSchedule } from './billingSchedule.js'

/** The docs say three months; the longest three there are. */
const LONGEST_PERIOD = 92 * 86_400

/** How a list of schedules is asked for. */
export interface ScheduleQuery {
  query: Readonly<Record<string, string>>
  /** What the period and the status are called at this address. */
  spelling: { from: string; to: string; status: string }
  /** Only those of this key; one that is not there has none. */
  customerUid?: string
}

/** Schedules with `from <= schedule_at < to`, three months at most, newest first unless `sorting` is `scheduled`. */
export function listSchedules(
  state: SandboxState,
  { query, spelling, customerUid }: ScheduleQuery,
): RestSchedule[] | Refused {
  const missing = [spelling.from, spelling.to].filter((name) => !query[name])
  if (missing.length > 0) return badRequest(`필수 파라미터가 누락되었습니다: ${missing.join(', ')}`)
  const [from, to] = [Number(query[spelling.from]), Number(query[spelling.to])]
  const status = query[spelling.status]
  const { sorting } = query
  if (!Number.isInteger(from) || !Number.isInteger(to) || from > to || to - from > LONGEST_PERIOD) {
    return badRequest('조회 기간은 UNIX 초 단위로 최대 3개월이어야 합니다.')
  }
  if (status !== undefined && !['scheduled', 'executed', 'revoked'].includes(status)) {
    return badRequest(`알 수 없는 예약 상태입니다: ${status}`)
  }
  if (sorting !== undefined && sorting !== 'scheduled') {
    return badRequest(`알 수 없는 정렬 방식입니다: ${sorting}`)
  }
  const page = readPage(query)
  if (isRefused(page)) return page
  const found = state.schedules
    .filter(({ scheduleAt }) => from <= scheduleAt && scheduleAt < to)
    .filter((schedule) => customerUid === undefined || schedule.customerUid === customerUid)
    .filter((schedule) => status === undefined || schedule.status === status)
    .sort((a, b) => (sorting ? a.scheduleAt - b.scheduleAt : b.scheduleAt - a.scheduleAt))
  return cutPage(found, page).map((schedule) => answerOfSchedule(state, schedule))
}
