/*
 * Opening a draft that has been written for long: 100,000 stored updates by 40 clients, through the real room and the real
 * storage, which folds and merges as it does in service. Beside it stands the same draft as a log that was compacted a moment
 * ago: one row. The clock that the rows are stamped with is not the machine's: each client writes twice a second.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { openHistory } from '../server/history/index.ts'
import { openRooms, seedOf, type Rooms, type Seat } from '../server/rooms/index.ts'
import type { Storage, TextRow } from '../server/storage/port.ts'
import { openSqlite } from '../server/storage/sqlite/index.ts'
import { CLOSE } from '../shared/protocol/index.ts'
import { readText } from '../shared/formats/index.ts'
import { median, report } from './report.ts'
import { comprehensiveSample, fromCorpus, seededIds } from './support/corpus.ts'

const CLIENTS = 40
const UPDATES = 100_000
/** A server that is killed at the worst moment leaves so many rows behind its last snapshot: one fewer than are folded. */
const TAIL = 999
const BATCH = 1_000
const ROUNDS = 9
const BETWEEN_UPDATES_MS = 500 / CLIENTS
const AT = '2026-03-02T09:00:00.000Z'
const TEXT: TextRow = {
  id: 'draft',
  negotiationId: 'n1',
  kind: 'rolling',
  title: 'Draft',
  submitter: '',
  delegation: '',
  receivedOn: '2026-03-01',
  chapterIds: [],
  language: 'en',
  style: 'un',
  createdBy: 'm0',
  createdAt: AT,
  changedAt: AT,
  articles: 0,
  clauses: 0,
  frozen: null,
}

let nowMs = Date.parse(AT)
const log = { info: () => undefined, warn: console.warn, error: console.error }
const roomsOver = ({ drafts, probe }: Storage): Rooms => openRooms({ drafts, probe, isFrozen: () => Promise.resolve(false), now: () => nowMs, log, onChanged: () => undefined })

async function folderWith(seed: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'travaux-log-'))
  const { storage } = await openSqlite(folder)
  await storage.negotiations.create({ id: 'n1', title: 'Bench', createdAt: AT })
  await storage.texts.create(TEXT, seed)
  await storage.close()
  return folder
}

/** One of the clients: types at a place of its own, and now and then takes a letter back. */
class Writer {
  readonly #doc = new Y.Doc()
  readonly #waiting: Uint8Array[] = []
  readonly #at: number
  #seat: Seat | null = null
  #stored = 0
  #sent = 0
  #told: (() => void) | null = null

  constructor(index: number, seed: Uint8Array) {
    Y.applyUpdate(this.#doc, seed)
    this.#at = Math.floor((this.#doc.getText('body').length * (index + 0.5)) / CLIENTS)
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'room' && this.#waiting.push(update))
  }

  async sits(rooms: Rooms, index: number): Promise<void> {
    this.#stored = 0
    this.#sent = 0
    this.#seat = await rooms.take(TEXT.id, {
      member: { memberId: `m${index}`, name: `Drafter ${index}`, delegation: `Delegation ${index % 8}`, colour: index },
      canEdit: true,
      send: (message) => {
        if (message.kind !== 'stored') return
        this.#stored = message.count
        if (this.#stored >= this.#sent) this.#told?.()
      },
      close: (reason) => reason !== CLOSE['shutting-down'] && console.error(`a seat was closed: ${reason.reason}`),
    })
  }

  writes(turn: number): void {
    const body = this.#doc.getText('body')
    if (turn % 10 === 9) body.delete(this.#at, 1)
    else body.insert(this.#at, 'treaty '.charAt(turn % 7))
    for (const update of this.#waiting.splice(0)) {
      this.#sent++
      this.#seat?.hear({ kind: 'update', update })
    }
  }

  isStored(): Promise<void> {
    return new Promise((resolve) => {
      this.#told = resolve
      if (this.#stored >= this.#sent) resolve()
    })
  }

  /** Hears what the others wrote. */
  hears(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update, 'room')
  }
}

/** Writes `count` updates into the draft of `storage`; answers the rooms, still open, as a running server has them. */
async function write(storage: Storage, count: number): Promise<Rooms> {
  const rooms = roomsOver(storage)
  const start = await merged(storage)
  const writers = Array.from({ length: CLIENTS }, (_, index) => new Writer(index, start))
  for (const [index, writer] of writers.entries()) await writer.sits(rooms, index)
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done)
    for (let i = 0; i < size; i++) {
      nowMs += BETWEEN_UPDATES_MS
      writers[(done + i) % CLIENTS]?.writes(Math.floor((done + i) / CLIENTS))
    }
    await Promise.all(writers.map((writer) => writer.isStored()))
    if (done % 20_000 === 0) {
      const update = await merged(storage)
      for (const writer of writers) writer.hears(update)
    }
  }
  return rooms
}

