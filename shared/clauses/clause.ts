import type { ClauseId } from './id.ts'
import type { ClauseKind } from './kinds.ts'

/** Emphasis as treaties print it: `em` italic (foreign terms, titles of instruments), `strong` bold. */
export type SpanMark = 'em' | 'strong'

/** Marks `text.slice(from, to)`, in UTF-16 code units; `from < to`; never inside a surrogate pair. */
export type Span = Readonly<{ from: number; to: number; mark: SpanMark }>

/**
 * One clause. `text` is its wording without its label; for a division it is the heading ("Illegal access").
 * `number` overrides the derived number (`4 bis`, `93 ter`; '' = shown without a number); null = derived.
 * `depth` counts from 0 below the nearest division and means nothing for divisions (kept 0).
 */
export type Clause = Readonly<{
  id: ClauseId
  kind: ClauseKind
  depth: number
  number: string | null
  text: string
  spans: readonly Span[]
}>

/** What of a clause its label depends on: everything but its words. */
export type Numbering = Pick<Clause, 'id' | 'kind' | 'depth' | 'number'>

/** The official languages of the United Nations. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** `un`: `Article 1`, `1.` `(a)` `(i)`. `coe` (Council of Europe): `Article 1`, `1` `a` `i`. */
export const NUMBERING_STYLES = ['un', 'coe'] as const
export type NumberingStyle = (typeof NUMBERING_STYLES)[number]

/**
 * How the labels of one text are made. `articleWord` replaces the language's word for an article
 * ("Regulation", "Rule"); null = the language's own.
 */
export type LabelSettings = Readonly<{
  style: NumberingStyle
  language: Language
  articleWord: string | null
}>

/** A text's clauses in reading order with what its labels need: what import gives and comparison takes. */
export type ClauseText = Readonly<{
  title: string
  settings: LabelSettings
  clauses: readonly Clause[]
}>
