import type { EditorState } from '@tiptap/pm/state'
import { isDivision, levelOf, type ClauseId, type Numbering } from '#shared/clauses/index.ts'
import { labelledPage } from './labels.ts'

/** One heading of the page: its label and words, and how deep it stands. */
export type OutlineEntry = Readonly<{ id: ClauseId; label: string; heading: string; level: number; kind: string }>

/** The page's divisions in order. */
export function outlineOf(state: EditorState): readonly OutlineEntry[] {
  const page = labelledPage(state)
  if (page === null) return []
  return divisionsOf(page.clauses).flatMap((i) => {
    const clause = page.clauses[i]
    if (clause === undefined) return []
    const { id, kind, depth } = clause
    const heading = state.doc.maybeChild(i)?.textContent ?? ''
    return [{ id, label: page.labels.get(id)?.text ?? '', heading, level: levelOf(kind, depth), kind }]
  })
}

/** While only words change the page's clauses are the same, and the outline is asked for at every key. */
const divisions = new WeakMap<readonly Numbering[], readonly number[]>()

function divisionsOf(clauses: readonly Numbering[]): readonly number[] {
  const known = divisions.get(clauses) ?? clauses.flatMap(({ kind }, i) => (isDivision(kind) && kind !== 'title' ? [i] : []))
  divisions.set(clauses, known)
  return known
}

/** Whether two outlines read the same. */
export const sameOutline = (a: readonly OutlineEntry[], b: readonly OutlineEntry[] | null): boolean =>
  b !== null && a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i]))

const sameEntry = (a: OutlineEntry, b: OutlineEntry | undefined): boolean =>
  b !== undefined && a.id === b.id && a.label === b.label && a.heading === b.heading && a.level === b.level
