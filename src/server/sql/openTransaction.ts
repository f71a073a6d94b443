import type { CallScope } from './callScope.js'
import type { SqlTransaction } from './sqlDatabase.js'

/** A transaction in which everything stands in one line: statements, and whole pieces of work. */
export interface OpenTransaction extends SqlTransaction {
  /**
   * Work at a savepoint of its own: kept when it resolves, undone when it rejects or when it swallowed an error of the
   * database. It is given a transaction with a line of its own; whatever else is asked of this one waits for its end.
   */
  nest<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T>
  /** False once its work has ended: what was left running goes its own way. */
  isOpen(): boolean
}

/**
 * Runs `work` on a transaction that refuses statements afterwards: one that a handler forgot to await would otherwise run
 * on a connection that serves somebody else by then. Those that are in line already are done first.
 *
 * @param scope remembers the innermost transaction for everything that its work calls
 */
export async function openTransaction<T>(
  query: (sql: string, params: unknown[]) => Promise<{ rows: unknown[] }>,
  work: (tx: OpenTransaction) => Promise<T>,
  scope: CallScope<OpenTransaction>,
): Promise<T> {
  let open = true
  let last: Promise<unknown> = Promise.resolve()

  const inLine = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (!open) throw new Error('This transaction has ended: await every query before the handler returns.')
    const result = last.then(run)
    last = result.catch(() => undefined)
    return result
  }
  const atSavepoint = async <Result>(nested: (tx: OpenTransaction) => Promise<Result>): Promise<Result> => {
    await query('savepoint toss_checkout_nested', [])
    try {
      const result = await openTransaction(query, nested, scope)
      await query('release savepoint toss_checkout_nested', [])
      return result
    } catch (thrown) {
      await query('rollback to savepoint toss_checkout_nested', [])
      // Rolling back leaves the savepoint itself: the outer one of that name would be out of reach behind it.
      await query('release savepoint toss_checkout_nested', [])
      throw thrown
    }
  }
  const tx: OpenTransaction = {
    query: <Row>(sql: string, params: readonly unknown[] = []) =>
      inLine(async () => (await query(sql, [...params])).rows as Row[]),
    nest: (nested) => inLine(() => atSavepoint(nested)),
    isOpen: () => open,
  }

  try {
    return await scope.run(tx, () => work(tx))
  } finally {
    open = false
    await last
  }
}
