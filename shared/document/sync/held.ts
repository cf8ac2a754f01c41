import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { ClauseId } from '#shared/clauses/index.ts'
import { spotOf } from './caret.ts'
import type { ItemCaret } from './caret-places.ts'
import { editBetween } from '../writing/edit.ts'
import { piecesLength, type Piece } from '../model/piece.ts'
import { gapAt, standingSpot } from '../model/place.ts'
import type { PlannedStep } from '../writing/plan.ts'
import { idOf, piecesOf } from '../model/projection.ts'
import { blockPieces, type Block, type Segment } from '../model/segment.ts'
import type { DraftWriter } from '../writing/writer.ts'
import { windowOf } from '../model/window.ts'
import { markerOf, spotBehind, type ItemSpot } from '../yjs/yjs-internals.ts'

function unitsOf({ marker, reading }: Segment): ItemSpot[] {
  const units: ItemSpot[] = []
  for (let item = marker.right; item !== null && item !== reading.next; item = item.right) {
    if (item.deleted || !item.countable || markerOf(item) !== null) continue
    for (let at = 0; at < item.length; at++) units.push(spotBehind(item, at))
  }
  return units
}

/**
 * A clause in which words are being composed, as the editor shows it: each unit with the item that holds it. Whatever others
 * do meanwhile, what is composed is written beside the units it stands beside on the screen (DC17).
 */
export class ComposedClause {
  readonly id: ClauseId
  readonly #marker: ItemSpot
  readonly #units: ItemSpot[]
  #pieces: readonly Piece[]

  constructor(block: Block) {
    this.id = block.head.id
    this.#marker = spotBehind(block.head.marker, 0)
    this.#units = block.segments.flatMap(unitsOf)
    this.#pieces = blockPieces(block)
  }

  /** The spot behind unit `offset` of what the editor shows. */
  #spotAt(offset: number): ItemSpot {
    return this.#units[offset - 1] ?? this.#marker
  }

  /** The words at which the caret of `state` stands in this clause; null when it stands elsewhere. */
  caretIn({ doc, selection }: EditorState): ItemCaret | null {
    const [anchor, head] = selection instanceof TextSelection ? [spotOf(doc, selection.anchor), spotOf(doc, selection.head)] : []
    const isHere = anchor?.clauseId === this.id && head?.clauseId === this.id
    return isHere ? { anchor: this.#spotAt(anchor.offset), head: this.#spotAt(head.offset) } : null
  }

  /** Whether `transaction` changes this clause and nothing else. */
  isOnly({ before, doc }: Transaction): boolean {
    const window = windowOf(before, doc, null)
    return window.before <= 1 && window.after === window.before && (window.before === 0 || idOf(before.child(window.from)) === this.id)
  }

  /** Writes a step inside this clause; false, with nothing written, when it is about anything else. */
  write(writer: DraftWriter, { window, revised, ids }: PlannedStep): boolean {
    if (ids.length !== 1 || ids[0] !== this.id || window.before !== 1) return false
    const pieces = piecesOf(revised.child(window.from).content)
    const { from, to, added } = editBetween(this.#pieces, pieces, { prefix: window.head ?? 0, suffix: window.tail ?? 0 })
    this.#pieces = pieces
    for (const unit of this.#units.splice(from, to - from).reverse()) {
      const at = standingSpot(writer.model, unit)
      if (at?.stands) writer.removeIn(at.segment, at.offset - 1, at.offset)
    }
    const at = standingSpot(writer.model, this.#spotAt(from))
    if (!at || added.length === 0) return true
    writer.insertIn(at.segment, at.offset, added)
    const written = Array.from({ length: piecesLength(added) }, (_, index) => gapAt(at.segment, at.offset + index + 1))
    this.#units.splice(from, 0, ...written.map(({ item, units }) => spotBehind(item, units - 1)))
    return true
  }
}

function startOfClause(doc: Node, id: ClauseId): number | null {
  let start: number | null = null
  doc.forEach((node, offset) => {
    if (start === null && idOf(node) === id) start = offset
  })
  return start
}

/** The ids of the clauses of `doc` that start from `from` to before `to`. */
function idsIn(doc: Node, from: number, to: number): ReadonlySet<ClauseId | null> {
  const ids = new Set<ClauseId | null>()
  doc.forEach((node, offset) => {
    if (offset >= from && offset < to) ids.add(idOf(node))
  })
  return ids
}

/**
 * Whether `tr` leaves the node of clause `id` where and as it is: no clause from behind it comes before it either, since a view
 * that meets one further up than it stood draws anew all that stood between.
 */
export function leavesAlone(tr: Transaction, id: ClauseId): boolean {
  const { before, doc } = tr
  const start = startOfClause(before, id)
  if (start === null) return true
  const { pos, deleted } = tr.mapping.mapResult(start, 1)
  if (deleted || doc.nodeAt(pos) !== before.nodeAt(start)) return false
  const behind = idsIn(before, start + 1, before.content.size)
  return ![...idsIn(doc, 0, pos)].some((one) => behind.has(one))
}
