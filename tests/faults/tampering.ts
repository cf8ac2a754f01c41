import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { FENCE } from '#server/storage/sqlite/chain-migration.ts'
import { tempFolder } from './folder.ts'

/** Runs `travaux verify` as a process of its own on `dataDir`. */
export function travauxVerify(dataDir: string, ...args: string[]): Readonly<{ code: number | null; out: string; err: string }> {
  const cli = new URL('../../server/cli/index.ts', import.meta.url).pathname
  const env = { ...process.env, TRAVAUX_DATA: dataDir }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', cli, 'verify', ...args], { env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

/** A copy of the data folder `original` in which somebody who can lift the fence has run `sql`, and put the fence back. */
export function tampered(original: string, sql: string): string {
  const dataDir = tempFolder()
  cpSync(original, dataDir, { recursive: true })
  const database = new Database(join(dataDir, 'travaux.db'))
  database.exec('PRAGMA foreign_keys = OFF')
  for (const name of Object.keys(FENCE)) database.exec(`DROP TRIGGER ${name}`)
  database.exec(sql)
  for (const trigger of Object.values(FENCE)) database.exec(trigger)
  database.close()
  return dataDir
}
