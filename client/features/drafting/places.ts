import type { EditorState } from '@tiptap/pm/state'
import { citationOf, labelsOf, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'
import type { RescuedPassage } from '#shared/document/index.ts'
import type { Spot } from '#shared/records/index.ts'
import { labelledPage } from './labels.ts'

/** Where a spot of the text stands in the editor's document, or null when its clause is not on the page. */
export function positionOf(state: EditorState, { clauseId, offset }: Spot): number | null {
  const page = labelledPage(state)
  const at = page?.clauses.findIndex(({ id }) => id === clauseId) ?? -1
  const start = page?.positions[at]
  const node = start === undefined ? null : state.doc.nodeAt(start)
  return start === undefined || node === null ? null : start + 1 + Math.min(offset, node.content.size)
}

/** The spot of the text that stands at `position` of the editor's document; null between clauses. */
export function spotAt(state: EditorState, position: number): Spot | null {
  const page = labelledPage(state)
  if (page === null) return null
  const at = lastAtOrBefore(page.positions, position)
  const clause = page.clauses[at]
  const start = page.positions[at]
  return clause === undefined || start === undefined ? null : { clauseId: clause.id, offset: Math.max(0, position - start - 1) }
}

/** The citation of a clause of the page as it stands ("Article 6(1)(a)"). */
export function citationIn(state: EditorState, id: ClauseId): string {
  const page = labelledPage(state)
  if (page === null) return ''
  const clauses = page.clauses.map((clause, i) => ({ ...clause, text: citedWords(state, clause.kind, page.positions[i] ?? 0), spans: [] }))
  return citationOf(clauses, page.labels, id)
}

/** The citation that the removed clause of a rescued passage would have if it stood where it stood. */
export function formerCitation(state: EditorState, { clause, behind, prefix, text, suffix }: RescuedPassage): string {
  const page = labelledPage(state)
  if (page === null) return ''
  const at = behind === null ? 0 : page.clauses.findIndex(({ id }) => id === behind) + 1
  const clauses = page.clauses.map((one, i) => ({ ...one, text: citedWords(state, one.kind, page.positions[i] ?? 0), spans: [] }))
  const former = clauses.toSpliced(at, 0, { ...clause, text: `${prefix}${text}${suffix}`, spans: [] })
  return citationOf(former, labelsOf(former, page.basis.settings, page.basis.held), clause.id)
}

/** Only headings and definitions are cited by their words; reading everybody's at each move of the caret would be felt. */
const citedWords = (state: EditorState, kind: ClauseKind, position: number): string =>
  kind === 'heading' || kind === 'definition' ? (state.doc.nodeAt(position)?.textContent ?? '') : ''

/** The index of the last of ascending `positions` that is not after `position`; -1 when all are. */
function lastAtOrBefore(positions: readonly number[], position: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? Infinity) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
