import { PLAIN, withAttr, type Format } from './format.ts'
import { joinPieces, pushPiece, type Piece } from './piece.ts'
import { broughtBy, contentOf, firstItem, markerOf, takenBy, type BodyItem } from '../yjs/yjs-internals.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type * as Y from 'yjs'
import type { Flags } from '../yjs/roots.ts'

/** A stretch of the stored body: one unit of it that no clause shows (a second marker of one id, DC1), or a piece. */
export type Run = Piece | Readonly<{ text: null; atom: null }>

/** A change inside one segment, in units of its content before the change: `removed` units gave way to `added`. */
export type Splice = Readonly<{ at: number; removed: number; added: readonly Piece[] }>

/** What the body holds from one marker to the next. */
export type Reading = Readonly<{
  runs: readonly Run[]
  pieces: readonly Piece[]
  /** Units shown. */
  length: number
  /** Units of the body, without the marker. */
  width: number
  endFormat: Format
  /** The item that ended the reading: the next segment's marker, or null at the end of the body. */
  next: BodyItem | null
  /** What `transaction` changed in it, front to back, when one was given. */
  splices: readonly Splice[]
}>

/** A marker with the words up to the next one, as last read, and its entry. */
export type Segment = {
  readonly id: ClauseId
  readonly marker: BodyItem
  startFormat: Format
  reading: Reading
  flags: Flags
  /** Its place in storage order. */
  at: number
  /** The clause that shows it, null while hidden. */
  block: Block | null
}

/** A clause on the screen: the segments whose words it shows, its head first (DC4). The same object while they are the same. */
export type Block = { readonly head: Segment; readonly segments: readonly Segment[]; index: number }

export const blockLength = (block: Block): number => block.segments.reduce((sum, { reading }) => sum + reading.length, 0)

export const blockPieces = (block: Block): readonly Piece[] => {
  const [first] = block.segments
  return block.segments.length === 1 && first ? first.reading.pieces : joinPieces(block.segments.map(({ reading }) => reading.pieces))
}

export const isHiddenRun = (run: Run): run is Exclude<Run, Piece> => run.text === null && run.atom === null

/**
 * Reads the body from behind `marker` to the first item that `ends` it. `transaction`: note what it changed.
 */
export function readSegment(
  marker: BodyItem,
  startFormat: Format,
  { ends, transaction }: Readonly<{ ends: (item: BodyItem, id: ClauseId) => boolean; transaction?: Y.Transaction }>,
): Reading {
  const runs: Run[] = []
  const pieces: Piece[] = []
  const splices: Splice[] = []
  let format = startFormat
  let length = 0
  let width = 0
  let before = 0 // units of the content as it was before the transaction
  const note = (removed: number, added: readonly Piece[]) => {
    const last = splices.at(-1)
    if (last && last.at + last.removed === before - removed) {
      splices[splices.length - 1] = { at: last.at, removed: last.removed + removed, added: [...last.added, ...added] }
    } else splices.push({ at: before - removed, removed, added })
  }
  let item = marker.right
  for (; item !== null; item = item.right) {
    if (item.deleted) {
      if (transaction && item.countable && takenBy(transaction, item)) {
        before += item.length
        note(item.length, [])
      }
      continue
    }
    const content = contentOf(item)
    if (content.what === 'nothing') continue
    if (content.what === 'format') {
      format = withAttr(format, content.name, content.value)
      continue
    }
    const id = markerOf(item)
    if (id !== null) {
      if (ends(item, id)) break
      runs.push({ text: null, atom: null })
      width++
      continue
    }
    const piece: Piece =
      content.what === 'text'
        ? { text: content.text, atom: null, format }
        : { text: null, atom: JSON.stringify(content.embed) ?? 'null', format }
    runs.push(piece)
    pushPiece(pieces, piece)
    length += item.length
    width += item.length
    if (transaction && broughtBy(transaction, item)) note(0, [piece])
    else before += item.length
  }
  return { runs, pieces, length, width, endFormat: format, next: item, splices }
}

/** What stands before the first marker (nothing, where the server made the draft): its end format and the marker. */
export function readHead(body: Y.Text): Readonly<{ first: BodyItem | null; width: number; endFormat: Format }> {
  let format = PLAIN
  let width = 0
  let item = firstItem(body)
  for (; item !== null && markerOf(item) === null; item = item.right) {
    const content = contentOf(item)
    if (content.what === 'format') format = withAttr(format, content.name, content.value)
    else if (content.what !== 'nothing') width += item.length
  }
  return { first: item, width, endFormat: format }
}

/** The marker of the nearest segment at or before `item`; null in front of all. `isMarker` knows the standing ones. */
export function markerBefore(item: BodyItem, isMarker: (item: BodyItem) => boolean): BodyItem | null {
  let at: BodyItem | null = item
  while (at !== null && !isMarker(at)) at = at.left
  return at
}
