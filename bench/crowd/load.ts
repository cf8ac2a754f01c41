import * as Y from 'yjs'
import { percentile } from '../report.ts'
import { BenchLine } from './line.ts'
import { MEMBERS } from './members.ts'

export type Load = Readonly<{ url: string; sockets: number; writers: number; probes: number; perSecond: number; forMs: number }>

/** Milliseconds from writing to hearing, over all probes; the share of deliveries that came; milliseconds to `stored`, if said. */
export type Heard = Readonly<{ p50: number; p99: number; share: number; storedP50: number | null; storedP99: number | null }>

class Writer {
  readonly line: BenchLine
  readonly storedMs: number[] = []
  readonly #sentAt = new Map<number, number>()
  readonly #frameSentAt: number[] = []

  constructor(line: BenchLine) {
    this.line = line
    // What the others write only drains here, so every update of this document is its own.
    line.doc.on('update', (update: Uint8Array) => {
      const now = performance.now()
      this.#sentAt.set(Y.parseUpdateMeta(update).to.get(this.client) ?? 0, now)
      this.#frameSentAt.push(now)
      line.write(update)
    })
    let counted = 0
    line.onStored = (count) => {
      const now = performance.now()
      while (counted < count) this.storedMs.push(now - (this.#frameSentAt[counted++] ?? now))
    }
  }

  get client(): number {
    return this.line.doc.clientID
  }

  /** When the words that end between two clocks, the second included, were written. */
  writtenBetween(from: number, to: number): readonly number[] {
    return [...this.#sentAt].filter(([clock]) => clock > from && clock <= to).map(([, at]) => at)
  }

  write(): void {
    const body = this.line.doc.getText('body')
    body.insert(Math.min(body.length, 40), 'shall ')
  }
}

/** Hears merged or single updates and notes how long after its writing each word came. */
class Probe {
  readonly heardMs: number[] = []
  readonly #upTo = new Map<number, number>()

  constructor(line: BenchLine, writers: readonly Writer[]) {
    const byClient = new Map(writers.map((writer) => [writer.client, writer]))
    line.onUpdate = (update) => {
      const now = performance.now()
      for (const [client, to] of Y.parseUpdateMeta(update).to) {
        const from = this.#upTo.get(client) ?? 0
        this.#upTo.set(client, Math.max(from, to))
        this.heardMs.push(...(byClient.get(client)?.writtenBetween(from, to) ?? []).map((at) => now - at))
      }
    }
  }
}

/** Fills a room with `sockets` lines, lets `writers` of them write `perSecond` words in all, and measures at `probes` others. */
export async function loadRoom({ url, sockets, writers, probes, perSecond, forMs }: Load): Promise<Heard> {
  const lines = Array.from({ length: sockets }, (_, i) => new BenchLine(url, MEMBERS[i % MEMBERS.length] ?? ''))
  await Promise.all(lines.map((line) => line.joins()))
  const writing = lines.slice(0, writers).map((line) => new Writer(line))
  const listening = lines.slice(writers, writers + probes).map((line) => new Probe(line, writing))
  const due = (await writeFor(writing, { perSecond, forMs })) * probes
  const heard = (): number[] => listening.flatMap(({ heardMs }) => heardMs)
  await quiet(() => heard().length, due)
  await Promise.all(lines.map((line) => line.leaves()))
  const all = heard()
  const stored = writing.flatMap(({ storedMs }) => storedMs)
  return {
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    share: all.length / due,
    storedP50: stored.length === 0 ? null : percentile(stored, 0.5),
    storedP99: stored.length === 0 ? null : percentile(stored, 0.99),
  }
}

/** Writes at an even pace, catching up when a tick came late; resolves with how many words were written. */
function writeFor(writers: readonly Writer[], { perSecond, forMs }: Pick<Load, 'perSecond' | 'forMs'>): Promise<number> {
  const began = performance.now()
  let written = 0
  return new Promise((resolve) => {
    const tick = setInterval(() => {
      const elapsed = Math.min(performance.now() - began, forMs)
      while (written < (elapsed / 1_000) * perSecond) writers[written++ % writers.length]?.write()
      if (elapsed < forMs) return
      clearInterval(tick)
      resolve(written)
    }, 1)
  })
}

/** Waits until `count` reaches `due`, or has not moved for five seconds: then the rest is not coming. */
async function quiet(count: () => number, due: number): Promise<void> {
  let last = count()
  let movedAt = performance.now()
  while (last < due && performance.now() - movedAt < 5_000) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const now = count()
    if (now !== last) movedAt = performance.now()
    last = now
  }
}
