import type { SqlDatabase, SqlTransaction } from './sqlDatabase.js'

/** Any number, as long as it is always the same: only one instance at a time changes tables. */
const LOCK = 1_953_723_747

/** What is brought up to date. */
export interface Migrations {
  /** Table that counts what was applied. */
  table: string
  /** Schema to make when it is missing. */
  schema: string | null
  /** One lock for all that may make the same schema. */
  lock: string
  /** Statements of each version, oldest first. Never changed once released. */
  versions: readonly (readonly string[])[]
}

/**
 * Brings the tables up to date. Where they are already, it only reads, so that a role without the right to create tables
 * can run a shop. A database newer than this version is left alone.
 */
export async function migrate(
  database: SqlDatabase,
  { table, schema, lock, versions }: Migrations,
): Promise<void> {
  const [found] = await database.query<{ table: string | null }>('select to_regclass($1)::text as table', [
    table,
  ])
  if (found?.table && (await versionOf(database, table)) >= versions.length) return
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1::int, hashtext($2))', [LOCK, lock])
    if (schema) await tx.query(`create schema if not exists ${schema}`)
    await tx.query(
      `create table if not exists ${table} (
        version integer primary key,
        applied_at timestamptz not null default now()
      )`,
    )
    const present = await versionOf(tx, table)
    for (const [index, statements] of versions.entries()) {
      if (index < present) continue
      for (const statement of statements) await tx.query(statement)
      await tx.query(`insert into ${table} (version) values ($1::int)`, [index + 1])
    }
  })
}

async function versionOf(sql: SqlTransaction, table: string): Promise<number> {
  const [row] = await sql.query<{ version: unknown }>(
    `select coalesce(max(version), 0) as version from ${table}`,
  )
  return Number(row?.version ?? 0)
}
