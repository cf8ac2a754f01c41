import DiffMatchPatch from 'diff-match-patch'
import { invariant } from '#shared/kernel/index.ts'

/**
 * A stretch of two word sequences: `kept` has the same number of words on both sides, `changed` strikes `base` words
 * and inserts `revised` words (one of the two may be 0). Kept and changed stretches alternate.
 */
export type Stretch = { kind: 'kept' | 'changed'; base: number; revised: number }

/** Words that diff-match-patch can tell apart: code units from 1 up, surrogates skipped. */
export const MAX_DISTINCT_WORDS = 0xffff - 0x800
const FIRST_SURROGATE = 0xd800

const [STRUCK, INSERTED] = [DiffMatchPatch.DIFF_DELETE, DiffMatchPatch.DIFF_INSERT]

const unitOf = (word: number): number => (word + 1 < FIRST_SURROGATE ? word + 1 : word + 1 + 0x800)

function encode(words: readonly number[]): string {
  const parts: string[] = []
  for (let from = 0; from < words.length; from += 4096)
    parts.push(String.fromCharCode(...words.slice(from, from + 4096).map(unitOf)))
  return parts.join('')
}

/**
 * The least edit from `base` to `revised`, two sequences of interned words (0 up to `MAX_DISTINCT_WORDS`): Myers'
 * O(ND) algorithm as diff-match-patch has it, each word one code unit, its clock off.
 */
export function diffWords(base: readonly number[], revised: readonly number[]): Stretch[] {
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = 0
  const stretches: Stretch[] = []
  for (const [operation, units] of engine.diff_main(encode(base), encode(revised), false)) {
    const count = units.length
    if (count === 0) continue
    const last = stretches.at(-1)
    if (operation === STRUCK || operation === INSERTED) {
      const changed = last?.kind === 'changed' ? last : { kind: 'changed' as const, base: 0, revised: 0 }
      if (changed !== last) stretches.push(changed)
      if (operation === STRUCK) changed.base += count
      else changed.revised += count
    } else if (last?.kind === 'kept') {
      last.base += count
      last.revised += count
    } else stretches.push({ kind: 'kept', base: count, revised: count })
  }
  const total = (side: 'base' | 'revised') => stretches.reduce((sum, stretch) => sum + stretch[side], 0)
  invariant(total('base') === base.length && total('revised') === revised.length, 'a diff covers both sides')
  return stretches
}

/** The size of the search: the product of the two sides' words between their common beginning and end. */
export function cellsOf(base: readonly number[], revised: readonly number[]): number {
  const [n, m] = [base.length, revised.length]
  let [head, tail] = [0, 0]
  while (head < n && head < m && base[head] === revised[head]) head++
  while (tail < n - head && tail < m - head && base[n - 1 - tail] === revised[m - 1 - tail]) tail++
  return (n - head - tail) * (m - head - tail)
}
