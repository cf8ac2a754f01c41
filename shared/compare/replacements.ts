import { hunksOf } from './changes.ts'
import { perRedline } from './per-redline.ts'
import { countWords } from './segment.ts'
import type { Replacement, Row } from './types.ts'

/** A term has up to so many words, and is worth a line of its own from so many places on. */
const MAX_WORDS = 4
const MIN_PLACES = 5

/** The same few words replaced by the same others again and again: each replacement once, the most frequent first (RL14). */
export function replacementsOf(rows: readonly Row[]): readonly Replacement[] {
  const found = new Map<string, { struck: string; inserted: string; count: number; rows: number[] }>()
  for (const [i, { redline }] of rows.entries()) {
    for (const { struck, inserted, key } of redline === null ? [] : termsIn(redline)) {
      const replacement = found.get(key) ?? { struck, inserted, count: 0, rows: [] }
      replacement.count++
      if (replacement.rows.at(-1) !== i) replacement.rows.push(i)
      found.set(key, replacement)
    }
  }
  return [...found.values()].filter(({ count }) => count >= MIN_PLACES).sort((one, other) => other.count - one.count || (one.rows[0] ?? 0) - (other.rows[0] ?? 0))
}

/** The few words that a redline replaces by as few others. */
const termsIn = perRedline(({ runs }) =>
  hunksOf(runs).flatMap(({ struck: was, inserted: is }) => {
    const [struck, inserted] = [was.trim(), is.trim()]
    const sizes = [countWords(struck), countWords(inserted)]
    return Math.min(...sizes) === 0 || Math.max(...sizes) > MAX_WORDS ? [] : [{ struck, inserted, key: JSON.stringify([struck, inserted]) }]
  }),
)
