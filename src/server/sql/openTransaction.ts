import type { SqlTransaction } from './sqlDatabase.js'

/**
 * Runs `work` on a transaction that refuses statements afterwards: one that a handler forgot to await would otherwise run
 * on a connection that serves somebody else by then.
 */
export async function openTransaction<T>(
  query: (sql: string, params: unknown[]) => Promise<{ rows: unknown[] }>,
  work: (tx: SqlTransaction) => Promise<T>,
): Promise<T> {
  let open = true
  const tx: SqlTransaction = {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      if (!open) throw new Error('This transaction has ended: await every query before the handler returns.')
      return (await query(sql, [...params])).rows as Row[]
    },
  }
  try {
    return await work(tx)
  } finally {
    open = false
  }
}
