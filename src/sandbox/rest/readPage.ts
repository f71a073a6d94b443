import { badRequest, type Refused } from './outcome.js'

/** Which part of a list is asked for. */
export interface Page {
  /** From 1. */
  page: number
  /** 1–1000. */
  limit: number
}

/** `page` (default 1) and `limit` (default 20) of a query. */
export function readPage(query: Readonly<Record<string, string>>): Page | Refused {
  const [page, limit] = [Number(query.page ?? 1), Number(query.limit ?? 20)]
  const isPage = Number.isInteger(page) && page >= 1
  return isPage && Number.isInteger(limit) && limit >= 1 && limit <= 1000
    ? { page, limit }
    : badRequest('page는 1 이상, limit은 1 이상 1000 이하의 정수여야 합니다.')
}

/** That part of the list. */
export function cutPage<Item>(list: readonly Item[], { page, limit }: Page): Item[] {
  return list.slice((page - 1) * limit, page * limit)
}
