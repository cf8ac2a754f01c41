import type { ClauseId, HeldNumbers } from '#shared/clauses/index.ts'
import type { ChangeClass, Classes } from './classes/types.ts'

/**
 * How two spellings of the same words differ: `typography` is quotation marks, dashes and spaces, and `reference` the
 * number of a clause that was itself renumbered ("Article 13", now "Article 14"); neither is a change of wording.
 * `spelling` is a hyphen inside a word ("co-operation"), which is one.
 */
export type Cosmetic = 'typography' | 'spelling' | 'reference'

/**
 * One run of a redline. Runs are non-empty; of two neighbours none is of the same kind, and a strike stands before
 * the insertion that replaces it (RL1, RL2, RL3).
 */
export type RedlineRun = Readonly<{ kind: 'keep' | 'strike' | 'insert'; text: string; cosmetic?: Cosmetic }>

/** The wording of one clause on both sides. `whole-clause`: too long to compare word by word, shown as replaced. */
export type ClauseRedline =
  | Readonly<{ precision: 'word'; runs: readonly RedlineRun[] }>
  | Readonly<{ precision: 'whole-clause'; runs: readonly RedlineRun[]; reason: 'budget' }>

/** `maxCells`: the product of the two sides' words, common beginning and end set apart, up to which words are compared. */
export type RedlineBudget = Readonly<{ maxCells: number }>

/** `moved` says that the clause stands elsewhere in the order of the text, whether or not it was edited as well. */
export const RELATIONS = ['kept', 'edited', 'moved', 'added', 'removed'] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * Why two clauses were taken for the same one. `share`: 0 to 1, of the words, the heading's words, or the parts.
 * `same-purpose`: both are their text's only article of definitions. `declared`: a person said so.
 */
export type Reason =
  | Readonly<{ rule: 'declared' }>
  | Readonly<{ rule: 'same-id' }>
  | Readonly<{ rule: 'same-text' }>
  | Readonly<{ rule: 'same-purpose' }>
  | Readonly<{ rule: 'same-words'; share: number }>
  | Readonly<{ rule: 'same-heading'; share: number }>
  | Readonly<{ rule: 'same-parts'; share: number }>
  | Readonly<{ rule: 'same-place'; share: number }>

/**
 * How two clauses that are not partners hang together. `split`: what stood in `base` became, in part, a clause of its
 * own. `merged`: what was a clause of its own stands in `revised`. `level-changed`: an article became a provision, or a
 * provision an article. `part-moved`: a passage of `base` stands in `revised`, too little to call it an alignment.
 */
export const PART_KINDS = ['split', 'merged', 'level-changed', 'part-moved'] as const
export type PartKind = (typeof PART_KINDS)[number]

/**
 * A further correspondence of two clauses, beside the primary ones (AL10, AL16, AL17). `baseShare`, `revisedShare`: the
 * share of either clause's words that stands in the other. `same-parts`: found through passages or provisions of the
 * one that stand in the other; `same-words`: one of the two has no partner, and is clearly likest to this one.
 */
export type PartLink = Readonly<{
  base: ClauseId
  revised: ClauseId
  kind: PartKind
  baseShare: number
  revisedShare: number
  rule: 'same-parts' | 'same-words'
}>

/**
 * One row, in the reading order of the revised text with the base's own clauses woven in where they stood. A row that
 * is `moved` stands at the new place; its `ghost` is the index of a row at the place that it left. A ghost row has
 * `base` alone and, in `ghostOf`, the index of the row that it points to; counts leave ghosts out.
 * `edited`: the clause's own wording differs (typography apart). `changedWithin`: so does something below it. `redline` is null when one side is missing or both texts are the
 * same to the letter. `relabelled`: the labels as printed, when the number changed ("2." → "3."), and how many
 * references anywhere in the two texts only follow it.
 */
export type Row = Readonly<{
  base: ClauseId | null
  revised: ClauseId | null
  relation: Relation
  edited: boolean
  changedWithin: boolean
  formattingChanged: boolean
  confidence: number
  reason: Reason | null
  redline: ClauseRedline | null
  relabelled: Readonly<{ from: string; to: string; references: number }> | null
  ghost: number | null
  ghostOf: number | null
}>

/**
 * How many clauses stand in each relation. An article counts as edited when anything in it differs. `movedAndEdited`
 * are among the `moved`; `relabelled` may be any that both sides have.
 */
export type RelationCounts = Readonly<Record<Relation, number> & { movedAndEdited: number; relabelled: number }>

/** Words by what happened to them. Punctuation is not counted; a Chinese character counts as a word. */
export type WordCounts = Readonly<{ kept: number; struck: number; inserted: number }>

/**
 * The figures of one chapter of the revised text (`revised` set, `base` its partner or null), of a chapter that the
 * revised text no longer has (`base` alone), or of what stands outside all chapters (both null).
 */
export type ChapterFigures = Readonly<{
  base: ClauseId | null
  revised: ClauseId | null
  articles: RelationCounts
  provisions: RelationCounts
  words: WordCounts
}>

export type Summary = Readonly<{
  articles: RelationCounts
  provisions: RelationCounts
  words: WordCounts
  chapters: readonly ChapterFigures[]
}>

/**
 * One entry of the change list. `row` is an index into `rows`; `clauses` counts the clauses that it stands for (an
 * article added with all it holds is one change). The excerpt shows the first change of wording, each side cut at a
 * word; `changes` counts all of them in the row. `class` is the gravest of all that the entry stands for.
 */
export type Change = Readonly<{
  row: number
  relation: Exclude<Relation, 'kept'>
  class: ChangeClass
  edited: boolean
  clauses: number
  changes: number
  citation: Readonly<{ base: string | null; revised: string | null }>
  excerpt: Readonly<{ struck: string; inserted: string }>
}>

/** What was capped, by size: `wholeClauseRows` are rows whose words were too many to be compared one by one. */
export type Caps = Readonly<{ budget: RedlineBudget; maxTotalCells: number; wholeClauseRows: number }>

/** A few words replaced by the same others again and again: `count` times, in `rows` (indexes), each once. */
export type Replacement = Readonly<{ struck: string; inserted: string; count: number; rows: readonly number[] }>

export type Comparison = Readonly<{
  rows: readonly Row[]
  partLinks: readonly PartLink[]
  summary: Summary
  changes: readonly Change[]
  replacements: readonly Replacement[]
  classes: Classes
  caps: Caps
  /** Corrections that say nothing about these two texts: a clause is no longer there, or a later correction took it. */
  idleCorrections: readonly Correction[]
}>

/** What a person said of two clauses, over whatever is found: that they are the same one, or that they are not (AL24). */
export type Correction = Readonly<{ base: ClauseId; revised: ClauseId; verdict: 'same' | 'different' }>

/**
 * `baseHeld`, `revisedHeld`: the numbers that a side's labels keep to, once it bears a document symbol. `corrections`: of several
 * about the same clauses the last one holds.
 */
export type CompareOptions = Readonly<{
  budget?: RedlineBudget
  baseHeld?: HeldNumbers | null
  revisedHeld?: HeldNumbers | null
  corrections?: readonly Correction[]
}>
