import * as Y from 'yjs'
import { deleteStretch } from '../yjs/yjs-gaps.ts'
import { eachEntry, partsStanding } from '../yjs/yjs-internals.ts'

/** Units of the body: `length` of them that `client` wrote from `clock` on. */
export type Stretch = Readonly<{ client: number; clock: number; length: number }>

/** The same units, standing somewhere else: `own` are they as asked for, `twin` as another wrote them. */
export type Twins = Readonly<{ own: Stretch; twin: Stretch }>

/**
 * Units that `root` was written as first, and that were written again as `by` when they were put back. `seen`: up to which
 * clock of each client whoever did so knew where else they had stood; there, and as `root`, they were gone.
 */
type Restoration = Readonly<{ root: Stretch; by: Stretch; seen: ReadonlyMap<number, number> }>

const isClock = (raw: unknown): raw is number => typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0

function readSeen(raw: unknown): ReadonlyMap<number, number> {
  if (typeof raw !== 'object' || raw === null) return new Map()
  return new Map(Object.entries(raw).flatMap(([client, clock]: [string, unknown]) => (isClock(clock) ? [[Number(client), clock] as const] : [])))
}

/**
 * An entry as stored, `[client, clock, length, clock again, seen?]`: whoever wrote it put the words back. Null when it is
 * none.
 */
function readEntry(raw: unknown, writer: number): Restoration | null {
  if (!Array.isArray(raw)) return null
  const [client, clock, length, again, seen] = raw as readonly unknown[]
  if (!isClock(client) || !isClock(clock) || !isClock(length) || !isClock(again) || length === 0) return null
  return { root: { client, clock, length }, by: { client: writer, clock: again, length }, seen: readSeen(seen) }
}

/** What two stretches share, as offsets in the first. */
function shared(one: Stretch, other: Stretch): Readonly<{ from: number; to: number }> | null {
  if (one.client !== other.client) return null
  const from = Math.max(0, other.clock - one.clock)
  const to = Math.min(one.length, other.clock + other.length - one.clock)
  return from < to ? { from, to } : null
}

const cut = ({ client, clock }: Stretch, from: number, to: number): Stretch => ({ client, clock: clock + from, length: to - from })

const same = (one: Stretch, other: Stretch): boolean => one.client === other.client && one.clock === other.clock

/** Restorations of one client by where they begin, found by binary search. */
class Sorted {
  readonly #entries: readonly Restoration[]
  readonly #side: 'root' | 'by'
  /** How far the entries up to each reach. */
  readonly #reach: readonly number[]

  constructor(entries: readonly Restoration[], side: 'root' | 'by') {
    this.#side = side
    this.#entries = entries.toSorted((a, b) => a[side].clock - b[side].clock)
    let reach = 0
    this.#reach = this.#entries.map((entry) => (reach = Math.max(reach, entry[side].clock + entry[side].length)))
  }

