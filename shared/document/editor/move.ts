import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { levelOf, subtreeEnd } from '#shared/clauses/index.ts'
import { meaningToMove } from './movers.ts'
import { idOf } from '../model/projection.ts'
import { selectedClauses, standings, startOf } from './selected.ts'
import { nodesIn } from '../model/window.ts'

/** Three bounds in the flat sequence: what stands from `from` to `middle` changes places with what stands from there to `to`. */
type Exchange = Readonly<{ from: number; middle: number; to: number }>

/** Where the neighbour above starts: the clause on the same level with what belongs to it, or the heading right above. */
function aboveOf(state: EditorState): Exchange | null {
  const all = standings(state.doc)
  const { first, last } = selectedClauses(state)
  const own = all[first]
  if (!own || first === 0) return null
  const level = levelOf(own.kind, own.depth)
  let from = first - 1
  const levelAt = (index: number) => levelOf(all[index]?.kind ?? 'text', all[index]?.depth ?? 0)
  while (from > 0 && levelAt(from) > level && levelAt(from - 1) >= level) from--
  return { from, middle: first, to: Math.max(last + 1, subtreeEnd(all, first)) }
}

function belowOf(state: EditorState): Exchange | null {
  const all = standings(state.doc)
  const { first, last } = selectedClauses(state)
  const own = all[first]
  const middle = own ? Math.max(last + 1, subtreeEnd(all, first)) : 0
  const next = all[middle]
  if (!own || !next) return null
  const above = levelOf(next.kind, next.depth) < levelOf(own.kind, own.depth)
  return { from: first, middle, to: above ? middle + 1 : subtreeEnd(all, middle) }
}

/** One step that exchanges the two stretches; the caret goes with its clause, and the log moves that clause (DC5). */
function exchange(state: EditorState, { from, middle, to }: Exchange, moved: 'upper' | 'lower'): Transaction {
  const { doc, tr, selection } = state
  const upper = nodesIn(doc, from, middle - from)
  const lower = nodesIn(doc, middle, to - middle)
  const sizeOf = (nodes: typeof upper) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const [start, end] = [startOf(doc, from), startOf(doc, to)]
  tr.step(new ReplaceStep(start, end, new Slice(Fragment.fromArray([...lower, ...upper]), 0, 0)))
  const by = moved === 'upper' ? sizeOf(lower) : -sizeOf(upper)
  if (selection instanceof TextSelection) tr.setSelection(TextSelection.create(tr.doc, selection.anchor + by, selection.head + by))
  const ids = (moved === 'upper' ? upper : lower).map(idOf).filter((id) => id !== null)
  return meaningToMove(tr, ids).scrollIntoView()
}

/** Alt-Up: the clause, with what belongs to it, changes places with its neighbour above (DC11). */
export const moveClauseUp: Command = (state, dispatch) => {
  const places = aboveOf(state)
  if (!places) return false
  dispatch?.(exchange(state, places, 'lower'))
  return true
}

/** Alt-Down: the clause, with what belongs to it, changes places with its neighbour below (DC11). */
export const moveClauseDown: Command = (state, dispatch) => {
  const places = belowOf(state)
  if (!places) return false
  dispatch?.(exchange(state, places, 'upper'))
  return true
}
