import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { Chance } from '../simulation/chance.ts'
import { startChild } from './child.ts'
import { tempFolder } from './folder.ts'
import { amountOf, faultSeed } from './long-run.ts'
import { Writer, wordCounts } from './writer.ts'

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 30_000, interval: 5 })

async function storedWords(dataDir: string): Promise<string> {
  const { storage } = await openSqlite(dataDir)
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  await storage.close()
  return wordsOf(doc)
}

/** The wording that the server at `url` gives to somebody who has nothing of it yet. */
async function wordsFrom(url: string): Promise<string> {
  const fresh = openClient({ url }, { as: 'rita' })
  await synced(fresh)
  fresh.provider.destroy()
  return wordsOf(fresh.doc)
}

const missing = (words: Iterable<string>, counts: ReadonlyMap<string, number>): string[] => [...words].filter((word) => !counts.has(word))
const doubled = (counts: ReadonlyMap<string, number>): string[] => [...counts].filter(([, count]) => count > 1).map(([word]) => word)
const acknowledgedBy = (writers: readonly Writer[]): number => writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0)
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Everybody types, loses the line now and then, and dials again, for as many turns of the event loop as chance gives. */
async function play(writers: readonly Writer[], chance: Chance): Promise<void> {
  for (let turns = chance.below(600); turns > 0; turns--) {
    const writer = chance.pick(writers)
    const { provider } = writer.client
    if (chance.below(8) === 0) writer.type()
    else if (chance.below(100) === 0) provider.disconnect()
    else if (!provider.shouldConnect && chance.below(30) === 0) provider.connect()
    await turn() // nobody waits for the server
  }
}

const kills = amountOf('KILLS', 10)

test(
  `[ST1] [RM2] a server killed ${kills} times while people write has all it had called stored, once, and the writers bring the rest`,
  { timeout: 120_000 + kills * 15_000 },
  async () => {
    const chance = new Chance(faultSeed())
    const dataDir = tempFolder()
    const writers = ['ana', 'bo', 'chair', 'ana'].map((as) => new Writer(as))
    const atKill = { stored: 0, open: 0 }
    for (let round = 0; round <= kills; round++) {
      const server = startChild({ script: 'serve.ts', args: [dataDir] })
      const url = await server.line()
      const counts = wordCounts(await wordsFrom(url))
      for (const writer of writers) expect(missing(writer.acknowledged, counts), `round ${round}`).toEqual([])
      expect(doubled(counts), `round ${round}`).toEqual([])
      const before = acknowledgedBy(writers)
      const clients = writers.map((writer) => writer.connect(url))
      const isLast = round === kills
      // Now and then the server is killed while everybody is still dialling.
      if (isLast || chance.below(5) > 0) await Promise.all(clients.map(synced))
      if (isLast) {
        await settled(() => clients.every(({ frames }) => frames.sent > 0 && frames.stored === frames.sent))
        await settled(() => new Set(writers.map(({ doc }) => wordsOf(doc))).size === 1)
      } else await play(writers, chance)
      const known = acknowledgedBy(writers)
      const all = writers.reduce((sum, writer) => sum + writer.typed.length, 0)
      await server.kill()
      atKill.stored += known - before
      atKill.open += all - known
      for (const writer of writers) writer.leave()
      if (round % 25 === 24) console.log(`${round + 1} kills so far, ${all} words typed`)
    }
    const stored = wordCounts(await storedWords(dataDir))
    for (const writer of writers) expect(missing(writer.typed, stored)).toEqual([])
    expect(doubled(stored)).toEqual([])
    expect(acknowledgedBy(writers)).toBe(stored.size)
    expect(Math.min(atKill.stored, atKill.open)).toBeGreaterThan(kills) // otherwise the kills met nothing
    console.log(
      `${kills} kills, seed ${faultSeed()}: ${stored.size} words typed; ${atKill.stored} called stored before the kill of their round, ${atKill.open} on their way at a kill; ` +
        'none missing of those called stored, none doubled, and all there in the end',
    )
  },
)

test('a server told to stop stores what has reached it, closes its sockets, and lets go of the folder', async () => {
  const dataDir = tempFolder()
  const server = startChild({ script: 'serve.ts', args: [dataDir] })
  onTestFinished(() => server.kill())
  const ana = openClient({ url: await server.line() }, { as: 'ana' })
  await synced(ana)
  typeInto(ana.doc, 'the last words ')
  await settled(() => ana.frames.stored === 2)
  typeInto(ana.doc, 'and more ')
  server.process.kill('SIGTERM')
  expect(await server.line()).toBe('stopped')
  expect(await server.exit()).toBe(0)
  expect(await storedWords(dataDir)).toContain('the last words')
})
