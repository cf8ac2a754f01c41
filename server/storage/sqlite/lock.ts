import { join } from 'node:path'
import Database from 'libsql'
import { Refused } from '#shared/kernel/index.ts'

/** Releases the data folder. */
export type FolderLock = Readonly<{ release(): void }>

/**
 * Takes the data folder for this process, or throws `Refused('storage-failed')` naming the process that has it. The lock
 * is SQLite's own reserved lock on `lock.db`, held open: the operating system drops it with the process, however that
 * ends, so no stale file can lock anybody out. Others can still read the holder's number from it.
 */
export function lockFolder(dataDir: string): FolderLock {
  const database = new Database(join(dataDir, 'lock.db'))
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    database.exec('BEGIN IMMEDIATE')
    database.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)')
    database.exec('DELETE FROM holder')
    database.prepare('INSERT INTO holder VALUES (?)').run(process.pid)
    database.exec('COMMIT')
    database.exec('BEGIN IMMEDIATE')
  } catch (error) {
    const refusal = isBusy(error) ? inUse(dataDir, holder(database)) : error
    database.close()
    throw refusal
  }
  return {
    release() {
      database.exec('ROLLBACK')
      database.close()
    },
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')

function holder(database: Database.Database): string {
  try {
    const row: unknown = database.prepare('SELECT pid FROM holder').get()
    return typeof row === 'object' && row !== null && 'pid' in row ? `pid ${String(row.pid)}` : 'pid unknown'
  } catch (error) {
    if (isBusy(error)) return 'just starting' // its first commit is under way
    throw error
  }
}

const inUse = (dataDir: string, who: string): Refused =>
  new Refused(
    'storage-failed',
    `This data folder is in use by another Travaux process (${who}): ${dataDir}. Stop that one first, or name another folder in TRAVAUX_DATA.`,
  )
