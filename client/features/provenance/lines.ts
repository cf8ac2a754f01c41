import { citationsOf, labelsOf, type Clause, type ClauseId } from '#shared/clauses/index.ts'
import { unreachable } from '#shared/kernel/index.ts'
import type { ClauseProvenance, Instrument } from '#shared/provenance/index.ts'
import type { Found } from './use-provenance.ts'

/** A clause with its label and how it is cited. */
export type Cited = Readonly<{ clause: Clause; label: string; citation: string }>

/** A clause of the text with what was found of it, and its closest passage. */
export type Line = Cited & Readonly<{ found: ClauseProvenance; main: (Cited & Readonly<{ source: number }>) | null }>

/** Which clauses are shown. */
export const SHOWN = ['taken', 'hints', 'fresh', 'all'] as const
export type ShownKind = (typeof SHOWN)[number]

/** All clauses of an instrument by their ids, as they are cited. */
export function citedIn({ text, held }: Instrument): ReadonlyMap<ClauseId, Cited> {
  const labels = labelsOf(text.clauses, text.settings, held)
  const citations = citationsOf(text.clauses, labels)
  return new Map(text.clauses.map((clause) => [clause.id, { clause, label: labels.get(clause.id)?.text ?? '', citation: citations.get(clause.id) ?? '' }]))
}

/** The clauses of the text in reading order; those without words are left out. */
export function linesOf({ instrument, provenance }: Pick<Found, 'instrument' | 'provenance'>, sources: readonly ReadonlyMap<ClauseId, Cited>[]): readonly Line[] {
  const own = citedIn(instrument)
  return provenance.clauses.flatMap((found): Line[] => {
    const cited = own.get(found.clause)
    if (cited === undefined || found.words === 0) return []
    const passage = found.passages[0]
    const main = passage === undefined ? undefined : sources[passage.source]?.get(passage.sourceClause)
    return [{ ...cited, found, main: passage === undefined || main === undefined ? null : { ...main, source: passage.source } }]
  })
}

/** Whether `line` is of the kind that is shown, and has to do with `source`, if one is chosen. */
export function isShown({ found }: Line, kind: ShownKind, source: number | null): boolean {
  const concerns = source === null || found.taken.some((part) => part.source === source)
  switch (kind) {
    case 'taken':
      return found.taken.length > 0 && concerns
    case 'hints':
      return found.leftovers.some((leftover) => source === null || leftover.source === source)
    case 'fresh':
      return found.taken.length === 0
    case 'all':
      return concerns || found.taken.length === 0
    default:
      return unreachable(kind)
  }
}

/** `text` in pieces: those between two marks, and those that `marks` cover, with the mark. Marks do not overlap. */
export function marked<Mark extends Readonly<{ from: number; to: number }>>(text: string, marks: readonly Mark[]): readonly Readonly<{ words: string; mark: Mark | null }>[] {
  const pieces: { words: string; mark: Mark | null }[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.from > at) pieces.push({ words: text.slice(at, mark.from), mark: null })
    pieces.push({ words: text.slice(mark.from, mark.to), mark })
    at = mark.to
  }
  if (at < text.length) pieces.push({ words: text.slice(at), mark: null })
  return pieces
}
