/*
 * `node load.ts TARGETS`: loads the rooms of TARGETS (JSON, the first has the text) in turns and prints what they did, as JSON.
 * It runs in a process of its own, so that neither server shares an event loop with it.
 */
import { z } from 'zod'
import * as Y from 'yjs'
import { observe, openSocket, updateFrame, type Target } from './seats.ts'

const WRITERS = 20
const BURST_EACH = 250
const ROUNDS = 3
const PACED_EACH = 40
const PACED_EVERY_MS = 5

/** A drafter's client id and the frames of what they type, a character each. */
type Typed = Readonly<{ client: number; frames: readonly Uint8Array[] }>

function typed(state: Uint8Array, share: number, count: number): Typed {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const body = doc.getText('body')
  const start = 2 + Math.floor((body.length - 3) * share)
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)))
  for (let i = 0; i < count; i++) body.insert(start + i, 'abcdefghij'.charAt(i % 10))
  return { client: doc.clientID, frames }
}

const typedByAll = (state: Uint8Array, count: number): readonly Typed[] => Array.from({ length: WRITERS }, (_, i) => typed(state, i / WRITERS, count))

/** Updates a second, from the first sent to the last seen by somebody else, everything sent as fast as the sockets take it. */
async function burst(target: Target): Promise<number> {
  const observer = await observe(target)
  const writers = typedByAll(await observer.state, BURST_EACH)
  const sockets = await Promise.all(writers.map(() => openSocket(target)))
  const done = observer.seen(writers.map(({ client }) => client), BURST_EACH)
  const began = performance.now()
  for (let i = 0; i < BURST_EACH; i++) writers.forEach(({ frames }, w) => sockets[w]?.send(frames[i] ?? new Uint8Array()))
  await done
  const seconds = (performance.now() - began) / 1000
  for (const socket of sockets) socket.terminate()
  observer.leave()
  return (WRITERS * BURST_EACH) / seconds
}

/** Milliseconds from sent to seen by somebody else, of updates sent one at a time. */
async function paced(target: Target): Promise<readonly number[]> {
  const observer = await observe(target)
  const writers = typedByAll(await observer.state, PACED_EACH)
  const sockets = await Promise.all(writers.map(() => openSocket(target)))
  const sentAt = new Map<string, number>()
  const delays: number[] = []
  observer.onSeen((client, from, to) => {
    const now = performance.now()
    for (let clock = from; clock < to; clock++) delays.push(now - (sentAt.get(`${client}/${clock}`) ?? now))
  })
  const done = observer.seen(writers.map(({ client }) => client), PACED_EACH)
  for (let i = 0; i < PACED_EACH * WRITERS; i++) {
    const [w, clock] = [i % WRITERS, Math.floor(i / WRITERS)]
    const writer = writers[w]
    sentAt.set(`${writer?.client}/${clock}`, performance.now())
    sockets[w]?.send(writer?.frames[clock] ?? new Uint8Array())
    await new Promise((resolve) => setTimeout(resolve, PACED_EVERY_MS))
  }
  await done
  for (const socket of sockets) socket.terminate()
  observer.leave()
  return delays
}

const targets = z.array(z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })).parse(JSON.parse(process.argv[2] ?? ''))
const [first, ...others] = targets
if (first === undefined) throw new Error('no room to load')
const source = await observe(first)
const state = await source.state
source.leave()
const seeders = await Promise.all(others.map((target) => observe(target)))
for (const seeder of seeders) seeder.push(state)

const results = targets.map(() => ({ perSecond: [] as number[], delaysMs: [] as number[] }))
for (let round = 0; round < ROUNDS + 1; round++) {
  for (const [i, target] of targets.entries()) {
    const perSecond = await burst(target)
    if (round > 0) results[i]?.perSecond.push(perSecond) // the first round warms up
  }
}
for (const [i, target] of targets.entries()) results[i]?.delaysMs.push(...(await paced(target)))
for (const seeder of seeders) seeder.leave()
const [sample] = typed(state, 0.5, 1).frames
console.log(JSON.stringify({ writers: WRITERS, updates: WRITERS * BURST_EACH, frameBytes: sample?.length ?? 0, results }))
