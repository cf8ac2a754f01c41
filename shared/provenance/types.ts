import type { ClauseId, ClauseText, HeldNumbers } from '#shared/clauses/index.ts'

/** A text whose provenance is sought, or an instrument of the library; `held`: the numbers that its labels keep to. */
export type Instrument = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/**
 * Words of a clause that stand in a source: `from` to `to` of the clause's text (UTF-16 code units) read the same, by
 * words, as `sourceFrom` to `sourceTo` of the text of `sourceClause`. `source` is an index into the library.
 */
export type Taken = Readonly<{
  from: number
  to: number
  words: number
  source: number
  sourceClause: ClauseId
  sourceFrom: number
  sourceTo: number
}>

/** A source clause that is close to a clause: `words` of the clause stand in it, in runs of which the longest has `longest`; `share` 0 to 1 of the clause's words. */
export type Passage = Readonly<{ source: number; sourceClause: ClauseId; words: number; share: number; longest: number }>

export const LEFTOVER_RULES = ['self-name', 'title', 'institution', 'article-nowhere', 'article-of-source', 'paragraph-nowhere'] as const
export type LeftoverRule = (typeof LEFTOVER_RULES)[number]

/**
 * What seems to be left over from a source in a clause taken from it (PV12–PV16): `words` stand at `from` to `to` of the
 * clause's text. `instead` is what this text says, or the number that the source's article has here; null when it has none.
 */
export type Leftover = Readonly<{ rule: LeftoverRule; source: number; from: number; to: number; words: string; instead: string | null }>

/** One clause: `taken` in reading order, no two overlapping; `passages` the closest first, at most `MAX_PASSAGES`. */
export type ClauseProvenance = Readonly<{
  clause: ClauseId
  words: number
  taken: readonly Taken[]
  passages: readonly Passage[]
  leftovers: readonly Leftover[]
}>

/** What a text or a part of it is made of: words from each source, in the order of the library, and the rest. `taken` and `fresh` sum to `words`. */
export type Composition = Readonly<{ words: number; taken: readonly number[]; fresh: number }>

/** The composition of one chapter, part, preamble or annex; `clause` null: what stands outside all of them. */
export type ChapterComposition = Composition & Readonly<{ clause: ClauseId | null }>

/** Which articles of the library an article is taken from, those with the most words first. */
export type ArticleSources = Readonly<{ article: ClauseId; words: number; from: readonly Readonly<{ source: number; article: ClauseId; words: number }>[] }>

/** `clauses` in reading order, one for each clause of the text. `cappedClauses` had more candidates than `MAX_CANDIDATES`. */
export type Provenance = Readonly<{
  clauses: readonly ClauseProvenance[]
  whole: Composition
  chapters: readonly ChapterComposition[]
  articles: readonly ArticleSources[]
  cappedClauses: number
}>
