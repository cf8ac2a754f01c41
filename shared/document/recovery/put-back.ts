import * as Y from 'yjs'
import type { NewClauseId } from '#shared/clauses/index.ts'
import { freshId } from '../writing/ids.ts'
import type { DraftModel } from '../model/model.ts'
import { readRemovals } from '../model/removals.ts'
import { rescuedIn, type RescuedPassage } from './rescued.ts'
import { entryOf, writeEntry, type Birth } from '../yjs/roots.ts'
import type { Segment } from '../model/segment.ts'
import { joinTo, pinFollower, removedSegments, restore } from '../writing/structure.ts'
import type { DraftWriter } from '../writing/writer.ts'

/** How rescued words come back: with their whole clause as it was, or by themselves as a clause at its former place. */
export type PutBack = 'clause' | 'words'

export type PutBackOrder = Readonly<{ passage: RescuedPassage; way: PutBack; newId: NewClauseId; origin: object }>

const sameWords = (one: RescuedPassage, other: RescuedPassage): boolean =>
  one.ranges.length === other.ranges.length &&
  one.ranges.every(({ client, clock, length }, at) => {
    const same = other.ranges[at]
    return same?.client === client && same.clock === clock && same.length === length
  })

/**
 * Shows rescued words again (DC21). `origin`: of what undo takes back. Returns the clause that shows them now, null where they
 * no longer are in the tray: somebody else was quicker, and nothing is written.
 */
export function putBack(writer: DraftWriter, { passage, way, newId, origin }: PutBackOrder): Segment | null {
  const { model } = writer
  const { doc } = model
  const found = rescuedIn(model).find((one) => sameWords(one, passage))
  const segment = found && model.byId.get(found.segmentId)
  if (!segment) return null
  // Setting words apart changes nothing that anybody sees, so it is no part of what undo takes back (DC2).
  const target = way === 'words' ? doc.transact(() => setApart(writer, { segment, found, newId }), putBack) : wholeOf(model, found)
  doc.transact(() => {
    if (way === 'words') writer.set(target, 'removed', false)
    const shown = way === 'words' ? [target] : (removedSegments(model, target.id) ?? []).filter(({ flags }) => flags.removed)
    if (way === 'clause') restore(writer, target.id)
    for (const one of shown) writer.stampReturn(one, target.id)
    model.relayout()
  }, origin)
  return target
}

/** The head of the clause that a passage went with. */
function wholeOf(model: DraftModel, { clause, segmentId }: RescuedPassage): Segment {
  const head = model.byId.get(clause.id) ?? model.byId.get(segmentId)
  if (!head) throw new Error(`no clause ${clause.id} was removed`)
  return head
}

/** Makes a passage a removed segment of its own, between what stood around it, and returns that. */
function setApart(writer: DraftWriter, { segment, found, newId }: Readonly<{ segment: Segment; found: RescuedPassage; newId: NewClauseId }>): Segment {
  const { model } = writer
  const [from, to] = [found.offset, found.offset + found.text.length]
  if (from === 0 && to === segment.reading.length) return segment
  const { kind, depth } = found.clause
  const hide = (heads: boolean) => newHidden(writer, segment, { kind, depth, number: null, from: segment.id, heads, newId })
  pinFollower(writer, segment)
  if (to < segment.reading.length) {
    const rest = hide(false)
    entryOf(model.roots.clauses, rest)?.set('joined', joinTo(writer, segment.id))
    writer.mark(segment, to, rest)
  }
  const apart = writer.mark(segment, from, hide(true))
  model.relayout()
  return apart
}

/** Makes the entry of a removed segment that takes over part of `segment`, and so all that was said of its removal. */
function newHidden({ model }: DraftWriter, segment: Segment, { newId, ...birth }: Birth & Readonly<{ newId: NewClauseId }>) {
  const { clauses } = model.roots
  const id = freshId(model, newId)
  writeEntry(clauses, id, birth)
  const entry = entryOf(clauses, id)
  entry?.set('removed', true)
  const removals: unknown = entry?.get('removals')
  if (removals instanceof Y.Array) {
    for (const { how, with: head, seen } of readRemovals(clauses, segment.id)) {
      removals.push([{ how, with: head ?? segment.id, seen: Object.fromEntries(seen) }])
    }
  }
  return id
}
