import { statfsSync } from 'node:fs'
import { Refused } from '#shared/kernel/index.ts'

/** Below this many free bytes an input/output fault of SQLite is taken for what it then is: a full disk. */
const FULL_BELOW_BYTES = 256 * 1024

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function isDiskFull(code: string, dataDir: string): boolean {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return true
  if (!code.startsWith('SQLITE_IOERR')) return false
  // Growing the shared index of the write-ahead log on a full disk comes as a plain input/output error.
  const disk = statfsSync(dataDir)
  return disk.bavail * disk.bsize < FULL_BELOW_BYTES
}

/** The database file is not what SQLite wrote. */
export const damaged = (dataDir: string, words: string): Refused =>
  new Refused(
    'storage-failed',
    `The database in ${dataDir} is damaged (${words.replaceAll(/\s+/g, ' ')}). Keep a copy of the whole folder, let \`npm run travaux -- verify\` name what is broken, and restore the last backup.`,
  )

const isDamage = (code: string): boolean => code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'

/** A fault of the medium or of SQLite as the refusal that callers know: `storage-full` or `storage-failed`. */
export function asRefusal(error: unknown, dataDir: string): Refused {
  if (error instanceof Refused) return error
  const code = codeOf(error)
  const words = error instanceof Error ? error.message : String(error)
  if (isDamage(code)) return damaged(dataDir, words)
  return isDiskFull(code, dataDir)
    ? new Refused('storage-full', `The disk that holds ${dataDir} is full: nothing is being saved. Free some space; saving then goes on by itself.`)
    : new Refused('storage-failed', `The database in ${dataDir} did not store it (${code === '' ? 'no code' : code}: ${words}).`)
}

const REASON: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name, not a folder',
  ENOENT: 'the path does not exist',
}

/** Why a data folder cannot be used, in words, with what to do. */
export const unusableFolder = (dataDir: string, error: unknown): Refused => {
  const code = codeOf(error)
  const reason = REASON[code] ?? (error instanceof Error ? error.message : String(error))
  return new Refused(
    'storage-failed',
    `Travaux cannot write to its data folder ${dataDir}: ${reason}. Give this user the right to write there, or name another folder in TRAVAUX_DATA.`,
  )
}
