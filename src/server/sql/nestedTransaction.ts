import type { SqlTransaction } from '../sql/sqlDatabase.js'

/** Work inside a transaction that is open already: each piece at a savepoint of its own, one after the other. */
export interface NestedTransaction {
  run<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T>
  /** False once the outer transaction has ended: what a handler left running goes its own way. */
  isOpen(): boolean
  close(): void
}

export function nestedTransaction(outer: SqlTransaction): NestedTransaction {
  let open = true
  let last: Promise<unknown> = Promise.resolve()

  const atSavepoint = async <T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> => {
    await outer.query('savepoint toss_checkout_nested')
    try {
      const result = await work(outer)
      await outer.query('release savepoint toss_checkout_nested')
      return result
    } catch (thrown) {
      await outer.query('rollback to savepoint toss_checkout_nested')
      throw thrown
    }
  }

  return {
    run: (work) => {
      const result = last.then(() => atSavepoint(work))
      last = result.catch(() => undefined)
      return result
    },
    isOpen: () => open,
    close: () => {
      open = false
    },
  }
}
