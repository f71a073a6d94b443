import type { RestPayment } from '../gateway/restPayment.types.js'
import type { SandboxState } from '../store.js'
import { isSorting, isStatus, type Paged, pageOf, sortPayments } from './findPayments.js'
import { badRequest, isRefused, type Refused } from './outcome.js'
import { readPage } from './readPage.js'

const LONGEST_WINDOW = 90 * 86_400

/** The time a window is compared with; the definition says it for the four statuses and is silent on `all`. */
const timeOf: Record<RestPayment['status'] | 'all', (record: RestPayment) => number> = {
  all: (record) => record.started_at,
  ready: (record) => record.started_at,
  paid: (record) => record.paid_at,
  failed: (record) => record.failed_at,
  cancelled: (record) => record.cancelled_at,
}

/**
 * `GET /payments/status/{payment_status}`: a window of at most 90 days, by default the last 90.
 *
 * @param now Unix seconds.
 */
export function paymentsByStatus(
  state: SandboxState,
  status: string,
  query: Readonly<Record<string, string>>,
  now: number,
): Paged | Refused {
  const { sorting = '-started' } = query
  if (status !== 'all' && !isStatus(status)) return badRequest(`알 수 없는 결제 상태입니다: ${status}`)
  if (!isSorting(sorting)) return badRequest(`알 수 없는 정렬 방식입니다: ${sorting}`)
  const page = readPage(query)
  if (isRefused(page)) return page
  const to = Number(query.to ?? now)
  const from = Number(query.from ?? to - LONGEST_WINDOW)
  if (!Number.isInteger(from) || !Number.isInteger(to) || from > to || to - from > LONGEST_WINDOW) {
    return badRequest('조회 기간(from, to)은 UNIX 초 단위로 최대 90일이어야 합니다.')
  }
  const found = state.payments.filter(({ record }) => {
    const at = timeOf[status](record)
    return (status === 'all' || record.status === status) && from <= at && at <= to
  })
  const list = pageOf(sortPayments(found, sorting), page)
  return page.page > 1 && list.list.length === 0 ? badRequest(`존재하지 않는 page입니다: ${page.page}`) : list
}
