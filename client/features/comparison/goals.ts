import { isDivision } from '#shared/clauses/index.ts'
import type { Line, SideClause } from './lines.ts'

/** A clause that one can go to: its row, and what it is called ("Article 13 → Article 14 · Illegal access"). */
export type Goal = Readonly<{ row: number; words: string }>

/** Every clause of either text once, in the order of the rows. */
export const goalsOf = (lines: readonly Line[]): readonly Goal[] =>
  lines.flatMap(({ index, row, base, revised }) => (row.ghostOf === null ? [{ row: index, words: nameOf(base, revised) }] : []))

function nameOf(base: SideClause | null, revised: SideClause | null): string {
  const both = (what: (side: SideClause) => string): string => [...new Set([base, revised].flatMap((side) => (side === null ? [] : [what(side)])))].filter((words) => words !== '').join(' → ')
  const heading = both(({ clause }) => (isDivision(clause.kind) && clause.kind !== 'title' ? clause.text : ''))
  return [both(({ citation }) => citation), heading].filter((words) => words !== '').join(' · ')
}

/**
 * The first `most` goals in which each word of `search` begins a word; those called so by their number alone stand
 * first, so that "5" finds Article 5 before what speaks of it.
 */
export function matchingGoals(goals: readonly Goal[], search: string, most: number): readonly Goal[] {
  const wanted = wordsOf(search)
  if (wanted.length === 0) return goals.slice(0, most)
  const found = goals.filter(({ words }) => {
    const there = wordsOf(words)
    return wanted.every((word) => there.some((one) => (/^\d+$/.test(word) ? one === word : one.startsWith(word))))
  })
  return found.toSorted((one, other) => wordsOf(one.words).length - wordsOf(other.words).length || one.row - other.row).slice(0, most)
}

const wordsOf = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gv) ?? []
