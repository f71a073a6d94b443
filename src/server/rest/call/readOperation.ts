import type { Operation, Query } from './operation.js'

/** An operation that only reads: sent again whenever its answer is lost. */
export function readOperation<Answer>(
  name: string,
  path: string,
  read: (response: unknown) => Answer,
  query?: Query,
): Operation<Answer> {
  return { name, method: 'GET', path, query, read, whenLost: 'again' }
}
