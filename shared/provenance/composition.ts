import { parentsOf, type Clause, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'
import type { ArticleSources, ChapterComposition, ClauseProvenance, Composition } from './types.ts'

const CHAPTERS: ReadonlySet<ClauseKind> = new Set(['preamble', 'part', 'chapter', 'annex', 'appendix', 'testimonium'])

type Counted = Pick<ClauseProvenance, 'words' | 'taken'>

/** What `clauses` are made of, from `sources` instruments (PV10). */
export function compositionOf(clauses: readonly Counted[], sources: number): Composition {
  const taken = Array.from({ length: sources }, () => 0)
  let words = 0
  for (const clause of clauses) {
    words += clause.words
    for (const part of clause.taken) taken[part.source] = (taken[part.source] ?? 0) + part.words
  }
  return { words, taken, fresh: words - taken.reduce((sum, one) => sum + one, 0) }
}

/** The same for each chapter, part, preamble and annex in reading order; parts that are nothing but chapters are left out. */
export function chaptersOf(clauses: readonly Clause[], counted: readonly Counted[], sources: number): readonly ChapterComposition[] {
  const parents = parentsOf(clauses)
  const chapterAt: number[] = []
  const members = new Map<number, Counted[]>()
  for (const [i, { kind }] of clauses.entries()) {
    const chapter = CHAPTERS.has(kind) ? i : (chapterAt[parents[i] ?? -1] ?? -1)
    chapterAt.push(chapter)
    const own = counted[i]
    if (own === undefined) continue
    const known = members.get(chapter)
    if (known === undefined) members.set(chapter, [own])
    else known.push(own)
  }
  return [...members]
    .filter(([chapter, own]) => chapter < 0 || own.length > 1)
    .map(([chapter, own]) => ({ clause: clauses[chapter]?.id ?? null, ...compositionOf(own, sources) }))
}

/** Whole percents of `counts`, which sum to 100 (or are all 0): by the largest remainder, the first of equals. */
export function percentsOf(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, one) => sum + one, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (100 * count) / total)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((sum, one) => sum + one, 0)
  const order = exact.map((share, i) => ({ i, rest: share - Math.floor(share) })).sort((one, other) => other.rest - one.rest || one.i - other.i)
  for (const { i } of order.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1
  return whole
}

/** From which articles of the library each article is taken; `articleOf` names the article of a source clause. */
export function articlesOf(
  articles: readonly Readonly<{ id: ClauseId; clauses: readonly Counted[] }>[],
  articleOf: (source: number, clause: ClauseId) => ClauseId | null,
): readonly ArticleSources[] {
  return articles.map(({ id, clauses }) => {
    const sums = new Map<string, { source: number; article: ClauseId; words: number }>()
    for (const { taken } of clauses)
      for (const { source, sourceClause, words } of taken) {
        const article = articleOf(source, sourceClause)
        if (article === null) continue
        const sum = sums.get(`${source},${article}`) ?? { source, article, words: 0 }
        sum.words += words
        sums.set(`${source},${article}`, sum)
      }
    return { article: id, words: clauses.reduce((sum, { words }) => sum + words, 0), from: [...sums.values()].sort((one, other) => other.words - one.words) }
  })
}
