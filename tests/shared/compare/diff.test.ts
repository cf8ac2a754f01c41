import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, diffWords, MAX_DISTINCT_WORDS } from '#shared/compare/diff.ts'

const wordsArb = fc.array(fc.nat(6), { maxLength: 30 })

/** The length of the least edit, by the plain table. */
function leastEdit(base: readonly number[], revised: readonly number[]): number {
  let row = revised.map((_, j) => j + 1)
  row.unshift(0)
  for (const [i, word] of base.entries()) {
    const next = [i + 1]
    for (const [j, other] of revised.entries())
      next.push(word === other ? (row[j] ?? 0) : 1 + Math.min(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

test('[RL12] a diff is the least edit, and what it keeps is the same on both sides', () => {
  fc.assert(
    fc.property(wordsArb, wordsArb, (base, revised) => {
      let [i, j, cost] = [0, 0, 0]
      for (const stretch of diffWords(base, revised)) {
        const [was, is] = [base.slice(i, (i += stretch.base)), revised.slice(j, (j += stretch.revised))]
        const kept = stretch.kind === 'kept'
        cost += kept ? 0 : stretch.base + stretch.revised
        expect(kept ? was : []).toEqual(kept ? is : [])
      }
      expect([i, j, cost]).toEqual([base.length, revised.length, leastEdit(base, revised)])
    }),
  )
})

test('[RL4] words beyond the surrogates are told apart like others', () => {
  const high = [0xd7fd, 0xd7fe, 0xd7ff, 0xd800, MAX_DISTINCT_WORDS - 1]
  expect(diffWords(high, high.slice(1))).toEqual([
    { kind: 'changed', base: 1, revised: 0 },
    { kind: 'kept', base: 4, revised: 4 },
  ])
})

test('[RL9] cells leave common beginning and end out', () => {
  expect(cellsOf([1, 2, 3, 4], [1, 5, 6, 7, 4])).toBe(6)
  expect(cellsOf([1, 2], [1, 2])).toBe(0)
  expect(cellsOf([], [1])).toBe(0)
})
