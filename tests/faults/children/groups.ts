// Lets rooms over a real storage commit groups of several sizes; marks each group on stderr, for a trace, and prints the sizes.
import { writeSync } from 'node:fs'
import * as Y from 'yjs'
import { openRooms, type Outgoing } from '#server/rooms/index.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import type { DraftStore } from '#server/storage/port.ts'
import { textOf, withText } from '../../contracts/storage-rows.ts'
import { sampleText, seedOf } from '../../server/rooms/sample.ts'

const [dataDir = ''] = process.argv.slice(2)
const { storage } = await openSqlite(dataDir)
await withText(storage)
const texts = ['d1', 'd2', 'd3']
for (const id of texts) await storage.texts.create(textOf(id), seedOf(sampleText()))

const sizes: number[] = []
const drafts: DraftStore = {
  load: (id) => storage.drafts.load(id),
  log: (id) => storage.drafts.log(id),
  clients: (id) => storage.drafts.clients(id),
  compact: (fold) => storage.drafts.compact(fold),
  async append(group) {
    sizes.push(group.length)
    writeSync(2, 'MARK begin\n')
    await storage.drafts.append(group)
    writeSync(2, 'MARK end\n')
  },
}
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const rooms = openRooms({ drafts, probe: () => storage.probe(), isFrozen: () => Promise.resolve(false), now: Date.now, log: quiet, onChanged: () => undefined })

/** A seat that writes, and resolves `stored(n)` when the room has called its n-th update stored. */
async function writer(textId: string, client: number): Promise<{ write(): void; stored(n: number): Promise<void> }> {
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load(textId)) Y.applyUpdate(doc, update)
  doc.clientID = client
  let waiting: { n: number; resolve: () => void } | null = null
  const send = (message: Outgoing): void => {
    if (message.kind === 'stored' && waiting !== null && message.count >= waiting.n) waiting.resolve()
  }
  const member = { memberId: `m${client}`, name: 'Ana', delegation: 'Portugal', colour: 1 }
  const seat = await rooms.take(textId, { member, canEdit: true, send, close: () => undefined })
  doc.on('update', (update: Uint8Array) => seat.hear({ kind: 'update', update }))
  return {
    write: () => doc.getText('body').insert(4, 'word '),
    stored: (n) =>
      new Promise((resolve) => {
        waiting = { n, resolve }
      }),
  }
}

const writers = await Promise.all(texts.flatMap((id, i) => [writer(id, 100 + i), writer(id, 200 + i)]))
let written = 0
for (const burst of [1, 2, 10, 1, 5, 8, 3]) {
  for (let i = 0; i < burst; i++) for (const one of writers) one.write()
  written += burst
  const soFar = written
  await Promise.all(writers.map((one) => one.stored(soFar)))
}
process.stdout.write(`${JSON.stringify(sizes)}\n`)
await rooms.close()
await storage.close()
