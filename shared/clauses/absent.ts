import type { Numbering } from './clause.ts'
import { heldIndexOf, type HeldNumber, type HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import { levelOf } from './kinds.ts'
import { ancestorsOf, parentsOf, subtreeEnd } from './tree.ts'

/** A held clause that is no longer there. `within`: an absent clause above it, or null when it was deleted by itself. */
export type Absent = Readonly<{ entry: HeldNumber; within: HeldNumber | null }>

type Now = Readonly<{ clauses: readonly Numbering[]; held: HeldNumbers; indexOf: ReadonlyMap<ClauseId, number> }>

/** Clauses put in since the numbers were held, right after `index` and not above `level`, belong before the gap. */
function pastInserted({ clauses, held }: Now, index: number, level: number): number {
  const { entryOf } = heldIndexOf(held)
  let last = index
  for (let next = clauses[last + 1]; next !== undefined; next = clauses[last + 1]) {
    if (entryOf.has(next.id) || levelOf(next.kind, next.depth) < level) break
    last++
  }
  return last
}

/**
 * The index after which an absent entry stood: behind the nearest clause before it that is still in the same division
 * or provision (`holder`: its index, -1 for the whole text), or right behind the holder. -1: before everything.
 */
function placeOf(now: Now, at: number, holder: number): number {
  const { clauses, held, indexOf } = now
  const gone = held.entries[at]
  if (gone === undefined) return holder
  const level = levelOf(gone.kind, gone.depth)
  const end = holder < 0 ? clauses.length : subtreeEnd(clauses, holder)
  for (let earlier = at - 1; earlier >= 0; earlier--) {
    const id = held.entries[earlier]?.id
    const index = id === undefined ? undefined : indexOf.get(id)
    if (index === holder) return holder
    if (index !== undefined && index > holder && index < end) {
      const before = clauses[index]
      const isAbove = before !== undefined && levelOf(before.kind, before.depth) < level
      return isAbove ? index : pastInserted(now, index, level)
    }
  }
  return holder
}

/** What is held and no longer there, by the clause after which it stood (null: before everything), in held order. */
export function absentAfter(
  clauses: readonly Numbering[],
  held: HeldNumbers,
): ReadonlyMap<ClauseId | null, readonly Absent[]> {
  const indexOf = new Map(clauses.map(({ id }, index) => [id, index]))
  const now = { clauses, held, indexOf }
  const parents = parentsOf(held.entries)
  const presentIndex = (at: number): number | undefined => {
    const id = held.entries[at]?.id
    return id === undefined ? undefined : indexOf.get(id)
  }
  const placed: number[] = []
  const after = new Map<ClauseId | null, Absent[]>()
  held.entries.forEach((entry, at) => {
    if (indexOf.has(entry.id)) {
      placed.push(-1)
      return
    }
    const above = ancestorsOf(parents, at)
    const holder = above.map(presentIndex).find((index) => index !== undefined) ?? -1
    const parentAt = parents[at] ?? -1
    // Never before the absent clause above it, whose own place may lie behind what was put in since.
    const place = Math.max(placeOf(now, at, holder), placed[parentAt] ?? -1)
    placed.push(place)
    const key = clauses[place]?.id ?? null
    const list = after.get(key) ?? []
    const isDeletedWith = parentAt >= 0 && presentIndex(parentAt) === undefined
    list.push({ entry, within: isDeletedWith ? (held.entries[parentAt] ?? null) : null })
    after.set(key, list)
  })
  return after
}
