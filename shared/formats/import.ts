import type { ClauseId, ClauseKind, ClauseText, Language, NewClauseId } from '#shared/clauses/index.ts'
import { recognise } from './recognise/recognise.ts'
import type { UnrecognisedReason } from './recognise/draft.ts'
import { settle } from './recognise/settle.ts'
import type { Unit } from './recognise/unit.ts'
import { languageOf } from './language.ts'
import { wordsOf } from './words.ts'

/** `language` and `title` are found in the source when not given. */
export type ImportOptions = Readonly<{ newId: NewClauseId; language?: Language; title?: string }>

/** A line that became unnumbered text, with the clause it became; `line` counts from 1 in the source. */
export type UnrecognisedLine = Readonly<{ clauseId: ClauseId; line: number; why: UnrecognisedReason }>

/** What was done to the source before it was read; `count` says how often, where that means something. */
export const IMPORT_NOTES = [
  'byte-order-mark-removed',
  'utf-16-decoded',
  'windows-1252-assumed',
  'encoding-declared',
  'invisible-characters-removed',
  'wrapped-lines-joined',
] as const
export type ImportNote = Readonly<{ id: (typeof IMPORT_NOTES)[number]; count: number }>

/**
 * What an import recognised. Words are counted as `wordsOf` counts them, labels included; `wordsRecognised` are those
 * that are not in an unrecognised line.
 */
export type ImportReport = Readonly<{
  format: 'text' | 'html'
  wordsIn: number
  wordsRecognised: number
  counts: Readonly<Partial<Record<ClauseKind, number>>>
  unrecognised: readonly UnrecognisedLine[]
  notes: readonly ImportNote[]
}>

export type ImportResult = Readonly<{ text: ClauseText; report: ImportReport }>

/** Units of a source, whatever its format, with its words counted before anything was recognised. */
export type Source = Readonly<{
  format: ImportReport['format']
  units: readonly Unit[]
  /** The whole wording, to count and to guess the language by. */
  wording: string
  title: string
  notes: readonly ImportNote[]
}>

/** Clauses and report from the units of a source. Never refuses (FM2). */
export function importSource(source: Source, { newId, language, title }: ImportOptions): ImportResult {
  const { drafts, survey } = recognise(source.units)
  const settings = {
    style: survey.style,
    language: language ?? languageOf(source.wording),
    articleWord: survey.articleWord,
  }
  const clauses = settle(drafts, settings, newId)
  const counts: Partial<Record<ClauseKind, number>> = {}
  const unrecognised: UnrecognisedLine[] = []
  let lost = 0
  drafts.forEach(({ kind, line, why }, index) => {
    counts[kind] = (counts[kind] ?? 0) + 1
    const clause = clauses[index]
    if (why === null || clause === undefined) return
    unrecognised.push({ clauseId: clause.id, line, why })
    lost += wordsOf(clause.text).length
  })
  const printed = clauses.find(({ kind }) => kind === 'title')?.text ?? ''
  const wordsIn = wordsOf(source.wording).length
  return {
    text: { title: title ?? (printed === '' ? source.title : printed), settings, clauses },
    report: { format: source.format, wordsIn, wordsRecognised: wordsIn - lost, counts, unrecognised, notes: source.notes },
  }
}
