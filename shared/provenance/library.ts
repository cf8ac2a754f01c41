import { FORMULA_ARTICLES, FORMULA_INSTRUMENTS, FORMULA_WORDS, SEED_WORDS } from './constants.ts'
import { read, wordIds, type Reading, type Vocabulary } from './reading.ts'
import { Shingles } from './shingles.ts'
import type { Instrument } from './types.ts'

/** A clause of the library. */
export type SourceClause = Readonly<{ source: number; clause: number }>

/**
 * All instruments of the library, their words one after the other. A clause and an article have a number of their own in
 * the whole library; `clauseEnds` says where the words of clause `n` end.
 */
export type Library = Readonly<{
  readings: readonly Reading[]
  ids: Int32Array
  clauses: readonly SourceClause[]
  clauseOf: Int32Array
  clauseStarts: Int32Array
  clauseEnds: Int32Array
  /** For each clause, the number of its article's own clause, or -1. */
  articleOf: Int32Array
  seeds: Shingles
  /** How many of the words before each place are no part of a formula (PV4). */
  ownBefore: Int32Array
}>

/** Reads and indexes the library. Linear in its words. */
export function openLibrary(instruments: readonly Instrument[], vocabulary: Vocabulary): Library {
  const readings = instruments.map((instrument) => read(instrument, vocabulary))
  const total = readings.reduce((sum, { ids }) => sum + ids.length, 0)
  const [ids, clauseOf] = [new Int32Array(total), new Int32Array(total)]
  const clauses: SourceClause[] = []
  const [clauseStarts, clauseEnds, articleOf]: [number[], number[], number[]] = [[], [], []]
  let at = 0
  for (const [source, { ids: words, wordsFrom, home, clauses: own }] of readings.entries()) {
    const first = clauses.length
    for (let clause = 0; clause < own.length; clause++) {
      clauseStarts.push(at + (wordsFrom[clause] ?? 0))
      clauseEnds.push(at + (wordsFrom[clause + 1] ?? 0))
      clauseOf.fill(clauses.length, clauseStarts.at(-1), clauseEnds.at(-1))
      const article = home[clause] ?? -1
      articleOf.push(article < 0 ? -1 : first + article)
      clauses.push({ source, clause })
    }
    ids.set(words, at)
    at += words.length
  }
  const places = { ids, clauseOf, clauseEnds: Int32Array.from(clauseEnds) }
  const library = { readings, ...places, clauses, clauseStarts: Int32Array.from(clauseStarts), articleOf: Int32Array.from(articleOf), seeds: new Shingles(places, SEED_WORDS) }
  const titles = instruments.map(({ text }) => wordIds(text.title, vocabulary)).filter(({ length }) => length > 1)
  return { ...library, ownBefore: ownBefore(library, titles) }
}

/** Counts the words outside formulas: what recurs in many articles of one instrument, or in every one of several, and the titles (PV4). */
function ownBefore({ readings, clauses, articleOf, ...places }: Omit<Library, 'ownBefore'>, titles: readonly (readonly number[])[]): Int32Array {
  const phrases = new Shingles(places, FORMULA_WORDS)
  const isFormula = new Uint8Array(places.ids.length)
  for (const first of phrases.firsts()) {
    const [articles, sources] = [new Map<number, Set<number>>(), new Set<number>()]
    const all = phrases.placesFrom(first)
    if (all.length < Math.min(FORMULA_ARTICLES, FORMULA_INSTRUMENTS)) continue
    let most = 0
    for (const place of all) {
      const clause = places.clauseOf[place] ?? 0
      const source = clauses[clause]?.source ?? 0
      const seen = articles.get(source) ?? new Set()
      seen.add(articleOf[clause] ?? -1)
      articles.set(source, seen)
      sources.add(source)
      most = Math.max(most, seen.size)
    }
    const isEverywhere = readings.length >= FORMULA_INSTRUMENTS && sources.size === readings.length
    if (most < FORMULA_ARTICLES && !isEverywhere) continue
    for (const place of all) isFormula.fill(1, place, place + FORMULA_WORDS)
  }
  for (const title of titles)
    for (let at = places.ids.indexOf(title[0] ?? -1); at >= 0; at = places.ids.indexOf(title[0] ?? -1, at + 1))
      if (title.every((word, k) => places.ids[at + k] === word)) isFormula.fill(1, at, at + title.length)
  const before = new Int32Array(isFormula.length + 1)
  for (let i = 0; i < isFormula.length; i++) before[i + 1] = (before[i] ?? 0) + (isFormula[i] === 1 ? 0 : 1)
  return before
}
