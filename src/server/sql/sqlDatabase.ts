import type { OpenTransaction } from './openTransaction.js'

/**
 * The transaction that ticks an event off, as a handler gets it. Parameters are `$1`, `$2` …; what comes back is parsed as
 * your driver parses it. Do not `begin`, `commit` or `rollback` through it: throw to undo, return to keep.
 */
export interface SqlTransaction {
  /** One statement. Once the handler has ended it refuses to run any. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

/** What the SQL stores need of a driver. */
export interface SqlDatabase {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T>
  /**
   * A transaction for work that may take its time and ask the database for more meanwhile: a handler's. Waits for a place,
   * where these are few. Null within a handler when there is no place at once: it would wait for itself.
   */
  delivery<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T> | null
  /**
   * Whether what the caller asks joins a transaction that is open, and is undone with it; always false where there are
   * several connections.
   */
  inTransaction(): boolean
}
