import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { decodeCaret, encodeCaret, positionOf, spotOf } from './caret.ts'
import type { DraftModel } from '../model/model.ts'
import { decodePlace, encodePlace, resolveSpot, spotItem } from '../model/place.ts'
import type { CaretPlaces } from '../sync-types.ts'
import type { ItemSpot } from '../yjs/yjs-internals.ts'

/** A selection by the items that its ends stand behind: it stays with its words, wherever they go. */
export type ItemCaret = Readonly<{ anchor: ItemSpot; head: ItemSpot }>

/** The selection of `state` by items; null when it is none of words, or in no clause that `model` shows. */
export function itemCaret(model: DraftModel, { doc, selection }: EditorState): ItemCaret | null {
  if (!(selection instanceof TextSelection)) return null
  const [anchor, head] = [selection.anchor, selection.head].map((pos) => {
    const spot = spotOf(doc, pos)
    const block = spot && model.blockOf(spot.clauseId)
    return block ? spotItem(block, spot.offset) : null
  })
  return anchor && head ? { anchor, head } : null
}

/** Selects in `tr` what `caret` stands at now; leaves the selection alone where that is hidden. */
export function selectItems(tr: Transaction, model: DraftModel, caret: ItemCaret | null): void {
  if (!caret) return
  const [anchor, head] = [caret.anchor, caret.head].map((item) => {
    const spot = resolveSpot(model, item)
    return spot && positionOf(model, tr.doc, spot)
  })
  if (typeof anchor === 'number' && typeof head === 'number') tr.setSelection(TextSelection.create(tr.doc, anchor, head))
}

/** The selection of `state` for awareness; null in an editor that shows no clause yet. */
export function caretPlacesIn(model: DraftModel, { doc, selection }: EditorState): CaretPlaces | null {
  const [anchor, head] = [selection.anchor, selection.head].map((pos) => {
    const spot = spotOf(doc, pos)
    return spot && model.blockOf(spot.clauseId) ? encodePlace(model, spot) : null
  })
  return anchor && head ? encodeCaret({ anchor, head }) : null
}

/** Document positions of somebody's caret; null while its clause is hidden or when it is none. */
export function caretPositionsIn(model: DraftModel, { doc }: EditorState, raw: unknown): Readonly<{ anchor: number; head: number }> | null {
  const caret = decodeCaret(raw)
  if (!caret) return null
  const [anchor, head] = [caret.anchor, caret.head].map((place) => {
    const spot = decodePlace(model, place)
    return spot && positionOf(model, doc, spot)
  })
  return typeof anchor === 'number' && typeof head === 'number' ? { anchor, head } : null
}
