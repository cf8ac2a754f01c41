/*
 * What a draft of 2,000 clauses costs the server's memory while somebody has it open, and once everybody has left: a room that
 * has lingered is unloaded. The heap is read after a collection, in a process of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { PACE } from '../server/rooms/index.ts'
import { enter, type Seated } from './crowd/dialects.ts'
import { MEMBERS } from './crowd/members.ts'
import { startServer, type RunningServer } from './crowd/servers.ts'
import { report } from './report.ts'

const DRAFTS = 20
/** Longer than a room lingers, and the folds and timers that follow. */
const UNLOADED_AFTER_MS = PACE.lingerMs + 3_000
const CYCLES = 3

const heapMb = async (server: RunningServer): Promise<number> => (await server.usage(true)).heapBytes / 2 ** 20

/** Everybody comes, a draft each, and leaves; answers the heap meanwhile and once the rooms have lingered. */
async function visit(server: RunningServer): Promise<Readonly<{ open: number; left: number }>> {
  const seats: (Seated & Readonly<{ doc: Y.Doc }>)[] = []
  for (let i = 1; i <= DRAFTS; i++) {
    const headers = { cookie: `account=${MEMBERS[i % MEMBERS.length]}` }
    const doc = new Y.Doc()
    seats.push({ ...(await enter({ server: 'travaux', url: server.url.replace('draft1', `draft${i}`), headers }, doc)), doc })
  }
  const open = await heapMb(server)
  for (const { leave, doc } of seats) {
    leave()
    doc.destroy()
  }
  await new Promise((resolve) => setTimeout(resolve, UNLOADED_AFTER_MS))
  return { open, left: await heapMb(server) }
}

process.setMaxListeners(0) // each provider adds one
const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
const server = await startServer('travaux', folder, [String(DRAFTS)])
try {
  await visit(server) // brings in the code, the prepared statements and the pools
  const before = await heapMb(server)
  let [open, left] = [before, before]
  for (let i = 0; i < CYCLES; i++) ({ open, left } = await visit(server))
  const perDraft = (heap: number): number => ((heap - before) * 1_024) / DRAFTS
  report(`Memory of a draft of 2,000 clauses, mean of ${DRAFTS}`, [
    { what: 'while somebody has it open', unit: 'kB', ours: perDraft(open), peer: null },
    { what: `${PACE.lingerMs / 1_000} s after everybody left, after ${CYCLES} such visits`, unit: 'kB', ours: perDraft(left), peer: null },
    { what: 'the server’s heap with no draft open', unit: 'MB', ours: left, peer: null },
  ])
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
