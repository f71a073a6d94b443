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
  transaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T>
  /** Whether the caller runs inside this database's one open transaction; always false where there are several connections. */
  inTransaction(): boolean
}
