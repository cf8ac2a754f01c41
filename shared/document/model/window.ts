import type { Node } from '@tiptap/pm/model'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'

/**
 * What one step changed: `before` clauses from index `from` on gave way to `after` clauses. `head`: units at the start of
 * the first one before that stay in the first one after; `tail`: units at the end of the last one before that stay at the
 * end of the last one after; null where the step did not reach into that clause.
 */
export type ClauseWindow = Readonly<{ from: number; before: number; after: number; head: number | null; tail: number | null }>

function sameAtStart(base: Node, revised: Node): number {
  const most = Math.min(base.childCount, revised.childCount)
  let same = 0
  while (same < most && base.child(same) === revised.child(same)) same++
  return same
}

function sameAtEnd(base: Node, revised: Node, most: number): number {
  let same = 0
  while (same < most && base.child(base.childCount - 1 - same) === revised.child(revised.childCount - 1 - same)) same++
  return same
}

/** The window of `step`, found by the identity of nodes, or of any change when `step` is null. */
export function windowOf(base: Node, revised: Node, step: Step | null): ClauseWindow {
  if (!(step instanceof ReplaceStep)) {
    const from = sameAtStart(base, revised)
    const rest = sameAtEnd(base, revised, Math.min(base.childCount, revised.childCount) - from)
    return { from, before: base.childCount - from - rest, after: revised.childCount - from - rest, head: null, tail: null }
  }
  const start = base.resolve(step.from)
  const end = base.resolve(step.to)
  const head = start.depth > 0 ? start.parentOffset : null
  const tail = end.depth > 0 ? end.parent.content.size - end.parentOffset : null
  const from = head === null ? Math.max(start.index(0), sameAtStart(base, revised)) : start.index(0)
  const reached = base.childCount - (tail === null ? end.index(0) : end.index(0) + 1)
  const most = Math.min(base.childCount, revised.childCount) - from
  const rest = tail === null ? Math.min(most, Math.max(reached, sameAtEnd(base, revised, most))) : reached
  return { from, before: base.childCount - from - rest, after: revised.childCount - from - rest, head, tail }
}

/** The clause nodes of `doc` from index `from` on, `count` of them. */
export const nodesIn = (doc: Node, from: number, count: number): readonly Node[] =>
  Array.from({ length: count }, (_, index) => doc.child(from + index))
