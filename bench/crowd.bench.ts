/*
 * One live draft with 100 drafters, in turns on our server and on two peers: how long a word takes from its writer to the others,
 * what the server needs for it, and how much one room takes. Ours sends nothing on that is not on disk and says so; the server
 * of y-websocket's authors keeps drafts in memory only, and Hocuspocus with its SQLite extension stores some seconds later.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { enter } from './crowd/dialects.ts'
import { MEMBERS } from './crowd/members.ts'
import { rawAppendsPerSecond } from './crowd/raw-append.ts'
import { roundAt, type Round, type RoundOptions } from './crowd/round.ts'
import { SERVERS, startServer, type ServerName } from './crowd/servers.ts'
import { median, report, type Figure } from './report.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const FOR_MS = Number(process.env['BENCH_ROUND_MS'] ?? 5_000)
const SOCKETS = 100
/** The room is saturated when a hundredth of what is written is seen later than this. */
const SATURATED_P99_MS = 100
const SATURATION_MS = 2_500
const FIRST_RATE = 500
const LAST_RATE = 16_000
const NAMES: Readonly<Record<ServerName, string>> = {
  travaux: 'Travaux',
  'y-websocket': '@y/websocket-server 0.1.1, in memory',
  hocuspocus: 'Hocuspocus 4.7.0 with SQLite',
}
const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
const seedFile = join(folder, 'seed')
let runs = 0

/** Starts `name` on an empty folder, does `work` with it and ends it. */
async function onServer<Result>(name: ServerName, work: (server: Awaited<ReturnType<typeof startServer>>) => Promise<Result>): Promise<Result> {
  const server = await startServer(name, mkdtempSync(join(folder, `${name}-${runs++}-`)))
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

/** The draft that all three begin with, as ours seeds it. */
async function keepSeed(): Promise<void> {
  await onServer('travaux', async ({ url }) => {
    const doc = new Y.Doc()
    const { leave } = await enter({ server: 'travaux', url, headers: { cookie: `account=${MEMBERS[0]}` } }, doc)
    writeFileSync(seedFile, Y.encodeStateAsUpdate(doc))
    leave()
  })
}

type Rounds = Readonly<Record<ServerName, Round[]>>

async function interleaved(options: RoundOptions): Promise<Rounds> {
  const rounds: Rounds = { travaux: [], 'y-websocket': [], hocuspocus: [] }
  for (let i = 0; i < ROUNDS; i++) {
    // Each round begins with another, so that none always follows the same.
    for (let j = 0; j < SERVERS.length; j++) {
      const name = SERVERS[(i + j) % SERVERS.length] ?? 'travaux'
      rounds[name].push(await onServer(name, (server) => roundAt(server, options)))
    }
  }
  return rounds
}

type Measure = Readonly<{ what: string; unit: string; of(round: Round): number }>
/** What ours / theirs is to be at most. */
type Target = Partial<Record<Exclude<ServerName, 'travaux'>, number>>

const beside = (rounds: Rounds, { what, unit, of }: Measure, toReach: Target): readonly Figure[] => {
  const middle = (name: ServerName): number => median(rounds[name].map(of))
  return (['y-websocket', 'hocuspocus'] as const).map((name) => {
    const atMost = toReach[name]
    const figure: Figure = { what, unit, ours: middle('travaux'), peer: { name: NAMES[name], value: middle(name) } }
    return atMost === undefined ? figure : { ...figure, toReach: { atMost } }
  })
}

async function fanOut(crowd: 'full' | 'raw', perSecond: number): Promise<readonly Figure[]> {
  const isFull = crowd === 'full'
  const rounds = await interleaved({ crowd, sockets: SOCKETS, writers: isFull ? SOCKETS : 20, probes: isFull ? 10 : 5, perSecond, forMs: FOR_MS, seedFile, processes: isFull ? 2 : 1 })
  const name = `${isFull ? 'full clients' : 'raw sockets'}, ${perSecond}/s`
  for (const server of SERVERS) console.log(`  ${name}, ${server}: ${rounds[server].map(summaryOf).join(' · ')}`)
  const stored = (what: string, of: (round: Round) => number | null): Figure => ({ what: `${name}: ${what}`, unit: 'ms', ours: median(rounds.travaux.map((round) => of(round) ?? Number.NaN)), peer: null })
  return [
    ...beside(rounds, { what: `${name}: writer to others, p50`, unit: 'ms', of: ({ p50 }) => p50 }, {}),
    ...beside(rounds, { what: `${name}: writer to others, p99`, unit: 'ms', of: ({ p99 }) => p99 }, isFull ? { 'y-websocket': 0.3, hocuspocus: 0.9 } : { hocuspocus: 1.5 }),
    ...beside(rounds, { what: `${name}: server’s processor`, unit: '%', of: ({ cpu }) => cpu }, isFull ? { 'y-websocket': 0.6, hocuspocus: 0.6 } : {}),
    stored('writer to stored, p50', ({ storedP50 }) => storedP50),
    stored('writer to stored, p99', ({ storedP99 }) => storedP99),
    { what: `${name}: deliveries that came`, unit: '%', ours: median(rounds.travaux.map(({ share }) => share * 100)), peer: null },
  ]
}

const summaryOf = ({ p50, p99, cpu, generatorCpu }: Round): string => `${p50.toFixed(1)}/${p99.toFixed(1)} ms, ${cpu.toFixed(1)} % (load ${generatorCpu.toFixed(0)} %)`

/** Whether one room of `name` takes `perSecond` edits with p99 below the bound. One bad second is no verdict: it may try twice. */
async function sustains(name: ServerName, perSecond: number): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const loaded = onServer(name, (server) => roundAt(server, { crowd: 'raw', sockets: SOCKETS, writers: 20, probes: 5, perSecond, forMs: SATURATION_MS, seedFile, processes: 1 }))
    // What does not even come to an end is not sustained.
    const round = await loaded.catch((error: unknown) => String(error))
    console.log(`  saturation, ${name}, ${perSecond}/s: ${typeof round === 'string' ? round : summaryOf(round)}`)
    if (typeof round === 'string') continue
    if (round.p99 < SATURATED_P99_MS && round.share > 0.999) return true
  }
  return false
}

