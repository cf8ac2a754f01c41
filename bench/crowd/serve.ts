// Our live server alone, on a free port: real storage, rooms and sockets; whoever names an account has it. Prints the address of
// its draft. `serve.ts FOLDER [COUNT]`: the sample as `draft1`, or COUNT drafts of 2,000 clauses, `draft1` to `draftCOUNT`.
import { createServer } from 'node:http'
import { openBus } from '../../server/bus/index.ts'
import { openRooms, seedOf } from '../../server/rooms/index.ts'
import { openSqlite } from '../../server/storage/sqlite/index.ts'
import { attachLive } from '../../server/ws/index.ts'
import { SCHEMA_VERSION } from '../../shared/document/index.ts'
import { clausesOf, rollingSample } from '../support/corpus.ts'
import { largeDraft } from '../support/large-draft.ts'
import { MEMBERS } from './members.ts'

const [dataDir = '', count] = process.argv.slice(2)
const { storage } = await openSqlite(dataDir)
const at = new Date().toISOString()
await storage.negotiations.create({ id: 'n1', title: 'Bench', createdAt: at })
for (const id of MEMBERS)
  await storage.members.add({ id, negotiationId: 'n1', userId: id, name: id, role: 'drafter', delegation: id, joinedAt: at, leftAt: null })

const facts = { title: 'Rolling text', submitter: '', delegation: '', receivedOn: '2026-01-01', chapterIds: [], articles: 0, clauses: 0, frozen: null }
const row = { ...facts, negotiationId: 'n1', kind: 'rolling', language: 'en', style: 'un', createdBy: 'm0', createdAt: at, changedAt: at } as const
const source = count === undefined ? rollingSample() : largeDraft()
for (let i = 1; i <= Number(count ?? 1); i++) await storage.texts.create({ ...row, id: `draft${i}` }, seedOf(clausesOf(source, i)))

const complain = (facts: object, words: string): void => console.error(words, facts)
const log = { info: () => undefined, warn: complain, error: complain }
const rooms = openRooms({ drafts: storage.drafts, probe: () => storage.probe(), isFrozen: () => Promise.resolve(false), now: Date.now, log, onChanged: () => undefined })
const server = createServer()
attachLive({
  server,
  accountOf: (headers) => {
    const [, userId] = /account=(\w+)/.exec(headers.cookie ?? '') ?? []
    return Promise.resolve(userId === undefined ? null : { userId, name: userId })
  },
  storage,
  rooms,
  bus: openBus(),
  allowedOrigin: () => true,
  log,
  now: Date.now,
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`ws://127.0.0.1:${port}/live/draft/draft1?schema=${SCHEMA_VERSION}\n`)
})
