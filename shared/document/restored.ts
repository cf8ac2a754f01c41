import * as Y from 'yjs'
import { deleteStretch, eachEntry, partsStanding } from './yjs-internals.ts'

/** Units of the body: `length` of them that `client` wrote from `clock` on. */
export type Stretch = Readonly<{ client: number; clock: number; length: number }>

/** The same units, standing somewhere else: `own` are they as asked for, `twin` as another wrote them. */
export type Twins = Readonly<{ own: Stretch; twin: Stretch }>

/** `length` units that `root` was written as first, and that were written again as `by` when they were put back. */
type Restoration = Readonly<{ root: Stretch; by: Stretch }>

const isClock = (raw: unknown): raw is number => typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0

/** An entry as stored, `[client, clock, length, clock again]`: whoever wrote it put the words back. Null when it is none. */
function readEntry(raw: unknown, writer: number): Restoration | null {
  if (!Array.isArray(raw)) return null
  const [client, clock, length, again] = raw as readonly unknown[]
  if (!isClock(client) || !isClock(clock) || !isClock(length) || !isClock(again) || length === 0) return null
  return { root: { client, clock, length }, by: { client: writer, clock: again, length } }
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

/**
 * Which words are the same ones put back. Yjs knows this only where it was done; the list is kept in the draft, so that
 * all know that a word which was restored is the word it restores (DC15).
 */
export class Restorations {
  readonly #doc: Y.Doc
  readonly #byRoot = new Map<number, Restoration[]>()
  readonly #byRestorer = new Map<number, Restoration[]>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    eachEntry(restoredOf(doc), (raw, { client }) => {
      const entry = readEntry(raw, client)
      if (!entry) return
      enter(this.#byRoot, entry.root.client, entry)
      enter(this.#byRestorer, entry.by.client, entry)
    })
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
    const found = (this.#byRestorer.get(stretch.client) ?? []).flatMap(({ root, by }) => {
      const common = shared(stretch, by)
      return common ? [{ ...common, root, shift: stretch.clock - by.clock }] : []
    })
    for (const { from, to, root, shift } of found.sort((a, b) => a.from - b.from)) {
      if (from < at) continue // two entries for one restoration: the first counts
      own(from)
      rooted.push({ own: cut(stretch, from, to), twin: cut(root, from + shift, to + shift) })
      at = to
    }
    own(stretch.length)
    return rooted
  }

  /** Wherever else the words of `stretch` were written: first, or put back by somebody. */
  twinsOf(stretch: Stretch): readonly Twins[] {
    return this.rootsOf(stretch).flatMap(({ own, twin: root }) => {
      const twins: Twins[] = same(own, root) ? [] : [{ own, twin: root }]
      for (const { root: other, by } of this.#byRoot.get(root.client) ?? []) {
        const common = shared(root, other)
        if (!common) continue
        const shift = root.clock - other.clock
        const twin = cut(by, common.from + shift, common.to + shift)
        const part = cut(own, common.from, common.to)
        if (!same(part, twin)) twins.push({ own: part, twin })
      }
      return twins
    })
  }

  /** The parts of `stretch` whose words stand as another's. */
  standingElsewhere(stretch: Stretch): readonly Stretch[] {
    return this.twinsOf(stretch).flatMap(({ own, twin }) =>
      partsStanding(this.#doc, twin).map((part) => cut(own, part.clock - twin.clock, part.clock - twin.clock + part.length)),
    )
  }
}

function enter(index: Map<number, Restoration[]>, client: number, entry: Restoration): void {
  const known = index.get(client)
  if (known) known.push(entry)
  else index.set(client, [entry])
}

/** The list of restorations of a draft: append-only, absent in drafts in which nothing was ever put back. */
export const restoredOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('restored')

/** Enters that `stretch` was written again from `clock` on by this client. */
export function noteRestored(doc: Y.Doc, restored: readonly Readonly<{ stretch: Stretch; clock: number }>[]): void {
  const known = new Restorations(doc)
  const entries = restored.flatMap(({ stretch, clock }) =>
    known.rootsOf(stretch).map(({ own, twin: root }) => [root.client, root.clock, root.length, clock + own.clock - stretch.clock]),
  )
  if (entries.length > 0) restoredOf(doc).push(entries)
}

/**
 * Takes out again what the entries that came after the state `since` put back though it stood already: of two who undo one
 * deletion at the same moment, the words of the first that the room keeps stand (DC15). Call inside a transaction.
 */
export function dropTwins(doc: Y.Doc, since: ReadonlyMap<number, number>): void {
  const restorations = new Restorations(doc)
  eachEntry(restoredOf(doc), (raw, { client, clock }) => {
    const entry = clock < (since.get(client) ?? 0) ? null : readEntry(raw, client)
    if (entry) for (const stretch of restorations.standingElsewhere(entry.by)) deleteStretch(doc, stretch)
  })
}
