import { type Migrations, migrate } from './migrate.js'
import type { SqlDatabase } from './sqlDatabase.js'

/** Brings the tables up to date at the first call, once for all who wait for it; again when that failed. */
export function migrateOnce(database: SqlDatabase, migrations: Migrations): () => Promise<void> {
  let done = false
  let running: Promise<void> | null = null
  return async () => {
    if (done) return
    // Not remembered: the tables may be undone with that transaction. Nor waited for: others' may come after its end.
    if (database.inTransaction()) return migrate(database, migrations)
    running ??= migrate(database, migrations)
      .then(() => {
        done = true
      })
      .finally(() => {
        running = null
      })
    return running
  }
}
