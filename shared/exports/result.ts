import type { Comparison } from '#shared/compare/index.ts'
import { matchesOf } from './matches.ts'
import { FORMAT, type ComparisonJson } from './schema.ts'
import { shownIndex, type Sheet } from './sheet.ts'
import type { ClauseId } from '#shared/clauses/index.ts'

export type Compared = Readonly<{ base: Sheet; revised: Sheet; comparison: Comparison }>

/**
 * A comparison in the documented form (docs/comparison-json.md). Plain data; accept-all of the redlines of its matches of
 * kind `one-to-one`, `added` and `removed` gives each clause of the revised side once, reject-all each of the base (EX5).
 */
export function resultOf({ base, revised, comparison }: Compared): ComparisonJson {
  const { summary, classes, caps, replacements } = comparison
  return {
    format: FORMAT,
    base: base.side,
    revised: revised.side,
    matches: [...matchesOf({ base, revised, comparison })],
    replacements: replacements.map(({ struck, inserted, count }) => ({ struck, inserted, count })),
    figures: {
      articles: { ...summary.articles },
      provisions: { ...summary.provisions },
      words: { ...summary.words },
      classes: classes.figures,
      chapters: summary.chapters.map((chapter) => ({
        base: shownName(base, chapter.base),
        revised: shownName(revised, chapter.revised),
        articles: { ...chapter.articles },
        provisions: { ...chapter.provisions },
        words: { ...chapter.words },
      })),
    },
    caps: { maxCells: caps.budget.maxCells, maxTotalCells: caps.maxTotalCells, wholeClauses: caps.wholeClauseRows },
  }
}

const shownName = (sheet: Sheet, id: ClauseId | null): string | null => sheet.side.clauses[shownIndex(sheet, id)]?.id ?? null
