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

/** A thread as it was last found; `clause` is what it was found in, null where it may stand in any; `spot`: what its place resolved to. */
type Kept = Readonly<{ thread: FoundThread; clause: AnchorGround | null; spot: Spot | null }>

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
    const changed = isOrdered ? clauses.flatMap((clause, at) => (clause === order[at] ? [] : [clause.text, order[at]?.text ?? ''])) : null
    if (!isOrdered) indexOf = new Map(clauses.map(({ id }, at) => [id, at]))
    order = clauses
    const clauseOf = (id: ClauseId): AnchorGround | null => clauses[indexOf.get(id) ?? -1] ?? null
    const find = (thread: ThreadView): FoundThread => {
      const before = kept.get(thread)
      if (before?.clause != null && before.clause === clauseOf(before.clause.id)) return before.thread
      const { anchor } = thread
      const spot = anchor.place === null ? null : spotOf(anchor.place)
      if (before?.clause === null && sameSpot(before.spot, spot) && changed?.some((text) => isIn(text, anchor)) === false) return before.thread
      const found = findAnchor(anchor, clauses, spot)
      const same = before !== undefined && sameFound(before.thread.found, found) ? before.thread : { thread, found }
      kept.set(thread, { thread: same, clause: isCertain(thread, found, spot) ? clauseOf(found.clauseId) : null, spot })
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

const sameSpot = (a: Spot | null, b: Spot | null): boolean => a?.clauseId === b?.clauseId && a?.offset === b?.offset

/** Whether the words that the thread is about stand in `text`, so that a change of it can matter to a thread that may stand anywhere. */
const isIn = (text: string, { quote }: ThreadView['anchor']): boolean => quote !== null && text.includes(quote.exact)

/**
 * Lists threads for the margin, which shows what each is about and in which order: the same list until one of these differs. Where
 * words stand in their clause may have changed since.
 */
export function threadLister(): (found: readonly FoundThread[]) => readonly FoundThread[] {
  let listed: readonly FoundThread[] = []
  return (found) => {
    if (found.length !== listed.length || found.some((one, i) => !sameInMargin(one, listed[i]))) listed = found
    return listed
  }
}

const sameInMargin = (a: FoundThread, b: FoundThread | undefined): boolean => a === b || (a.thread === b?.thread && (a.found.state === 'orphan') === (b.found.state === 'orphan'))

const sameFound = (a: AnchorFound, b: AnchorFound): boolean => JSON.stringify(a) === JSON.stringify(b)

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
