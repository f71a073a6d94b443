import type { RestPayment } from '../gateway/restPayment.types.js'
import type { SandboxPayment } from '../gateway/sandboxPayment.js'

const statuses = ['ready', 'paid', 'failed', 'cancelled']

const times: Record<string, (payment: SandboxPayment) => number> = {
  started: ({ record }) => record.started_at,
  paid: ({ record }) => record.paid_at,
  updated: ({ updatedAt }) => updatedAt,
}

/** Whether this is one of the four statuses a path may name. */
export function isStatus(text: string): text is RestPayment['status'] {
  return statuses.includes(text)
}

/** Whether the gateway knows this order; `-` in front is newest first. */
export function isSorting(sorting: string): boolean {
  return Object.hasOwn(times, sorting.replace(/^-/, ''))
}

/** Payments under one order number, sorted; those of the same second by the order they were opened in. */
export function findPayments(
  payments: readonly SandboxPayment[],
  merchantUid: string,
  status: string | undefined,
  sorting: string,
): RestPayment[] {
  const time = times[sorting.replace(/^-/, '')] ?? (() => 0)
  const direction = sorting.startsWith('-') ? -1 : 1
  return payments
    .map((payment, index) => ({ payment, index, at: time(payment) }))
    .filter(({ payment: { record } }) => record.merchant_uid === merchantUid)
    .filter(({ payment: { record } }) => !status || record.status === status)
    .sort((a, b) => direction * (a.at - b.at || a.index - b.index))
    .map(({ payment }) => payment.record)
}

/** One page of a list; `previous` and `next` are page numbers, 0 when there is none. */
export interface Paged {
  total: number
  previous: number
  next: number
  list: RestPayment[]
}

/** Cuts page `page` (from 1) of `limit` items out of the list. */
export function pageOf(list: RestPayment[], page: number, limit: number): Paged {
  const end = page * limit
  return {
    total: list.length,
    previous: page > 1 ? page - 1 : 0,
    next: end < list.length ? page + 1 : 0,
    list: list.slice(end - limit, end),
  }
}
