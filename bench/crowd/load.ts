/*
 * `node load.ts LOAD`: fills a room, prints `ready`, and when it is sent a line has the room written in; prints `begin` and `end`
 * around the writing and then what was heard, as JSON. A process of its own, so that no server shares an event loop with it and
 * each round begins with a clean memory. A crowd may be spread over several: each hears what it wrote itself.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import * as Y from 'yjs'
import { enter } from './dialects.ts'
import { fullCrowd } from './full.ts'
import { typeFor } from './hand.ts'
import { MEMBERS } from './members.ts'
import { rawCrowd } from './raw.ts'
import { SERVERS } from './servers.ts'

/** Nothing new for so long: the rest is not coming. */
const PATIENCE_MS = 3_000
const WARM_UP_MS = 1_000

const loadField = z.object({
  server: z.enum(SERVERS),
  url: z.string(),
  crowd: z.enum(['full', 'raw']),
  sockets: z.number(),
  writers: z.number(),
  probes: z.number(),
  perSecond: z.number(),
  forMs: z.number(),
  /** The draft as one update, for a room that has none. */
  seedFile: z.string(),
})
/** One round: which room, how full, how fast. */
export type LoadRequest = z.infer<typeof loadField>

const { server, url, crowd: kind, sockets, writers, probes, perSecond, forMs, seedFile } = loadField.parse(JSON.parse(process.argv[2] ?? ''))
const entries = Array.from({ length: sockets }, (_, i) => ({ server, url, headers: { cookie: `account=${MEMBERS[i % MEMBERS.length]}` } }))
const [first] = entries
if (first === undefined) throw new Error('a room without sockets')

process.setMaxListeners(0) // each provider adds one

const seeding = new Y.Doc()
const seeded = await enter(first, seeding)
if (seeding.getText('body').length === 0) Y.applyUpdate(seeding, readFileSync(seedFile))
await new Promise((resolve) => setTimeout(resolve, 200))

const { hands, ledger } = await (kind === 'full' ? fullCrowd : rawCrowd)({ entries, writers, probes })
seeded.leave()
console.log('ready')
await once(process.stdin, 'data')
await typeFor(hands, { perSecond, forMs: WARM_UP_MS })
await ledger.settles(PATIENCE_MS)
ledger.forget()
globalThis.gc?.()
const used = process.cpuUsage()
const began = performance.now()
console.log('begin')
await typeFor(hands, { perSecond, forMs })
const { user, system } = process.cpuUsage(used)
const generatorCpu = (user + system) / 10 / (performance.now() - began)
console.log('end')
await ledger.settles(PATIENCE_MS)
// A long line takes its time through a pipe, and the providers would keep the process alive.
process.stdout.write(`${JSON.stringify({ ...ledger.tally(), generatorCpu })}\n`, () => process.exit())
