import { findAnchor, type AnchorFound, type AnchorGround, type Spot } from '#shared/records/index.ts'
import type { ThreadView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'

/** A thread with where it stands in the text now. */
export type FoundThread = Readonly<{ thread: ThreadView; found: AnchorFound }>

/**
 * What is needed to find threads in a text: its clauses in order and, when live, what relative positions resolve to. A clause is
 * the same object until its words change.
 */
export type Ground = Readonly<{ clauses: readonly AnchorGround[]; spotOf: (place: string) => Spot | null }>

/** A thread as it was last found; `clause` is what it was found in, null where it must be looked for each time. */
type Kept = Readonly<{ thread: FoundThread; clause: AnchorGround | null }>

/**
 * Finds threads in a text that changes: answers each thread where it stands now, in reading order, orphans last in the order they
 * were opened. A thread whose clause has not changed is not looked for again, and is the same object; so is the whole answer when
 * nothing in it differs.
 */
export function threadFinder(): (threads: readonly ThreadView[], ground: Ground) => readonly FoundThread[] {
  const kept = new WeakMap<ThreadView, Kept>()
  let answered: readonly FoundThread[] = []
  let asked: readonly ThreadView[] = []
  let order: readonly AnchorGround[] = []
  let indexOf: ReadonlyMap<ClauseId, number> = new Map()
  return (threads, { clauses, spotOf }) => {
    const isOrdered = sameOrder(order, clauses)
    if (!isOrdered) indexOf = new Map(clauses.map(({ id }, at) => [id, at]))
    order = clauses
    const clauseOf = (id: ClauseId): AnchorGround | null => clauses[indexOf.get(id) ?? -1] ?? null
    const find = (thread: ThreadView): FoundThread => {
      const before = kept.get(thread)
      if (before?.clause != null && before.clause === clauseOf(before.clause.id)) return before.thread
      const { anchor } = thread
      const spot = anchor.place === null ? null : spotOf(anchor.place)
      const found = findAnchor(anchor, clauses, spot)
      const same = before !== undefined && sameFound(before.thread.found, found) ? before.thread : { thread, found }
      kept.set(thread, { thread: same, clause: isCertain(thread, found, spot) ? clauseOf(found.clauseId) : null })
      return same
    }
    // What people type elsewhere puts nothing into another order.
    if (isOrdered && threads === asked && answered.every((one) => find(one.thread) === one)) return answered
    asked = threads
    const placeOf = ({ found }: FoundThread): number => (found.state === 'orphan' ? Infinity : (indexOf.get(found.clauseId) ?? Infinity))
    const fromOf = ({ found }: FoundThread): number => (found.state === 'words' ? found.from : -1)
    const next = threads.map(find).toSorted((a, b) => compare(placeOf(a), placeOf(b)) || fromOf(a) - fromOf(b))
    if (next.length !== answered.length || next.some((one, i) => one !== answered[i])) answered = next
    return answered
  }
}

const sameOrder = (before: readonly AnchorGround[], after: readonly AnchorGround[]): boolean =>
  before.length === after.length && before.every(({ id }, at) => id === after[at]?.id)

/** Whether only a change of the clause it was found in can put the thread elsewhere. */
const isCertain = ({ anchor }: ThreadView, found: AnchorFound, spot: Spot | null): found is Exclude<AnchorFound, { state: 'orphan' }> =>
  found.state !== 'orphan' && found.clauseId === anchor.clauseId && (anchor.place === null || spot?.clauseId === found.clauseId)

const sameFound = (a: AnchorFound, b: AnchorFound): boolean => JSON.stringify(a) === JSON.stringify(b)

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