/** The highest rate that is sustained, to within a quarter. */
async function saturation(name: ServerName): Promise<number> {
  let [holds, fails] = [0, FIRST_RATE]
  while (fails <= LAST_RATE && (await sustains(name, fails))) [holds, fails] = [fails, fails * 2]
  if (fails > LAST_RATE) return holds
  while (fails / Math.max(holds, 1) > 1.25) {
    const between = Math.round(holds === 0 ? fails / 2 : Math.sqrt(holds * fails))
    if (between < 25) return holds
    if (await sustains(name, between)) holds = between
    else fails = between
  }
  return holds
}

async function saturations(): Promise<readonly Figure[]> {
  const rates: Record<ServerName, number> = { travaux: 0, 'y-websocket': 0, hocuspocus: 0 }
  for (const name of SERVERS) rates[name] = await saturation(name)
  const what = `edits a second of one room with p99 below ${SATURATED_P99_MS} ms (raw sockets)`
  return [
    { what, unit: '/s', ours: rates.travaux, peer: { name: NAMES['y-websocket'], value: rates['y-websocket'] }, toReach: { atLeast: 3 } },
    { what, unit: '/s', ours: rates.travaux, peer: { name: NAMES.hocuspocus, value: rates.hocuspocus }, toReach: { atLeast: 1.5 } },
  ]
}

const PARTS = { full: () => fanOut('full', 100), raw: () => fanOut('raw', 100), saturation: saturations }
/** Which of them to measure; all unless `BENCH_PARTS` names some, with commas between. */
const parts = process.env['BENCH_PARTS']?.split(',') ?? Object.keys(PARTS)

try {
  await keepSeed()
  const before = rawAppendsPerSecond(folder, 1_000)
  const figures: Figure[] = []
  for (const [part, measure] of Object.entries(PARTS)) if (parts.includes(part)) figures.push(...(await measure()))
  const after = rawAppendsPerSecond(folder, 1_000)
  // Commit figures mean little without the disk's own rate.
  figures.push({ what: 'this disk: raw append and flush of 2 kB, before and after', unit: 'per second', ours: (before + after) / 2, peer: null })
  report(`One room, ${SOCKETS} drafters, medians of ${ROUNDS} interleaved rounds of ${FOR_MS / 1_000} s`, figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