const merged = async (storage: Storage): Promise<Uint8Array> => Y.mergeUpdates([...(await storage.drafts.load(TEXT.id))])

async function openOnce(folder: string): Promise<number> {
  const { storage } = await openSqlite(folder)
  const began = performance.now()
  const rooms = roomsOver(storage)
  await rooms.read(TEXT.id)
  const took = performance.now() - began
  await rooms.close()
  await storage.close()
  return took
}

const megabytes = async (folder: string): Promise<number> => (await stat(join(folder, 'travaux.db'))).size / 1024 / 1024

const { source } = fromCorpus('treaties/uncac-en.txt', 'UNCAC', comprehensiveSample)
const seed = seedOf(readText(source, { newId: seededIds(1) }).text)
const long = await folderWith(seed)
let storage = (await openSqlite(long)).storage
const began = performance.now()
await (await write(storage, UPDATES)).close()
console.log(`wrote ${UPDATES} updates in ${Math.round((performance.now() - began) / 1000)} s`)
const rows = (await storage.drafts.log(TEXT.id)).length
let longestTurnMs = 0
const beganHistory = performance.now()
let turnBegan = beganHistory
const breathe = async (): Promise<void> => {
  longestTurnMs = Math.max(longestTurnMs, performance.now() - turnBegan)
  await new Promise((resolve) => void setImmediate(resolve))
  turnBegan = performance.now()
}
const histories = openHistory({ drafts: storage.drafts, breathe })
const { points, sessions } = await histories.of(TEXT.id, AT)
const historyMs = performance.now() - beganHistory
const atRest = await merged(storage)
await storage.close()
const fresh = await folderWith(atRest)
const restMb = await megabytes(long)

const rest: number[] = []
const compacted: number[] = []
for (let round = 0; round < ROUNDS + 2; round++) {
  const [ours, theirs] = round % 2 === 0 ? [await openOnce(long), await openOnce(fresh)] : [await openOnce(fresh), await openOnce(long)].toReversed()
  if (round >= 2 && ours !== undefined && theirs !== undefined) {
    rest.push(ours)
    compacted.push(theirs)
  }
}

storage = (await openSqlite(long)).storage
await write(storage, TAIL) // and no orderly end: the rooms are left as they are
const behind = (await storage.drafts.load(TEXT.id)).length - 1
const worn = await merged(storage)
const freshWorn = await folderWith(worn)
const killed: number[] = []
const killedCompacted: number[] = []
for (let round = 0; round < ROUNDS + 2; round++) {
  const ours = await openRoomOnly(storage)
  const theirs = await openOnce(freshWorn)
  if (round < 2) continue
  killed.push(ours)
  killedCompacted.push(theirs)
}

/** As `openOnce`, on a storage that is open already, leaving its log as it is. */
async function openRoomOnly(open: Storage): Promise<number> {
  const start = performance.now()
  const rooms = roomsOver({ ...open, drafts: { ...open.drafts, compact: () => Promise.reject(new Error('left as it is')) } })
  await rooms.read(TEXT.id)
  return performance.now() - start
}

const name = 'the same draft, freshly compacted: one row'
report(`A draft of ${UPDATES} updates by ${CLIENTS} clients, medians of ${ROUNDS} interleaved rounds`, [
  { what: 'cold open', unit: 'ms', ours: median(rest), peer: { name, value: median(compacted) } },
  { what: `cold open after a kill, ${behind} updates behind the snapshot`, unit: 'ms', ours: median(killed), peer: { name, value: median(killedCompacted) } },
  { what: 'data folder, whole history kept', unit: 'MB', ours: restMb, peer: { name, value: await megabytes(fresh) } },
  { what: 'rows kept of the log', unit: 'rows', ours: rows, peer: { name: 'updates stored', value: UPDATES } },
  { what: `history worked out: ${points.length} points, ${sessions.length} sessions`, unit: 'ms', ours: historyMs, peer: null },
  { what: 'the longest that it kept others waiting', unit: 'ms', ours: longestTurnMs, peer: null },
])
for (const folder of [long, fresh, freshWorn]) await rm(folder, { recursive: true, force: true })
process.exit(0) // rooms that were "killed" still have their timers
