import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { verifyFolder } from '#server/cli/verify-folder.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { textOf } from '../contracts/storage-rows.ts'
import { sampleText, seedOf } from '../server/rooms/sample.ts'
import { entryOf } from '../server/storage/journal/entries.ts'
import { Chance } from '../simulation/chance.ts'
import { startChild } from './child.ts'
import { numbered } from './children/numbered.ts'
import { tempFolder } from './folder.ts'

const DATABASE = 'travaux.db'
const LOG = 'travaux.db-wal'
const PAGE = 4096

/** A copy of the database of `folder`, its write-ahead log included where there is one, to be damaged. */
function copyOf(folder: string, files: readonly string[]): string {
  const copy = join(tempFolder(), 'data')
  mkdirSync(copy)
  for (const file of files) copyFileSync(join(folder, file), join(copy, file))
  return copy
}

test('[ST23] a torn end of the write-ahead log: as some whole commit left it, with every commit before that one', async () => {
  const left = tempFolder()
  const child = startChild({ script: 'append.ts', args: [left] })
  let acknowledged = 0
  while (acknowledged < 60) acknowledged = Number(await child.line())
  await child.kill()
  const size = statSync(join(left, LOG)).size
  const chance = new Chance(1969)
  const kept: number[] = []
  for (let cut = 0; cut < 12; cut++) {
    const folder = copyOf(left, [DATABASE, LOG])
    const lost = cut === 0 ? 0 : chance.below(cut * 12_000)
    if (cut % 2 === 0) truncateSync(join(folder, LOG), size - lost)
    else {
      const log = readFileSync(join(folder, LOG))
      for (let at = size - lost; at < size; at += 97) log[at] = chance.below(256)
      writeFileSync(join(folder, LOG), log)
    }
    const { storage } = await openSqlite(folder)
    const updates = await storage.drafts.load('t1')
    await storage.close()
    expect(updates.slice(1)).toEqual(updates.slice(1).map((_, n) => numbered(n + 1)))
    kept.push(updates.length)
  }
  expect(kept[0]).toBeGreaterThan(acknowledged) // untouched: all that was acknowledged
  expect(Math.min(...kept)).toBeLessThan(acknowledged) // otherwise nothing was torn
})

/** A folder whose database file holds everything, with no log beside it. */
async function orderly(): Promise<string> {
  const folder = tempFolder()
  const { storage } = await openSqlite(folder)
  await storage.negotiations.create({ id: 'n1', title: 'Convention', createdAt: '' })
  for (let n = 0; n < 24; n++) await storage.texts.create(textOf(`t${n}`), seedOf(sampleText(20)))
  for (let n = 0; n < 150; n++) await storage.journal.append(entryOf({ subject: `act ${n}`, act: 'text-brought-in' }))
  await storage.close()
  const database = new Database(join(folder, DATABASE))
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  return folder
}

const startOf = (folder: string): Promise<string> =>
  openSqlite(folder).then(
    ({ storage }) => storage.close().then(() => 'started'),
    (error: unknown) => String(error),
  )
const findings = (folder: string): Promise<number> =>
  verifyFolder(folder, []).then(
    (report) => report.findings.length,
    () => -1, // it cannot be read at all, and says so
  )

test('[ST22] a last page that is cut off, empty or noise is refused at the start, in words, and named by verify', async () => {
  const folder = await orderly()
  const whole = readFileSync(join(folder, DATABASE))
  expect([await findings(folder), whole.length % PAGE]).toEqual([0, 0])
  const chance = new Chance(7)
  const noise = Buffer.from(Array.from({ length: PAGE }, () => chance.below(256)))
  const damages = [whole.subarray(0, -PAGE), whole.subarray(0, -PAGE / 2), Buffer.concat([whole.subarray(0, -PAGE), noise])]
  for (const damage of damages) {
    const copy = copyOf(folder, [DATABASE])
    writeFileSync(join(copy, DATABASE), damage)
    expect(await findings(copy)).not.toBe(0)
    expect(await startOf(copy)).toMatch(/storage-failed: The database in .* is damaged \(.*\)\. Keep a copy of the whole folder/)
    expect(readFileSync(join(copy, DATABASE)).equals(damage)).toBe(true)
  }
})

test('[ST22] noise in any one page is refused at the start or named by verify', async () => {
  const folder = await orderly()
  const whole = readFileSync(join(folder, DATABASE))
  const chance = new Chance(8)
  const unnoticed: number[] = []
  for (let page = 0; page < whole.length / PAGE; page += 1 + chance.below(3)) {
    const copy = copyOf(folder, [DATABASE])
    const damage = Buffer.from(whole)
    for (let at = page * PAGE; at < (page + 1) * PAGE; at++) damage[at] = chance.below(256)
    writeFileSync(join(copy, DATABASE), damage)
    if ((await findings(copy)) === 0 && (await startOf(copy)) === 'started') unnoticed.push(page)
  }
  expect(unnoticed).toEqual([])
})
