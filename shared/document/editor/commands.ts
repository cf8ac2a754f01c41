import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { toggleMark } from '@tiptap/pm/commands'
import { subtreeEnd, type ClauseKind } from '#shared/clauses/index.ts'
import { nodeType } from '../model/projection.ts'
import { caretOf, selectedClauses, standingOf, standings, startOf } from './selected.ts'
import { asKind, deeper, remainder, successor, type Standing } from './series.ts'

const newClause = (state: EditorState, standing: Standing): Node =>
  nodeType(state.schema, 'clause').create({ id: null, number: null, ...standing })

const setStanding = (tr: Transaction, index: number, standing: Standing): void => {
  const pos = startOf(tr.doc, index)
  const node = tr.doc.child(index)
  for (const [name, value] of Object.entries(standing)) if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
}

/**
 * Enter (DC11): splits the clause at the caret, and the new one continues the series. At the start of words an empty
 * clause comes before them; in an empty clause below others Enter moves it up a level instead. Selected words give way first.
 */
export const splitClause: Command = (state, dispatch) => {
  if (!(state.selection instanceof TextSelection)) return false
  const { tr } = state
  if (!state.selection.empty) tr.deleteSelection()
  const at = tr.selection.$from
  if (at.depth !== 1) return false
  const node = at.parent
  const standing = standingOf(node)
  const up = node.content.size === 0 && standing.depth > 0 ? deeper(standing, -1) : null
  if (up) setStanding(tr, at.index(0), up)
  else if (at.parentOffset === 0 && node.content.size > 0) tr.insert(at.before(), newClause(state, standing))
  else {
    const next = at.parentOffset === node.content.size ? successor(standing) : remainder(standing)
    tr.split(at.pos, 1, [{ type: node.type, attrs: { id: null, number: null, ...next } }])
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Joins clause `index` to the one before it; of two, an empty one simply goes, and the words keep their clause (DC6). */
function joinClauses(state: EditorState, index: number, dispatch?: (tr: Transaction) => void): boolean {
  const { doc, tr } = state
  const [before, after] = [doc.maybeChild(index - 1), doc.maybeChild(index)]
  if (!before || !after) return false
  const seam = startOf(doc, index)
  if (before.content.size === 0 && after.content.size > 0) tr.delete(seam - before.nodeSize, seam)
  else tr.join(seam)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the start of a clause: merges it with the one before (DC11). */
export const mergeWithPrevious: Command = (state, dispatch) => {
  const caret = caretOf(state)
  return caret?.offset === 0 && joinClauses(state, caret.index, dispatch)
}

/** Delete at the end of a clause: merges it with the one behind (DC11). */
export const mergeWithNext: Command = (state, dispatch) => {
  const caret = caretOf(state)
  return caret !== null && caret.offset === caret.node.content.size && joinClauses(state, caret.index + 1, dispatch)
}

/** Moves the selected clauses, each with what belongs to it, `levels` deeper; none of them when one cannot. */
function shift(state: EditorState, levels: number, dispatch?: (tr: Transaction) => void): boolean {
  const all = standings(state.doc)
  const { first, last } = selectedClauses(state)
  let end = last + 1
  for (let index = first; index <= last; index++) end = Math.max(end, subtreeEnd(all, index))
  const shifted = all.slice(first, end).map((standing) => deeper(standing, levels))
  const before = all[first - 1]
  const deepest = before === undefined || deeper(before, 0) === null ? 1 : before.depth + 1
  const top = shifted[0]
  if (!top || shifted.includes(null) || (levels > 0 && top.depth > deepest)) return false
  const { tr } = state
  shifted.forEach((standing, at) => standing && setStanding(tr, first + at, standing))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Tab: one level deeper, kind and depth together, with what belongs to it; at most one below the clause before (DC11). */
export const indentClause: Command = (state, dispatch) => shift(state, 1, dispatch)

/** Shift-Tab: one level up (DC11). */
export const outdentClause: Command = (state, dispatch) => shift(state, -1, dispatch)

/** Makes the selected clauses `kind`; their depth goes with it. */
export const setKind =
  (kind: ClauseKind): Command =>
  (state, dispatch) => {
    const { first, last } = selectedClauses(state)
    const { tr } = state
    for (let index = first; index <= last; index++) setStanding(tr, index, asKind(standingOf(state.doc.child(index)), kind))
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }

/** Overrides the number of the clause at the caret (`4 bis`; '' = shown without one); null = derived again. */
export const setNumber =
  (number: string | null): Command =>
  (state, dispatch) => {
    const { first } = selectedClauses(state)
    if (state.doc.child(first).attrs['number'] === number) return false
    dispatch?.(state.tr.setNodeAttribute(startOf(state.doc, first), 'number', number))
    return true
  }

/** Removes the selected clauses, not what belongs to them. The last clause of a draft only loses its words. */
export const removeClause: Command = (state, dispatch) => {
  const { first, last } = selectedClauses(state)
  const { doc, tr } = state
  const [from, to] = [startOf(doc, first), startOf(doc, last + 1)]
  if (last + 1 - first < doc.childCount) tr.delete(from, to)
  else if (doc.content.size > 2) tr.replace(from, to, new Slice(Fragment.from(newClause(state, standingOf(doc.child(first)))), 0, 0))
  else return false
  dispatch?.(tr.scrollIntoView())
  return true
}

const toggle =
  (mark: 'em' | 'strong'): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[mark]
    return type !== undefined && toggleMark(type)(state, dispatch, view)
  }

/** Mod-i. */
export const toggleEm: Command = toggle('em')

/** Mod-b. */
export const toggleStrong: Command = toggle('strong')
