import { SHORT_WORDS } from './constants.ts'
import type { Part } from './attribute.ts'
import type { Library } from './library.ts'
import type { Reading } from './reading.ts'

/**
 * Gives the headings and items that are too short to show a source by themselves, whole, to the article that most of
 * their own article was taken from, where that has a clause of just these words (PV9).
 */
export function shortTaken(library: Library, reading: Reading, parts: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  const mainOf = mainArticles(library, reading, parts)
  const shortOf = new Map<number, ReadonlyMap<string, number>>()
  return parts.map((own, clause) => {
    const [from, to] = [reading.wordsFrom[clause] ?? 0, reading.wordsFrom[clause + 1] ?? 0]
    const article = mainOf.get(reading.home[clause] ?? -1)
    if (own.length > 0 || to === from || to - from > SHORT_WORDS || article === undefined) return own
    const known = shortOf.get(article) ?? shortClausesOf(library, article)
    shortOf.set(article, known)
    const same = known.get(reading.ids.subarray(from, to).join(' '))
    return same === undefined ? own : [{ at: 0, length: to - from, place: library.clauseStarts[same] ?? 0, clause: same }]
  })
}

/** For each article the article of the library that most of its words were given to. */
function mainArticles(library: Library, { home }: Reading, parts: readonly (readonly Part[])[]): ReadonlyMap<number, number> {
  const words = new Map<number, Map<number, number>>()
  for (const [clause, own] of parts.entries())
    for (const part of own) {
      const article = library.articleOf[part.clause] ?? -1
      const sums = words.get(home[clause] ?? -1) ?? new Map<number, number>()
      words.set(home[clause] ?? -1, sums.set(article, (sums.get(article) ?? 0) + part.length))
    }
  const mains = [...words].map(([at, sums]) => [at, [...sums].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? -1] as const)
  return new Map(mains.filter(([at, article]) => at >= 0 && article >= 0))
}

function shortClausesOf({ articleOf, clauseStarts, clauseEnds, ids }: Library, article: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  // The clauses of an article follow its own.
  for (let clause = article; articleOf[clause] === article; clause++) {
    const [start, end] = [clauseStarts[clause] ?? 0, clauseEnds[clause] ?? 0]
    const key = ids.subarray(start, end).join(' ')
    if (end > start && end - start <= SHORT_WORDS && !found.has(key)) found.set(key, clause)
  }
  return found
}
