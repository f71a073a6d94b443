import type { SqlDatabase, SqlTransaction } from '../../orders/sql/sqlDatabase.js'
import { billingMigrations } from './billingMigrations.js'
import type { BillingNames } from './billingNames.js'

/** The orders' own: whoever makes tables of either kind waits for the other, since both may make the schema. */
const LOCK = 1_953_723_747

/** Brings the tables up to date, as the orders' migrations do; they are counted beside them. */
export async function migrateBilling(database: SqlDatabase, names: BillingNames): Promise<void> {
  const [found] = await database.query<{ table: string | null }>('select to_regclass($1)::text as table', [
    names.migrations,
  ])
  if (found?.table && (await versionOf(database, names)) >= billingMigrations.length) return
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1::int, hashtext($2))', [LOCK, names.ordersMigrations])
    if (names.schema) await tx.query(`create schema if not exists ${names.schema}`)
    await tx.query(
      `create table if not exists ${names.migrations} (
        version integer primary key,
        applied_at timestamptz not null default now()
      )`,
    )
    const present = await versionOf(tx, names)
    for (const [index, statements] of billingMigrations.entries()) {
      if (index < present) continue
      for (const statement of statements(names)) await tx.query(statement)
      await tx.query(`insert into ${names.migrations} (version) values ($1::int)`, [index + 1])
    }
  })
}

async function versionOf(sql: SqlTransaction, { migrations }: BillingNames): Promise<number> {
  const [row] = await sql.query<{ version: unknown }>(
    `select coalesce(max(version), 0) as version from ${migrations}`,
  )
  return Number(row?.version ?? 0)
}
