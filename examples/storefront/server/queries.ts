/** What both databases, and the transaction a handler gets, can be asked. */
export interface Queries {
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}
