/*
 * One live draft with 100 sockets: how long a word takes from its writer to the others, and to `stored`. The peer is the server
 * that the authors of y-websocket publish; it keeps drafts in memory only, while ours sends nothing on before it is on disk.
 * Both are loaded by the same bare clients from this process, in turns. Commit figures mean little without the disk's own
 * rate, which stands in the last row.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadRoom, type Heard } from './crowd/load.ts'
import { rawAppendsPerSecond } from './crowd/raw-append.ts'
import { median, report, type Figure } from './report.ts'
import { end } from './support/child.ts'

const SOCKETS = 100
const ROUNDS = 3
const FOR_MS = 4_000
const RATES = [100, 500, 1_000]
const PEER = 'bench/node_modules/@y/websocket-server/src/server.js'
const PEER_NAME = '@y/websocket-server 0.1.1, in memory'

const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
type Running = Readonly<{ process: ChildProcess; url: string }>

async function startOurs(run: string): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/crowd/serve.ts', join(folder, run)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const { value: url } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  if (url === undefined) throw new Error('Our server did not start')
  return { process: child, url }
}

async function startPeer(run: string): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [PEER], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) } })
  await once(child.stdout, 'data')
  return { process: child, url: `ws://127.0.0.1:${port}/${run}` }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}

async function measure({ process: child, url }: Running, perSecond: number): Promise<Heard> {
  try {
    return await loadRoom({ url, sockets: SOCKETS, writers: 20, probes: 5, perSecond, forMs: FOR_MS })
  } finally {
    await end(child)
  }
}

const hasPeer = existsSync(PEER)
if (!hasPeer) console.warn(`\n!! ${PEER} is not installed: measured without the peer. “npm run bench” installs it.\n`)

const middle = (heard: readonly Heard[], of: (one: Heard) => number): number => median(heard.map(of))

async function atRate(perSecond: number): Promise<readonly Figure[]> {
  const [ours, peers]: [Heard[], Heard[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await measure(await startOurs(`${perSecond}-${round}`), perSecond))
    if (hasPeer) peers.push(await measure(await startPeer(`draft-${perSecond}-${round}`), perSecond))
  }
  const figure = (what: string, unit: string, of: (one: Heard) => number): Figure => ({
    what: `${perSecond} updates/s: ${what}`,
    unit,
    ours: middle(ours, of),
    peer: hasPeer ? { name: PEER_NAME, value: middle(peers, of) } : null,
  })
  const stored = (what: string, of: (one: Heard) => number | null): Figure => ({ ...figure(what, 'ms', (one) => of(one) ?? Number.NaN), peer: null })
  return [
    figure('writer to others, p50', 'ms', ({ p50 }) => p50),
    figure('writer to others, p99', 'ms', ({ p99 }) => p99),
    figure('deliveries that came', '%', ({ share }) => 100 * share),
    stored('writer to stored, p50', ({ storedP50 }) => storedP50),
    stored('writer to stored, p99', ({ storedP99 }) => storedP99),
  ]
}

try {
  const before = rawAppendsPerSecond(folder, 1_000)
  const figures: Figure[] = []
  for (const rate of RATES) figures.push(...(await atRate(rate)))
  const after = rawAppendsPerSecond(folder, 1_000)
  figures.push({ what: 'this disk: raw append and flush of 2 kB, before and after', unit: 'per second', ours: (before + after) / 2, peer: null })
  report(`One room, ${SOCKETS} sockets, median of ${ROUNDS} rounds of ${FOR_MS / 1_000} s`, figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
