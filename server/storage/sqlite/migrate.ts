import type Database from 'libsql'
import { Refused } from '#shared/kernel/index.ts'
import { inTransaction } from './connection.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/**
 * Brings the schema to the newest of `migrations`, one transaction a step, so that a crash leaves whole steps. Throws
 * `Refused('storage-failed')` when the database was written by a newer Travaux: guessing at its tables would damage it.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  database.exec('CREATE TABLE IF NOT EXISTS schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
  const row: unknown = database.prepare('SELECT coalesce(max(number), 0) AS reached FROM schema_steps').get()
  const reached = typeof row === 'object' && row !== null && 'reached' in row ? Number(row.reached) : 0
  const newest = migrations.at(-1)?.number ?? 0
  if (reached > newest) {
    throw new Refused(
      'storage-failed',
      `This data folder was written by a newer Travaux (its schema is at step ${reached}, this program knows ${newest}). Start the newer program, or restore an older backup.`,
    )
  }
  for (const step of migrations.filter((step) => step.number > reached)) {
    inTransaction(database, () => {
      database.exec(step.sql)
      step.carry?.(database)
      database.prepare('INSERT INTO schema_steps VALUES (?, ?)').run(step.number, step.name)
    })
  }
}