  /** Those that share units with `stretch`, and the units as offsets in it. */
  sharing(stretch: Stretch): (Restoration & Readonly<{ from: number; to: number }>)[] {
    let [low, high] = [0, this.#entries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#reach[middle] ?? 0) <= stretch.clock) low = middle + 1
      else high = middle
    }
    const found: (Restoration & Readonly<{ from: number; to: number }>)[] = []
    for (let at = low; at < this.#entries.length; at++) {
      const entry = this.#entries[at]
      if (!entry || entry[this.#side].clock >= stretch.clock + stretch.length) break
      const common = shared(stretch, entry[this.#side])
      if (common) found.push({ ...entry, ...common })
    }
    return found
  }
}

function byClient(entries: readonly Restoration[], side: 'root' | 'by'): ReadonlyMap<number, Sorted> {
  const lists = new Map<number, Restoration[]>()
  for (const entry of entries) {
    const known = lists.get(entry[side].client)
    if (known) known.push(entry)
    else lists.set(entry[side].client, [entry])
  }
  return new Map([...lists].map(([client, list]) => [client, new Sorted(list, side)]))
}

/**
 * Which words are the same ones put back. Yjs knows this only where it was done; the list is kept in the draft, so that
 * all know that a word which was restored is the word it restores (DC15). Read once: what is noted later is not in it.
 */
export class Restorations {
  readonly #doc: Y.Doc
  readonly #byRoot: ReadonlyMap<number, Sorted>
  readonly #byRestorer: ReadonlyMap<number, Sorted>

  constructor(doc: Y.Doc) {
    this.#doc = doc
    const entries: Restoration[] = []
    eachEntry(restoredOf(doc), (raw, { client }) => {
      const entry = readEntry(raw, client)
      if (entry) entries.push(entry)
    })
    this.#byRoot = byClient(entries, 'root')
    this.#byRestorer = byClient(entries, 'by')
  }

  get isEmpty(): boolean {
    return this.#byRoot.size === 0
  }

  /** Every stretch of `stretch` with the words that it first was: itself where it restores nothing. */
  rootsOf(stretch: Stretch): readonly Twins[] {
    const rooted: Twins[] = []
    let at = 0
    const own = (to: number) => {
      const part = cut(stretch, at, to)
      if (part.length > 0) rooted.push({ own: part, twin: part })
    }
    for (const { from, to, root, by } of this.#byRestorer.get(stretch.client)?.sharing(stretch) ?? []) {
      if (from < at) continue // two entries for one restoration: the first counts
      const shift = stretch.clock - by.clock
      own(from)
      rooted.push({ own: cut(stretch, from, to), twin: cut(root, from + shift, to + shift) })
      at = to
    }
    own(stretch.length)
    return rooted
  }

  /** The parts of `stretches` without those that are the words of another part once more. */
  eachOnce(stretches: readonly Stretch[]): readonly Stretch[] {
    const rooted = stretches.flatMap((stretch) => this.rootsOf(stretch))
    let [client, reach] = [-1, 0]
    return rooted.toSorted(({ twin: a }, { twin: b }) => a.client - b.client || a.clock - b.clock).flatMap(({ own, twin: root }) => {
      if (root.client !== client) [client, reach] = [root.client, 0]
      const from = Math.max(0, reach - root.clock)
      reach = Math.max(reach, root.clock + root.length)
      return from < own.length ? [cut(own, from, own.length)] : []
    })
  }

  /** Wherever else the words of `stretch` were written: first, or put back by somebody. */
  twinsOf(stretch: Stretch): readonly Twins[] {
    return this.rootsOf(stretch).flatMap(({ own, twin: root }) => {
      const twins: Twins[] = same(own, root) ? [] : [{ own, twin: root }]
      for (const { root: other, by, from, to } of this.#byRoot.get(root.client)?.sharing(root) ?? []) {
        const shift = root.clock - other.clock
        const twin = cut(by, from + shift, to + shift)
        const part = cut(own, from, to)
        if (!same(part, twin)) twins.push({ own: part, twin })
      }
      return twins
    })
  }

  /** Enters that each `stretch` was written again from `clock` on by this client. */
  note(restored: readonly Readonly<{ stretch: Stretch; clock: number }>[]): void {
    const entries = restored.flatMap(({ stretch, clock }) =>
      this.rootsOf(stretch).map(({ own, twin: root }) => {
        const places = [own, ...this.twinsOf(own).map(({ twin }) => twin)].filter((place) => !same(place, root))
        const seen = Object.fromEntries(places.map(({ client }) => [String(client), Y.getState(this.#doc.store, client)]))
        const entry = [root.client, root.clock, root.length, clock + own.clock - stretch.clock]
        return places.length > 0 ? [...entry, seen] : entry
      }),
    )
    if (entries.length > 0) restoredOf(this.#doc).push(entries)
  }

  /** The parts of `stretch` whose words stand as another's; of those that `counts` alone, where it is given. */
  standingElsewhere(stretch: Stretch, counts: (twins: Twins) => boolean = () => true): readonly Stretch[] {
    return this.twinsOf(stretch).filter(counts).flatMap(({ own, twin }) =>
      partsStanding(this.#doc, twin).map((part) => cut(own, part.clock - twin.clock, part.clock - twin.clock + part.length)),
    )
  }
}

/** The list of restorations of a draft: append-only, absent in drafts in which nothing was ever put back. */
export const restoredOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('restored')


/**
 * Takes out again what the entries that came after the state `since` put back though it stood already: of two who undo one
 * deletion at the same moment, the words of the first that the room keeps stand (DC15). What whoever put them back knew of
 * was gone there, though the news of it may still be under way. Call inside a transaction.
 */
export function dropTwins(doc: Y.Doc, since: ReadonlyMap<number, number>): void {
  const restorations = new Restorations(doc)
  eachEntry(restoredOf(doc), (raw, { client, clock }) => {
    const entry = clock < (since.get(client) ?? 0) ? null : readEntry(raw, client)
    if (!entry) return
    const { root, by, seen } = entry
    const isNews = ({ own, twin }: Twins) =>
      !same(twin, { ...root, clock: root.clock + own.clock - by.clock }) && twin.clock >= (seen.get(twin.client) ?? 0)
    for (const stretch of restorations.standingElsewhere(by, isNews)) deleteStretch(doc, stretch)
  })
}
