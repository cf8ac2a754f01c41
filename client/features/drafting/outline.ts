import type { EditorState } from '@tiptap/pm/state'
import { isDivision, levelOf, type ClauseId } from '#shared/clauses/index.ts'
import { labelledPage } from './labels.ts'

/** One heading of the page: its label and words, and how deep it stands. */
export type OutlineEntry = Readonly<{ id: ClauseId; label: string; heading: string; level: number; kind: string }>

/** The page's divisions in order. */
export function outlineOf(state: EditorState): readonly OutlineEntry[] {
  const page = labelledPage(state)
  if (page === null) return []
  return page.clauses.flatMap(({ id, kind, depth }, i) => {
    if (!isDivision(kind) || kind === 'title') return []
    const heading = state.doc.maybeChild(i)?.textContent ?? ''
    return [{ id, label: page.labels.get(id)?.text ?? '', heading, level: levelOf(kind, depth), kind }]
  })
}

/** Whether two outlines read the same. */
export const sameOutline = (a: readonly OutlineEntry[], b: readonly OutlineEntry[] | null): boolean =>
  b !== null && a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i]))

const sameEntry = (a: OutlineEntry, b: OutlineEntry | undefined): boolean =>
  b !== undefined && a.id === b.id && a.label === b.label && a.heading === b.heading && a.level === b.level
