import { createConnection, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { Chance } from '../simulation/chance.ts'
import { startChild, type Child } from './child.ts'
import { tempFolder } from './folder.ts'
import { Attacker, type Outcome } from './frames/attacker.ts'
import { amountOf, faultSeed } from './long-run.ts'
import { Writer, wordCounts } from './writer.ts'

const MIB = 1024 * 1024
/** What the server's heap may have grown by in the end, and the most that its process may ever take beyond what it took at rest. */
const HEAP_GROWTH = 128 * MIB
const PROCESS_GROWTH = 600 * MIB
const ATTACKERS = 6
/** The honest pair writes once in so many hostile frames. */
const EVERY = 60

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 60_000, interval: 2 })

type Memory = Readonly<{ rss: number; heapUsed: number }>
async function memoryOf(server: Child): Promise<Memory> {
  server.process.kill('SIGUSR2')
  return JSON.parse(await server.line()) as Memory
}

/** Connections that begin a handshake and never end it. */
function slowHandshakes(url: string, count: number): void {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = Array.from({ length: count }, () => {
    const socket = createConnection(Number(port), hostname)
    socket.on('error', () => undefined) // the server may hang up on it, and is right to
    socket.write('GET /live/draft/draft1?schema=1 HTTP/1.1\r\nHost: travaux.test\r\nUpgrade: websocket\r\nCookie: account=')
    return socket
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
}

const frames = amountOf('FRAMES', 3_000)

test(`[RM11] [RM9] [RM10] [PR3] ${frames} hostile frames: each is refused with a listed reason or harmless, and an honest pair writes on all the while`, { timeout: 120_000 + frames * 40 }, async () => {
  const chance = new Chance(faultSeed())
  const server = startChild({ script: 'serve.ts', args: [tempFolder()], node: ['--expose-gc'] })
  onTestFinished(() => server.kill())
  const url = await server.line()
  const pair = ['ana', 'bo'].map((as) => new Writer(as))
  const clients = pair.map((writer) => writer.connect(url))
  await Promise.all(clients.map(synced))
  slowHandshakes(url, 100)
  const [ana, bo] = pair
  if (ana === undefined || bo === undefined) throw new Error('a pair are two')
  const atRest = await memoryOf(server)
  let most = atRest.rss

  const outcomes = new Map<string, number>()
  const unlisted: Outcome[] = []
  let [left, struck] = [frames, 0]
  const attack = async (attacker: Attacker): Promise<void> => {
    const seen = { draft: Y.encodeStateAsUpdate(ana.doc), honestClient: bo.doc.clientID }
    while (left > 0) {
      left--
      const outcome = await attacker.strike(seen)
      outcomes.set(outcome.end, (outcomes.get(outcome.end) ?? 0) + 1)
      if (!outcome.isListed) unlisted.push(outcome)
      struck++
      if (struck % EVERY !== 0) continue
      if (struck % 10_000 === 0) console.log(`${struck} frames so far`)
      const measures = struck % (EVERY * 20) === 0 // one at a time: a signal that is pending is not sent twice
      for (const writer of pair) writer.type()
      await settled(() => pair.every((writer) => writer.acknowledged.size === writer.typed.length))
      if (measures) most = Math.max(most, (await memoryOf(server)).rss)
    }
    attacker.leave()
  }
  await Promise.all(Array.from({ length: ATTACKERS }, () => attack(new Attacker(url, chance))))

  expect(unlisted).toEqual([])
  expect(clients.map(({ closedWith }) => closedWith)).toEqual([[], []])
  await settled(() => wordsOf(ana.doc) === wordsOf(bo.doc))
  const fresh = openClient({ url }, { as: 'rita' })
  await synced(fresh)
  const counts = wordCounts(wordsOf(fresh.doc))
  expect(pair.flatMap(({ typed }) => typed).filter((word) => counts.get(word) !== 1)).toEqual([])
  expect(wordsOf(fresh.doc)).toBe(wordsOf(ana.doc))
  const after = await memoryOf(server)
  most = Math.max(most, after.rss)
  const inMiB = (bytes: number): number => Math.round(bytes / MIB)
  const ends = [...outcomes].sort((a, b) => b[1] - a[1]).map(([end, count]) => `${end} ${count}`)
  console.log(
    `${frames} hostile frames, seed ${faultSeed()}: ${ends.join(', ')}; ${counts.size} honest words, none lost; ` +
      `heap ${inMiB(atRest.heapUsed)} → ${inMiB(after.heapUsed)} MiB, process ${inMiB(atRest.rss)} → at most ${inMiB(most)} MiB`,
  )
  expect(after.heapUsed - atRest.heapUsed).toBeLessThan(HEAP_GROWTH)
  expect(most - atRest.rss).toBeLessThan(PROCESS_GROWTH)
})
