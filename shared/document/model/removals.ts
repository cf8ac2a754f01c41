import * as Y from 'yjs'
import { parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { entryOf } from '../yjs/roots.ts'
import { writtenValues, type ItemSpot } from '../yjs/yjs-internals.ts'

/**
 * A note of an entry that its segment was hidden, or shown again, on purpose (DC6). `with`: the clause that went; `seen`: up to
 * which clock, exclusive, the words of each client were seen to go; `id`: the unit of the Y.Doc that holds the note.
 */
export type RemovalStamp = Readonly<{ how: 'delete' | 'put-back'; with: ClauseId | null; seen: ReadonlyMap<number, number>; id: ItemSpot }>

function readSeen(raw: unknown): ReadonlyMap<number, number> {
  const seen = new Map<number, number>()
  if (typeof raw !== 'object' || raw === null) return seen
  for (const [name, clock] of Object.entries(raw) as readonly [string, unknown][]) {
    if (/^\d+$/.test(name) && typeof clock === 'number') seen.set(Number(name), clock)
  }
  return seen
}

/** The stamps of clause `id`, oldest first; what is none is passed over (DC1). */
export function readRemovals(clauses: Y.Map<unknown>, id: ClauseId): readonly RemovalStamp[] {
  const removals: unknown = entryOf(clauses, id)?.get('removals')
  if (!(removals instanceof Y.Array)) return []
  return writtenValues(removals).flatMap(({ value, id: unit }) => {
    if (typeof value !== 'object' || value === null) return []
    const { how, with: head, seen } = value as Readonly<Record<string, unknown>>
    return [{ how: how === 'put-back' ? how : 'delete', with: parseClauseId(head), seen: readSeen(seen), id: unit }]
  })
}

/** The clause with which the segment `id` was last removed, null when no stamp says so. */
export const removedWith = (clauses: Y.Map<unknown>, id: ClauseId): ClauseId | null => readRemovals(clauses, id).at(-1)?.with ?? null
