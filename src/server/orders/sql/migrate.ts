import { migrations } from './migrations.js'
import type { SqlDatabase, SqlTransaction } from './sqlDatabase.js'
import type { SqlNames } from './sqlNames.js'

/** Any number, as long as it is always the same: only one instance at a time changes tables. */
const LOCK = 1_953_723_747

/**
 * Brings the tables up to date. Where they are already, it only reads, so that a role without the right to create tables
 * can run a shop. A database newer than this version is left alone.
 */
export async function migrate(database: SqlDatabase, names: SqlNames): Promise<void> {
  const [found] = await database.query<{ table: string | null }>('select to_regclass($1)::text as table', [
    names.migrations,
  ])
  if (found?.table && (await versionOf(database, names)) >= migrations.length) return
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1::int, hashtext($2))', [LOCK, names.migrations])
    if (names.schema) await tx.query(`create schema if not exists ${names.schema}`)
    await tx.query(
      `create table if not exists ${names.migrations} (
        version integer primary key,
        applied_at timestamptz not null default now()
      )`,
    )
    const present = await versionOf(tx, names)
    for (const [index, statements] of migrations.entries()) {
      if (index < present) continue
      for (const statement of statements(names)) await tx.query(statement)
      await tx.query(`insert into ${names.migrations} (version) values ($1::int)`, [index + 1])
    }
  })
}

async function versionOf(sql: SqlTransaction, { migrations: table }: SqlNames): Promise<number> {
  const [row] = await sql.query<{ version: unknown }>(
    `select coalesce(max(version), 0) as version from ${table}`,
  )
  return Number(row?.version ?? 0)
}
