import type { ClauseId } from '#shared/clauses/index.ts'
import { layoutOf } from '../model/layout.ts'
import type { DraftModel } from '../model/model.ts'
import { segmentAtOffset } from '../model/place.ts'
import { removedWith } from '../model/removals.ts'
import { writeEntry, type Birth, type Joined } from '../yjs/roots.ts'
import type { Block, Segment } from '../model/segment.ts'
import type { DraftWriter } from './writer.ts'
import { seenClocks, type BodyItem } from '../yjs/yjs-internals.ts'

/** What a new clause is, apart from its words. */
export type NewClause = Readonly<{ id: ClauseId } & Pick<Birth, 'kind' | 'depth' | 'number'>>

/** What `joined` says of a segment that continues `id` from now on. */
export const joinTo = (writer: DraftWriter, id: ClauseId): unknown => [id, ...writer.nextStamp()]

const setJoined = (writer: DraftWriter, segment: Segment, joined: unknown): void => writer.set(segment, 'joined', joined)

/** A head that stands alone only because what it continued is hidden says so itself, before anything else moves (DC4). */
export function ownHead(writer: DraftWriter, block: Block): void {
  if (block.head.flags.joined !== null) setJoined(writer, block.head, null)
}

/** Keeps what is stored behind `segment` with what it now continues, when a marker comes between them (DC4). */
export function pinFollower(writer: DraftWriter, segment: Segment): void {
  const follower = writer.model.storage[segment.at + 1]
  if (!follower || follower.flags.joined !== '<') return
  setJoined(writer, follower, follower.block?.head === follower ? null : joinTo(writer, segment.id))
}

/** Puts a new empty clause behind `segment`, the last of a clause. The layout is not made anew. */
export function insertBehind(writer: DraftWriter, segment: Segment, clause: NewClause): Segment {
  pinFollower(writer, segment)
  writeEntry(writer.model.roots.clauses, clause.id, { ...clause, from: null, heads: true })
  return writer.mark(segment, segment.reading.length, clause.id)
}

/**
 * Splits `block` at `offset`: a marker goes in, and whatever the block showed behind it continues the new clause.
 * Returns the new head and the segment that now ends the first part. The layout is not made anew.
 */
export function splitBlock(writer: DraftWriter, block: Block, { offset, clause }: Readonly<{ offset: number; clause: NewClause }>): Readonly<{ made: Segment; last: Segment }> {
  const { model } = writer
  const at = segmentAtOffset(block, offset)
  const index = block.segments.indexOf(at.segment)
  const front = new Set(block.segments.slice(0, index + 1))
  const parentOf = (segment: Segment) => model.storage[model.layout.parent[segment.at] ?? -1]
  const stranded = block.segments.slice(index + 1).filter((segment) => {
    const parent = parentOf(segment)
    const follows = parent === at.segment && segment.flags.joined === '<'
    return parent !== undefined && front.has(parent) && !follows
  })
  const follower = model.storage[at.segment.at + 1]
  if (follower?.flags.joined === '<' && follower.block?.head === follower) setJoined(writer, follower, null)
  writeEntry(model.roots.clauses, clause.id, { ...clause, from: at.segment.id, heads: true })
  const made = writer.mark(at.segment, at.offset, clause.id)
  for (const segment of stranded) setJoined(writer, segment, joinTo(writer, made.id))
  return { made, last: at.segment }
}

/** Makes the clause that `head` heads continue behind `last`, the last segment of another (DC3). */
export function joinBehind(writer: DraftWriter, last: Segment, head: Segment): void {
  setJoined(writer, head, last.at + 1 === head.at ? '<' : joinTo(writer, last.id))
}

function itemsOf(segment: Segment): BodyItem[] {
  const items: BodyItem[] = []
  for (let item = segment.marker.right; item !== null && item !== segment.reading.next; item = item.right) items.push(item)
  return items
}

/** Hides a clause with all its segments; its words stay in the body, and the stamp tells which were seen (DC6). */
export function removeBlock(writer: DraftWriter, block: Block): void {
  for (const segment of block.segments) {
    writer.set(segment, 'removed', true)
    writer.stampRemoval(segment, { with: block.head.id, seen: seenClocks(itemsOf(segment)) })
  }
}

/** The segments that clause `id`, removed, would show if it came back; null when it is not removed. */
export function removedSegments(model: DraftModel, id: ClauseId): readonly Segment[] | null {
  const head = model.byId.get(id)
  if (!head?.flags.removed) return null
  const back = new Set([head.at])
  for (const segment of model.storage) {
    if (segment.flags.removed && removedWith(model.roots.clauses, segment.id) === id) back.add(segment.at)
  }
  const flagsAfter = (segment: Segment, joined: Joined) => ({ ...segment.flags, removed: false, joined })
  const stored = model.storage.map((segment) =>
    back.has(segment.at) ? { id: segment.id, flags: flagsAfter(segment, segment === head ? null : segment.flags.joined) } : segment,
  )
  const block = layoutOf(stored, model.moves).blocks.find(([first]) => first === head.at)
  return block?.map((index) => model.segmentAt(index)) ?? null
}

/** Shows a removed clause again, with the segments it had. The layout is not made anew. */
export function restore(writer: DraftWriter, id: ClauseId): void {
  for (const segment of removedSegments(writer.model, id) ?? []) {
    if (segment.flags.removed) writer.set(segment, 'removed', false)
    if (segment.id === id && segment.flags.joined !== null) setJoined(writer, segment, null)
  }
}
