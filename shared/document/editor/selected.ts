import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { isClauseKind } from '#shared/clauses/index.ts'
import type { Standing } from './series.ts'

/** The kind and depth on a clause node. */
export function standingOf(node: Node): Standing {
  const { kind, depth }: Readonly<Record<string, unknown>> = node.attrs
  return { kind: isClauseKind(kind) ? kind : 'text', depth: typeof depth === 'number' ? depth : 0 }
}

/** Kind and depth of every clause of `doc`. */
export const standings = (doc: Node): readonly Standing[] => Array.from({ length: doc.childCount }, (_, index) => standingOf(doc.child(index)))

/** The indexes of the first and last clause that the selection touches. */
export const selectedClauses = ({ selection }: EditorState): Readonly<{ first: number; last: number }> => ({
  first: selection.$from.index(0),
  last: Math.max(selection.$from.index(0), selection.$to.depth > 0 ? selection.$to.index(0) : selection.$to.index(0) - 1),
})

/** The document position in front of clause `index`. */
export function startOf(doc: Node, index: number): number {
  let pos = 0
  for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize
  return pos
}

/** The caret, when nothing is selected: its clause's index and node, and the offset in it. */
export function caretOf({ selection }: EditorState): Readonly<{ index: number; node: Node; offset: number; pos: number }> | null {
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$from.depth !== 1) return null
  const { $from } = selection
  return { index: $from.index(0), node: $from.parent, offset: $from.parentOffset, pos: $from.pos }
}
