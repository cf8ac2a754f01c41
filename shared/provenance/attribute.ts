import { ARTICLE_BONUS_WORDS, TEXT_BONUS_WORDS } from './constants.ts'
import { isTelling, type Candidate } from './candidates.ts'
import type { Library } from './library.ts'
import type { Reading } from './reading.ts'
import type { Run } from './runs.ts'

/** Words of a clause that were given to a clause of the library; no two of one clause overlap. */
export type Part = Run & Readonly<{ clause: number }>

/** How much of an article's words stand in an article of the library, and of the text's in an instrument: 0 to 1. */
type Context = Readonly<{ ofArticle: (home: number, article: number) => number; ofText: (source: number) => number }>

/** What the candidates of all clauses say together (PV8). */
export function contextOf(library: Library, reading: Reading, candidates: readonly (readonly Candidate[])[]): Context {
  const [byArticle, bySource, articleWords] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()]
  for (const [clause, own] of candidates.entries()) {
    const home = reading.home[clause] ?? -1
    add(articleWords, home, (reading.wordsFrom[clause + 1] ?? 0) - (reading.wordsFrom[clause] ?? 0))
    const bestOf = new Map<string, number>()
    const bestOfSource = new Map<number, number>()
    for (const { clause: other, words } of own) {
      const key = `${home},${library.articleOf[other] ?? -1}`
      bestOf.set(key, Math.max(words, bestOf.get(key) ?? 0))
      const source = library.clauses[other]?.source ?? -1
      bestOfSource.set(source, Math.max(words, bestOfSource.get(source) ?? 0))
    }
    for (const [key, words] of bestOf) add(byArticle, key, words)
    for (const [source, words] of bestOfSource) add(bySource, source, words)
  }
  return {
    ofArticle: (home, article) => (byArticle.get(`${home},${article}`) ?? 0) / Math.max(1, articleWords.get(home) ?? 0),
    ofText: (source) => (bySource.get(source) ?? 0) / Math.max(1, reading.ids.length),
  }
}

function add<Key>(sums: Map<Key, number>, key: Key, words: number): void {
  sums.set(key, (sums.get(key) ?? 0) + words)
}

type Clause = Readonly<{ count: number; home: number; candidates: readonly Candidate[] }>

/**
 * Gives each word of a clause to one candidate at most (PV7): the one that has most of the words first, then whoever has
 * enough of what is left to show a source by itself.
 */
export function attributed(library: Library, { count, home, candidates }: Clause, context: Context): readonly Part[] {
  const given = new Uint8Array(count)
  const parts: Part[] = []
  const open = new Set(candidates)
  while (open.size > 0) {
    let best: Readonly<{ candidate: Candidate; pieces: readonly Run[]; score: number }> | null = null
    for (const candidate of open) {
      const pieces = piecesOf(candidate.runs, given)
      if (parts.length > 0 && !pieces.some(({ place, length }) => isTelling(library, place, length))) {
        open.delete(candidate)
        continue
      }
      const bonus =
        ARTICLE_BONUS_WORDS * context.ofArticle(home, library.articleOf[candidate.clause] ?? -1) +
        TEXT_BONUS_WORDS * context.ofText(library.clauses[candidate.clause]?.source ?? -1)
      const score = pieces.reduce((sum, { length }) => sum + length, bonus)
      if (best === null || score > best.score || (score === best.score && candidate.clause < best.candidate.clause)) best = { candidate, pieces, score }
    }
    if (best === null) break
    open.delete(best.candidate)
    for (const piece of best.pieces) {
      given.fill(1, piece.at, piece.at + piece.length)
      parts.push({ ...piece, clause: best.candidate.clause })
    }
  }
  return parts.sort((one, other) => one.at - other.at)
}

/** What of the runs is not given yet, the longest runs first, no two overlapping. */
function piecesOf(runs: readonly Run[], given: Uint8Array): readonly Run[] {
  const free = given.slice()
  const pieces: Run[] = []
  for (const { at, length, place } of runs.toSorted((one, other) => other.length - one.length || one.at - other.at)) {
    let from = at
    while (from < at + length) {
      while (from < at + length && free[from] === 1) from++
      let to = from
      while (to < at + length && free[to] === 0) to++
      if (to > from) pieces.push({ at: from, length: to - from, place: place + from - at })
      free.fill(1, from, to)
      from = to
    }
  }
  return pieces
}
