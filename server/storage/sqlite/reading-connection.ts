import { existsSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { Refused } from '#shared/kernel/index.ts'
import { connectionOn, type Connection } from './connection.ts'

/**
 * Opens `file` in `dataDir` for reading alone, as it stands at this moment; a server that writes meanwhile is not disturbed.
 * Throws `Refused('storage-failed')` where a read-only medium does not let SQLite read all there is.
 */
export function connectToRead(dataDir: string, file: string): Connection {
  const { href } = pathToFileURL(file)
  const beside = openTransaction(`${href}?mode=ro`)
  if (beside !== null) return connectionOn(beside, dataDir)
  // On a read-only medium SQLite cannot make the index of its write-ahead log; without a log nothing is missed.
  const alone = hasContent(`${file}-wal`) ? null : openTransaction(`${href}?mode=ro&immutable=1`)
  if (alone !== null) return connectionOn(alone, dataDir)
  throw new Refused('storage-failed', `The database in ${dataDir} cannot be read where it lies, on a read-only medium. Copy the whole folder to a disk and name the copy in TRAVAUX_DATA.`)
}

const hasContent = (file: string): boolean => existsSync(file) && statSync(file).size > 0

/** A reading transaction on `uri`; null where SQLite would have to make a file beside it and may not. */
function openTransaction(uri: string): Database.Database | null {
  const database = new Database(uri)
  try {
    database.exec('BEGIN')
    database.exec('SELECT count(*) FROM sqlite_master')
    return database
  } catch (error) {
    database.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CANTOPEN') return null
    throw error
  }
}
