import Database from 'libsql'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '#server/storage/sqlite/migrate.ts'
import { MIGRATIONS } from '#server/storage/sqlite/migrations.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { tempFolder } from '../../../faults/folder.ts'

const steps = (database: Database.Database): unknown[] =>
  database.prepare('SELECT number, name FROM schema_steps ORDER BY number').raw().all()

test('steps are numbered upwards', () => {
  const numbers = MIGRATIONS.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
})

test('each step runs once, and later ones follow the earlier', () => {
  const database = new Database(':memory:')
  const first = { number: 1, name: 'one', sql: 'CREATE TABLE one (a)' }
  const second = { number: 2, name: 'two', sql: 'ALTER TABLE one ADD COLUMN b; INSERT INTO one VALUES (1, 2)' }
  migrate(database, [first])
  migrate(database, [first, second])
  migrate(database, [first, second])
  expect(steps(database)).toEqual([[1, 'one'], [2, 'two']])
  expect(database.prepare('SELECT * FROM one').raw().all()).toEqual([[1, 2]])
})

test('a step that breaks leaves nothing of itself', () => {
  const database = new Database(':memory:')
  const broken = { number: 1, name: 'one', sql: 'CREATE TABLE one (a); CREATE TABLE one (a)' }
  expect(() => migrate(database, [broken])).toThrow('already exists')
  expect(steps(database)).toEqual([])
  migrate(database, [{ ...broken, sql: 'CREATE TABLE one (a)' }])
  expect(steps(database)).toEqual([[1, 'one']])
})

test('[ST10] a folder written by a newer program is refused and left as it was', async () => {
  const dataDir = tempFolder()
  const { storage } = await openSqlite(dataDir)
  await storage.close()
  const database = new Database(join(dataDir, 'travaux.db'))
  database.exec("INSERT INTO schema_steps VALUES (999, 'of the future')")
  await expect(openSqlite(dataDir)).rejects.toThrow(/written by a newer Travaux \(its schema is at step 999/)
  expect(steps(database)).toHaveLength(MIGRATIONS.length + 1)
  database.close()
  await expect(openSqlite(dataDir)).rejects.toThrow('newer Travaux') // not "in use": the refusal let go of the folder
})
