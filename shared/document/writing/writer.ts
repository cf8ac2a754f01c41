import * as Y from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import { formatChange, type Format } from '../model/format.ts'
import type { DraftModel } from '../model/model.ts'
import { pieceLength, type Piece } from '../model/piece.ts'
import { entryOf, type Stamp } from '../yjs/roots.ts'
import { isHiddenRun, type Segment } from '../model/segment.ts'
import { gapAt, segmentAtOffset } from '../model/place.ts'
import { deleteBehindGap, insertAtGap, markAtGap } from '../yjs/yjs-gaps.ts'
import type { Block } from '../model/segment.ts'

/** Writes words and flags to the Y.Doc and keeps the model current with them. Call inside a transaction. */
export class DraftWriter {
  readonly model: DraftModel

  constructor(model: DraftModel) {
    this.model = model
  }

  /** A logical time above all that was seen. */
  nextStamp(): Stamp {
    this.model.lamport++
    return [this.model.lamport, this.model.doc.clientID]
  }

  /** The body index of unit `offset` of `segment`, in front of hidden units there, and the format in force at it. */
  #locate(segment: Segment, offset: number): Readonly<{ index: number; format: Format }> {
    let index = this.model.bodyIndex(segment)
    let format = segment.startFormat
    let left = offset
    for (const run of segment.reading.runs) {
      if (left === 0) break
      if (isHiddenRun(run)) {
        index++
        continue
      }
      const taken = Math.min(left, pieceLength(run))
      index += taken
      left -= taken
      format = run.format
    }
    return { index, format }
  }

  insert(block: Block, offset: number, pieces: readonly Piece[]): void {
    const at = segmentAtOffset(block, offset)
    this.insertIn(at.segment, at.offset, pieces)
  }

  /** Words that share the format of their left neighbour, the way of nearly every key, go in right there (DC9). */
  insertIn(segment: Segment, offset: number, pieces: readonly Piece[]): void {
    const [first] = pieces
    if (!first) return
    const { body } = this.model.roots
    const place = this.#locate(segment, offset)
    if (pieces.length === 1 && first.atom === null && first.format.key === place.format.key) {
      this.model.doc.transact((transaction) => insertAtGap(transaction, gapAt(segment, offset), first.text))
      this.model.reread(segment)
      return
    }
    let { index } = place
    let inForce = place.format
    for (const piece of pieces) {
      const attrs = { ...piece.format.attrs }
      if (piece.atom !== null) body.insertEmbed(index, JSON.parse(piece.atom) as object, attrs)
      else if (piece.format.key === inForce.key) body.insert(index, piece.text)
      else body.insert(index, piece.text, attrs)
      index += pieceLength(piece)
      inForce = piece.format
    }
    this.model.reread(segment)
  }

  /** Deletes units `from`–`to` of `block`, never a marker between them. */
  remove(block: Block, from: number, to: number): void {
    this.#eachPart(block, { from, to }, (segment, start, end) => {
      this.removeIn(segment, start, end)
    })
  }

  removeIn(segment: Segment, from: number, to: number): void {
    if (from >= to) return
    const { body } = this.model.roots
    const isDone = this.model.doc.transact((transaction) => deleteBehindGap(transaction, gapAt(segment, from), to - from))
    if (!isDone) for (const { index, length } of this.#stretches(segment, from, to).reverse()) body.delete(index, length)
    this.model.reread(segment)
  }

  /** Changes the format of units `from`–`to` of `block` from `before` to `after`. */
  format(block: Block, range: Readonly<{ from: number; to: number }>, change: Readonly<{ before: Format; after: Format }>): void {
    const attrs = formatChange(change.before, change.after)
    const { body } = this.model.roots
    this.#eachPart(block, range, (segment, start, end) => {
      for (const { index, length } of this.#stretches(segment, start, end)) body.format(index, length, attrs)
      this.model.reread(segment)
    })
  }

  #eachPart(block: Block, range: Readonly<{ from: number; to: number }>, act: (segment: Segment, from: number, to: number) => void): void {
    let start = 0
    for (const segment of block.segments) {
      const { length } = segment.reading
      const from = Math.max(0, range.from - start)
      const to = Math.min(length, range.to - start)
      start += length
      if (from < to) act(segment, from, to)
    }
  }

  /** The stretches of the body, without hidden units, that show units `from`–`to`. */
  #stretches(segment: Segment, from: number, to: number): { index: number; length: number }[] {
    const stretches: { index: number; length: number }[] = []
    let index = this.model.bodyIndex(segment)
    let at = 0
    for (const run of segment.reading.runs) {
      if (at >= to) break
      if (isHiddenRun(run)) {
        index++
        continue
      }
      const length = pieceLength(run)
      const start = Math.max(from - at, 0)
      const end = Math.min(to - at, length)
      if (start < end) {
        const last = stretches.at(-1)
        if (last && last.index + last.length === index + start) last.length += end - start
        else stretches.push({ index: index + start, length: end - start })
      }
      index += length
      at += length
    }
    return stretches
  }

  /** Puts a marker at unit `offset` of `segment`; its entry must be there. Returns the new segment. */
  mark(segment: Segment, offset: number, id: ClauseId): Segment {
    this.model.doc.transact((transaction) => markAtGap(transaction, gapAt(segment, offset), id))
    this.model.reread(segment)
    const made = this.model.byId.get(id)
    if (!made) throw new Error(`the marker of ${id} was not read back`)
    return made
  }

  /** Sets a key of the entry of `segment`; an entry that is missing stays so. */
  set(segment: Segment, key: string, value: unknown): void {
    const entry = entryOf(this.model.roots.clauses, segment.id)
    if (!entry) return
    entry.set(key, value)
    this.model.refreshFlags(segment)
  }

  /**
   * Notes that `segment` was removed on purpose: with which clause, and what of each client was seen to go, for telling
   * rescued words from deleted ones.
   */
  stampRemoval(segment: Segment, stamp: Readonly<{ with: ClauseId; seen: Readonly<Record<string, number>> }>): void {
    this.#stamp(segment, { how: 'delete', ...stamp })
  }

  /** Notes that `segment`, with the clause `head`, was put back for the words rescued in it (DC21). */
  stampReturn(segment: Segment, head: ClauseId): void {
    this.#stamp(segment, { how: 'put-back', with: head })
  }

  #stamp(segment: Segment, stamp: object): void {
    const removals: unknown = entryOf(this.model.roots.clauses, segment.id)?.get('removals')
    if (removals instanceof Y.Array) removals.push([stamp])
  }
}
