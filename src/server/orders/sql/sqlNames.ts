/** Names of everything the SQL stores have in the database, quoted and with their schema. */
export interface SqlNames {
  /** Null: the first of the connection's `search_path`. */
  schema: string | null
  orders: string
  events: string
  migrations: string
  guard: string
}

/** Raises `TypeError` for a schema that is no plain identifier. */
export function sqlNames(schema?: string): SqlNames {
  if (schema !== undefined && !/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(schema)) {
    throw new TypeError(
      `schema is "${schema}"; a name of letters, digits and _ is allowed, at most 63 characters.`,
    )
  }
  const name = (what: string) => `${schema ? `"${schema}".` : ''}toss_checkout_${what}`
  return {
    schema: schema ? `"${schema}"` : null,
    orders: name('orders'),
    events: name('events'),
    migrations: name('migrations'),
    guard: name('guard_order'),
  }
}
