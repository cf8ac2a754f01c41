import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { join } from 'node:path'
import { checkChain, type ChainedEntry } from '#server/storage/journal/index.ts'
import { CHAIN_STEP } from '#server/storage/sqlite/chain-migration.ts'
import { openForReading, openSqlite } from '#server/storage/sqlite/index.ts'
import { migrate } from '#server/storage/sqlite/migrate.ts'
import { MIGRATIONS } from '#server/storage/sqlite/migrations.ts'
import { tempFolder } from '../../../faults/folder.ts'
import { entryOf } from '../journal/entries.ts'

function chainIn(dataDir: string, id: string): readonly ChainedEntry[] {
  const folder = openForReading(dataDir)
  try {
    return folder.chain(id)
  } finally {
    folder.close()
  }
}

test('[JR7] what stood in the journal before is chained in its order, each negotiation by itself', async () => {
  const dataDir = tempFolder()
  const old = new Database(join(dataDir, 'travaux.db'))
  migrate(old, MIGRATIONS.filter(({ number }) => number < CHAIN_STEP))
  for (const id of ['n1', 'n2']) old.prepare('INSERT INTO negotiations VALUES (?, ?, ?)').run([id, id, ''])
  const insert = old.prepare(`INSERT INTO journal (negotiation_id, at, member_id, name, delegation, act, subject, text_id) VALUES (?, '', 'm', 'Ana', '', ?, 's', NULL)`)
  for (const [id, act] of [['n1', 'set-up'], ['n2', 'set-up'], ['n1', 'text-edited'], ['n1', 'member-joined']]) insert.run([id, act])
  old.close()

  const { storage } = await openSqlite(dataDir)
  await storage.journal.append(entryOf({ act: 'version-issued' }))
  await storage.close()
  expect(chainIn(dataDir, 'n1').map(({ position, act }) => `${position} ${act}`)).toEqual(['1 set-up', '2 text-edited', '3 member-joined', '4 version-issued'])
  expect(['n1', 'n2'].flatMap((id) => checkChain(chainIn(dataDir, id)))).toEqual([])
  expect(chainIn(dataDir, 'n2')).toHaveLength(1)
})

test('[JR6] the database refuses to change the journal, to take from it, or to add anywhere but at the end', async () => {
  const dataDir = tempFolder()
  const { storage } = await openSqlite(dataDir)
  onTestFinished(() => storage.close())
  await storage.negotiations.create({ id: 'n1', title: 'n1', createdAt: '' })
  for (const subject of ['one', 'two', 'three']) await storage.journal.append(entryOf({ subject }))
  const before = chainIn(dataDir, 'n1')
  const database = new Database(join(dataDir, 'travaux.db'))
  onTestFinished(() => void database.close())
  const row = (position: number) => `('n1', ${position}, '', 'm', 'Eve', '', 'set-up', 's', NULL, NULL, 'h')`
  const attempts = [
    `UPDATE journal SET subject = 'other' WHERE position = 2`,
    `DELETE FROM journal WHERE position = 3`,
    'DELETE FROM journal',
    `INSERT INTO journal VALUES ${row(5)}`,
    `INSERT INTO journal VALUES ${row(0)}`,
    `INSERT OR REPLACE INTO journal VALUES ${row(2)}`,
    `REPLACE INTO journal VALUES ${row(3)}`,
  ]
  for (const sql of attempts) expect(() => database.exec(sql), sql).toThrow(/the journal/)
  expect(chainIn(dataDir, 'n1')).toEqual(before)
})
