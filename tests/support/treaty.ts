import {
  isDivision,
  parseClauseId,
  type Clause,
  type ClauseId,
  type ClauseKind,
  type LabelSettings,
} from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'

/** A clause to be, with what stands below it. Made by the words below, made into clauses by `treaty`. */
export type Draft = Readonly<{
  kind: ClauseKind
  text: string
  below: readonly Draft[]
  number: string | null
  id: ClauseId | null
}>

type Word = (text: string, ...below: readonly Draft[]) => Draft
const word =
  (kind: ClauseKind): Word =>
  (text, ...below) => ({ kind, text, below, number: null, id: null })

export const title = word('title')
export const preamble = word('preamble')
export const recital = word('recital')
export const enacting = word('enacting')
export const part = word('part')
export const chapter = word('chapter')
export const section = word('section')
export const subsection = word('subsection')
export const heading = word('heading')
export const article = word('article')
export const annex = word('annex')
export const appendix = word('appendix')
export const testimonium = word('testimonium')
export const chapeau = word('chapeau')
export const par = word('paragraph')
export const sub = word('subparagraph')
export const item = word('item')
export const definition = word('definition')
export const closing = word('closing')
export const footnote = word('footnote')
export const text = word('text')

/** `draft` with its number written by hand: `numbered('4 bis', par('…'))`. */
export const numbered = (number: string, draft: Draft): Draft => ({ ...draft, number })

/** The id that `named(name, …)` gives: lower-case letters and digits, at most ten. */
export function idNamed(name: string): ClauseId {
  const id = parseClauseId(`c_${name.padStart(10, '0')}`)
  invariant(id !== null, `"${name}" makes no clause id`)
  return id
}

/** `draft` with an id one can ask for: `named('scope', article('Scope'))` is `idNamed('scope')`. */
export const named = (name: string, draft: Draft): Draft => ({ ...draft, id: idNamed(name) })

/**
 * The clauses of a treaty in reading order: `treaty(article('Consultations', par('The Parties shall consult.')))`.
 * The n-th clause without a name has the id `idNamed(n)` (from 1); depth follows from nesting below a division.
 */
export function treaty(...drafts: readonly Draft[]): readonly Clause[] {
  const clauses: Clause[] = []
  const add = (draft: Draft, depth: number): void => {
    const { kind, number, text } = draft
    const isBelowDivision = isDivision(kind)
    const id = draft.id ?? idNamed(String(clauses.length + 1))
    clauses.push({ id, kind, depth: isBelowDivision ? 0 : depth, number, text, spans: [] })
    for (const child of draft.below) add(child, isBelowDivision ? 0 : depth + 1)
  }
  for (const draft of drafts) add(draft, 0)
  return clauses
}

export const UN_ENGLISH: LabelSettings = { style: 'un', language: 'en', articleWord: null }
export const COE_ENGLISH: LabelSettings = { style: 'coe', language: 'en', articleWord: null }
