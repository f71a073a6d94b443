import type { RestPayment } from '../gateway/restPayment.types.js'
import type { SandboxPayment } from '../gateway/sandboxPayment.js'
import { cutPage, type Page } from './readPage.js'

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

/** These payments, sorted; those of the same second by the order they were opened in. */
export function sortPayments(payments: readonly SandboxPayment[], sorting: string): RestPayment[] {
  const time = times[sorting.replace(/^-/, '')] ?? (() => 0)
  const direction = sorting.startsWith('-') ? -1 : 1
  return payments
    .map((payment, index) => ({ payment, index, at: time(payment) }))
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

/** Cuts a page out of the list, with what is around it. */
export function pageOf(list: readonly RestPayment[], { page, limit }: Page): Paged {
  return {
    total: list.length,
    previous: page > 1 ? page - 1 : 0,
    next: page * limit < list.length ? page + 1 : 0,
    list: cutPage(list, { page, limit }),
  }
}
