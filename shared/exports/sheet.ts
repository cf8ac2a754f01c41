import { citationsOf, labelsOf, parentsOf, type ClauseId, type ClauseText, type HeldNumbers } from '#shared/clauses/index.ts'
import type { SideJson } from './schema.ts'

/**
 * One side of a comparison as it is exported. `text` is what is compared; `side` is what is shown of it. A clause shown may
 * be several of those compared, the first of which `leads`: an article given with its whole wording in one.
 */
export type Sheet = Readonly<{
  text: ClauseText
  held: HeldNumbers | null
  side: SideJson
  /** The clause shown that a compared one belongs to, as an index of `side.clauses`, and whether it leads it. */
  shownAt: ReadonlyMap<ClauseId, Readonly<{ index: number; leads: boolean }>>
}>

/** A text as Travaux keeps it, each clause shown by itself; `nameOf` gives the ids that are written. */
export function sheetOf(
  { text, held = null }: Readonly<{ text: ClauseText; held?: HeldNumbers | null }>,
  nameOf: (id: ClauseId, index: number) => string = (id) => id,
): Sheet {
  const { clauses, settings, title } = text
  const labels = labelsOf(clauses, settings, held)
  const citations = citationsOf(clauses, labels)
  const names = clauses.map(({ id }, index) => nameOf(id, index))
  const parents = parentsOf(clauses)
  const shown = clauses.map(({ id, kind, text: words }, index) => ({
    id: names[index] ?? '',
    parent: names[parents[index] ?? -1] ?? null,
    kind,
    label: labels.get(id)?.text ?? '',
    citation: citations.get(id) ?? '',
    text: words,
  }))
  return {
    text,
    held,
    side: { title, language: settings.language, clauses: shown },
    shownAt: new Map(clauses.map(({ id }, index) => [id, { index, leads: true }])),
  }
}

/** Where the clause that `id` belongs to is shown, as an index of `side.clauses`; -1 for none. */
export const shownIndex = ({ shownAt }: Sheet, id: ClauseId | null): number => (id === null ? -1 : (shownAt.get(id)?.index ?? -1))

/** Whether `id` leads the clause that is shown; false for none. */
export const leads = ({ shownAt }: Sheet, id: ClauseId | null): boolean => id !== null && shownAt.get(id)?.leads === true
