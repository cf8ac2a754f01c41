import type * as Y from 'yjs'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '../model/model.ts'
import { longestRise } from '../writing/order.ts'
import { clauseOf } from '../model/projection.ts'

/** The clauses of a draft as they stand and, for each id that only continues another clause, which one. */
export type Standing = Readonly<{ clauses: readonly Clause[]; joinedTo: ReadonlyMap<ClauseId, ClauseId> }>

/** How the draft stands now; reads all of it. */
export function standingOf(doc: Y.Doc): Standing {
  const model = new DraftModel(doc)
  const joinedTo = new Map<ClauseId, ClauseId>()
  for (const { id, block } of model.storage) if (block !== null && block.head.id !== id) joinedTo.set(id, block.head.id)
  return { clauses: model.blocks.map(clauseOf), joinedTo }
}

/** What was done to a clause between two states. `recast`: its kind, depth or number; `changed`: its words. */
export type Deed = 'added' | 'removed' | 'joined' | 'moved' | 'recast' | 'changed' | 'formatted'

/** Words that were typed into a clause while others deleted it. */
export type RescuedWords = Readonly<{ clauseId: ClauseId; words: string }>

/** One clause that differs. The clause itself in each state, null where it does not stand; `into`: which one it was joined to. */
export type ReportLine = Readonly<{
  id: ClauseId
  verdict: 'mine' | 'theirs' | 'both' | 'rescued'
  mine: readonly Deed[]
  theirs: readonly Deed[]
  base: Clause | null
  local: Clause | null
  merged: Clause | null
  into: ClauseId | null
  rescued: string
}>

/** How three states differ, and what of one's own words stands in no clause any more. */
export type MergeStates = Readonly<{
  /** When the line was lost. */
  base: Standing
  /** One's own, before anything came in. */
  local: Standing
  /** After the merge. */
  merged: Standing
  rescued: readonly RescuedWords[]
}>

/** The clauses that differ, in reading order; what stands no more is named where it stood (DC31). Linear, but for the order. */
export function mergeReport({ base, local, merged, rescued }: MergeStates): readonly ReportLine[] {
  const deeds = { mine: deedsOf(base, local), theirs: deedsOf(local, merged) }
  const at = { base: byId(base), local: byId(local), merged: byId(merged) }
  const lines: ReportLine[] = []
  for (const id of readingOrder([merged, local, base])) {
    const mine = deeds.mine(id)
    const theirs = deeds.theirs(id)
    const words = rescued.filter(({ clauseId }) => clauseId === id).map((passage) => passage.words).join(' … ')
    if (mine.length === 0 && theirs.length === 0 && words === '') continue
    lines.push({
      id,
      verdict: words !== '' ? 'rescued' : mine.length > 0 && theirs.length > 0 ? 'both' : mine.length > 0 ? 'mine' : 'theirs',
      mine,
      theirs,
      base: at.base.get(id) ?? null,
      local: at.local.get(id) ?? null,
      merged: at.merged.get(id) ?? null,
      into: merged.joinedTo.get(id) ?? null,
      rescued: words,
    })
  }
  return lines
}

const byId = ({ clauses }: Standing): ReadonlyMap<ClauseId, Clause> => new Map(clauses.map((clause) => [clause.id, clause]))

/** What was done to each clause from `before` to `after`. */
function deedsOf(before: Standing, after: Standing): (id: ClauseId) => readonly Deed[] {
  const was = byId(before)
  const is = byId(after)
  const moved = movedBetween(before, after)
  return (id) => {
    const [from, to] = [was.get(id), is.get(id)]
    if (from === undefined && to === undefined) return []
    if (from === undefined) return ['added']
    if (to === undefined) return [after.joinedTo.has(id) ? 'joined' : 'removed']
    const deeds: Deed[] = []
    if (moved.has(id)) deeds.push('moved')
    if (from.kind !== to.kind || from.depth !== to.depth || from.number !== to.number) deeds.push('recast')
    if (from.text !== to.text) deeds.push('changed')
    else if (JSON.stringify(from.spans) !== JSON.stringify(to.spans)) deeds.push('formatted')
    return deeds
  }
}

/** The fewest clauses that must have been moved for the common ones to have come into their new order. */
function movedBetween(before: Standing, after: Standing): ReadonlySet<ClauseId> {
  const places = new Map(before.clauses.map(({ id }, place) => [id, place]))
  const ranks = after.clauses.map(({ id }) => places.get(id) ?? -1)
  const staying = longestRise(ranks)
  return new Set(after.clauses.filter((_, index) => (ranks[index] ?? -1) >= 0 && !staying.has(index)).map(({ id }) => id))
}

/** All ids, in the order of the first state; those of the later ones behind the neighbour that they stood behind. */
function readingOrder(states: readonly Standing[]): readonly ClauseId[] {
  const behind = new Map<ClauseId | null, ClauseId[]>()
  const placed = new Set<ClauseId>()
  for (const { clauses } of states) {
    let neighbour: ClauseId | null = null
    for (const { id } of clauses) {
      if (!placed.has(id)) {
        placed.add(id)
        behind.set(neighbour, [...(behind.get(neighbour) ?? []), id])
      }
      neighbour = id
    }
  }
  const order: ClauseId[] = []
  const stack: (ClauseId | null)[] = [null]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at !== null) order.push(at)
    // The latest to be placed behind a neighbour stood nearest to it: it goes first.
    stack.push(...(behind.get(at) ?? []))
  }
  return order
}
