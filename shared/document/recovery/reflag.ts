import * as Y from 'yjs'
import { knows } from '../yjs/yjs-internals.ts'

/** A key of an entry that an act of one's own changed. Values as stored, undefined where the key was absent. */
export type FlagChange = Readonly<{ entry: Y.Map<unknown>; key: string; before: unknown; after: unknown }>

/** The changes of keys of standing entries among `events`, which are of `clauses` and below. */
export function flagChanges(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], clauses: Y.Map<unknown>): readonly FlagChange[] {
  return events.flatMap(({ target, changes }) => {
    if (!(target instanceof Y.Map) || target.parent !== clauses) return []
    const entry = target as Y.Map<unknown>
    return [...changes.keys].map(([key, { oldValue }]): FlagChange => ({ entry, key, before: oldValue as unknown, after: entry.get(key) }))
  })
}

/** What a stored value says, so that two who say the same can be told: the stamp of a named join is none of it (DC1). */
function meaning(key: string, stored: unknown): unknown {
  if (key === 'joined') return Array.isArray(stored) ? (stored as readonly unknown[])[0] : stored === undefined ? '<' : stored
  return key === 'removed' ? stored === true : (stored ?? null)
}

/**
 * Takes `changes` back where Yjs has not. Where somebody else set the same key at the same moment, Yjs keeps one of the two:
 * undo of the other then does nothing, and undo of that one leaves the key absent (DC2). What somebody set knowing of the
 * changes, whose writings are `own`, stays.
 */
export function retakeFlags(changes: readonly FlagChange[], own: Y.UndoManager['undoStack'][number]['insertions']): void {
  for (const { entry, key, before, after } of changes.toReversed()) {
    const now = meaning(key, entry.get(key))
    const holds = now === meaning(key, after) || (!entry.has(key) && before !== undefined)
    if (!holds || now === meaning(key, before) || knows(entry, key, own)) continue
    entry.set(key, meaning(key, before) === '<' ? '<' : key === 'removed' ? before === true : before)
  }
}
