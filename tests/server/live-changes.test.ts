import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBus } from '#server/bus/index.ts'
import { openChronicle } from '#server/http/index.ts'
import { followChanges } from '#server/live-changes.ts'
import type { OnChanged } from '#server/rooms/index.ts'
import type { MemberRow, Storage, TextRow } from '#server/storage/port.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { parseClauseId, type ClauseText } from '#shared/clauses/index.ts'

const START = Date.parse('2026-11-23T10:00:00.000Z')
const id = parseClauseId('c_0123456789')
const wording: ClauseText = {
  title: 'Typed title',
  settings: { style: 'un', language: 'en', articleWord: null },
  clauses: id === null ? [] : [{ id, kind: 'article', depth: 0, number: null, text: 'Purposes', spans: [] }],
}
const member: MemberRow = { id: 'm1', negotiationId: 'n1', userId: 'u1', name: 'Bo', role: 'drafter', delegation: 'X', joinedAt: '', leftAt: null }
const text: TextRow = {
  id: 't1',
  negotiationId: 'n1',
  kind: 'rolling',
  title: 'Rolling text',
  submitter: '',
  delegation: '',
  receivedOn: '2026-11-20',
  chapterIds: [],
  language: 'en',
  style: 'un',
  createdBy: 'm1',
  createdAt: '',
  changedAt: '',
  articles: 0,
  clauses: 0, frozen: null,
}

let folder: string
let storage: Storage
let changed: OnChanged
let clock = START
let published: (string | null)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-changes-'))
  storage = (await openSqlite(folder)).storage
  clock = START
  published = []
  const now = () => clock
  await storage.negotiations.create({ id: 'n1', title: 'N', createdAt: '' })
  await storage.members.add(member)
  await storage.texts.create(text, new Uint8Array([0, 0]))
  await storage.texts.create({ ...text, id: 't2', kind: 'private', delegation: 'X' }, new Uint8Array([0, 0]))
  const chronicle = openChronicle({ storage, bus: openBus(), now })
  changed = followChanges({ storage, chronicle, now, publish: (_negotiationId, textId) => void published.push(textId) })
})
afterEach(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

const edits = async () => (await storage.journal.latest('n1', 10)).map(({ act, name }) => `${act} by ${name}`)

test('new wording shows in the size and date of its text, whose name stays the desk’s', async () => {
  await changed('t1', wording, ['m1'])
  expect(await storage.texts.get('t1')).toMatchObject({ title: 'Rolling text', articles: 1, clauses: 1,
      frozen: null, changedAt: '2026-11-23T10:00:00.000Z' })
})

test('who keeps typing is written down once in a while, not every time', async () => {
  for (let minute = 0; minute < 15; minute++) {
    clock = START + minute * 60_000
    await changed('t1', wording, ['m1'])
  }
  expect(await edits()).toEqual(['text-edited by Bo'])
  clock = START + 15 * 60_000
  await changed('t1', wording, ['m1'])
  expect(await edits()).toHaveLength(2)
})

test('everybody connected is told each time, without the name of a private draft', async () => {
  await changed('t1', wording, ['m1'])
  await changed('t2', wording, ['m1'])
  expect(published).toEqual(['t1', null])
})

test('a text or a member that is not there is no fault', async () => {
  await changed('unknown', wording, ['m1'])
  await changed('t1', wording, ['unknown'])
  expect(await edits()).toEqual([])
})
