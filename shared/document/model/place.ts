import * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from './model.ts'
import { markerBefore, type Block, type Segment } from './segment.ts'
import type { Gap } from '../yjs/yjs-gaps.ts'
import { contentOf, findSpot, markerOf, spotBehind, type BodyItem, type ItemSpot } from '../yjs/yjs-internals.ts'

/** A spot in the text as it stands: `offset` in UTF-16 code units of the clause's text. */
export type Spot = Readonly<{ clauseId: ClauseId; offset: number }>

/** Where in the body unit `offset` of `segment` ends: behind a character or atom, or at 0 behind the marker. */
export function gapAt(segment: Segment, offset: number): Gap {
  let gap: Gap = { item: segment.marker, units: 1 }
  let left = offset
  for (let item = segment.marker.right; item !== null && left > 0; item = item.right) {
    if (item.deleted || !item.countable || markerOf(item) !== null) continue
    gap = { item, units: Math.min(left, item.length) }
    left -= item.length
  }
  return gap
}

/** The segment of `block` in which `offset` lies, the earlier one at a seam, and the offset in it. */
export function segmentAtOffset(block: Block, offset: number): Readonly<{ segment: Segment; offset: number }> {
  let left = Math.max(0, offset)
  for (const segment of block.segments) {
    if (left <= segment.reading.length) return { segment, offset: left }
    left -= segment.reading.length
  }
  const last = block.segments.at(-1) ?? block.head
  return { segment: last, offset: last.reading.length }
}

export const spotItem = (block: Block, offset: number): ItemSpot => {
  const at = segmentAtOffset(block, offset)
  const { item, units } = gapAt(at.segment, at.offset)
  return spotBehind(item, units - 1)
}

/** Units shown between the marker of `segment` and behind the first `units` of `item`. */
function offsetIn(segment: Segment, item: BodyItem, units: number): number {
  let offset = units
  for (let at = item.left; at !== null && at !== segment.marker; at = at.left) {
    const content = contentOf(at)
    if (markerOf(at) === null && (content.what === 'text' || content.what === 'embed')) offset += at.length
  }
  return offset
}

/** Where a spot behind an item is: its segment, shown or not, and the offset in it. `stands`: its unit was not deleted. */
export type StandingSpot = Readonly<{ segment: Segment; offset: number; stands: boolean }>

/** Where `spot` is, null when it has not arrived. */
export function standingSpot(model: DraftModel, spot: ItemSpot): StandingSpot | null {
  const found = findSpot(model.doc, model.roots.body, spot)
  if (!found) return null
  const marker = markerBefore(found.item, (item) => model.isStanding(item))
  const id = marker && markerOf(marker)
  const segment = id && model.byId.get(id)
  if (!segment) return null
  const isMarker = found.item === segment.marker
  const hidden = isMarker || markerOf(found.item) !== null
  return { segment, offset: isMarker ? 0 : offsetIn(segment, found.item, hidden ? 0 : found.units), stands: !hidden && !found.item.deleted }
}

/** Where a spot behind an item now stands on the screen, null while its clause is hidden or it has not arrived. */
export function resolveSpot(model: DraftModel, spot: ItemSpot): Spot | null {
  const standing = standingSpot(model, spot)
  if (!standing?.segment.block) return null
  const { segment } = standing
  let { offset } = standing
  for (const before of standing.segment.block.segments) {
    if (before === segment) break
    offset += before.reading.length
  }
  return { clauseId: standing.segment.block.head.id, offset }
}

/** A place as bytes: a Yjs relative position that keeps to the character before it. Throws when no such clause is shown. */
export function encodePlace(model: DraftModel, { clauseId, offset }: Spot): Uint8Array {
  const block = model.blockOf(clauseId)
  if (!block) throw new Error(`no clause ${clauseId} is shown`)
  const item = spotItem(block, offset)
  return Y.encodeRelativePosition(Y.createRelativePositionFromJSON({ item, assoc: -1 }))
}

export function decodePlace(model: DraftModel, place: Uint8Array): Spot | null {
  let position: Y.RelativePosition
  try {
    position = Y.decodeRelativePosition(place)
  } catch {
    return null // bytes from elsewhere that are no place resolve to nothing
  }
  return position.item === null ? null : resolveSpot(model, position.item)
}

/** Where `offset` (UTF-16 code units) of clause `clauseId` is, for annotations; reads the whole draft (DC10). */
export const placeAt = (doc: Y.Doc, clauseId: ClauseId, offset: number): Uint8Array =>
  encodePlace(new DraftModel(doc), { clauseId, offset })

/** Where a place now stands: the clause that shows it, through merges, and the offset there; null while it is hidden. */
export const resolvePlace = (doc: Y.Doc, place: Uint8Array): Spot | null => decodePlace(new DraftModel(doc), place)

