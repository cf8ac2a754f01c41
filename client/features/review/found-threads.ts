import { findAnchor, type AnchorFound, type AnchorGround, type Spot } from '#shared/records/index.ts'
import type { ThreadView } from '#shared/api/index.ts'

/** A thread with where it stands in the text now. */
export type FoundThread = Readonly<{ thread: ThreadView; found: AnchorFound }>

/** What is needed to find threads in a text: its clauses in order and, when live, what relative positions resolve to. */
export type Ground = Readonly<{ clauses: readonly AnchorGround[]; spotOf: (place: string) => Spot | null }>

/** Every thread where it stands now, in reading order; orphans last, in the order they were opened. */
export function foundThreads(threads: readonly ThreadView[], { clauses, spotOf }: Ground): readonly FoundThread[] {
  const order = new Map(clauses.map(({ id }, at) => [id, at]))
  const placed = threads.map((thread) => {
    const spot = thread.anchor.place === null ? null : spotOf(thread.anchor.place)
    const found = findAnchor(thread.anchor, clauses, spot)
    return { thread, found, at: found.state === 'orphan' ? Infinity : (order.get(found.clauseId) ?? Infinity), from: found.state === 'words' ? found.from : -1 }
  })
  return placed.toSorted((a, b) => compare(a.at, b.at) || a.from - b.from)
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
