import DiffMatchPatch from 'diff-match-patch'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, diffSteps, diffWords } from '#shared/compare/diff.ts'

const wordsArb = fc.array(fc.nat(6), { maxLength: 30 })

/** What diff-match-patch makes of it, each word one code unit, its clock off: the size of the edit and its stretches. */
function reference(base: readonly number[], revised: readonly number[]): Readonly<{ cost: number; stretches: number }> {
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = 0
  const text = (words: readonly number[]): string => String.fromCharCode(...words.map((word) => word + 65))
  const diffs = engine.diff_main(text(base), text(revised), false)
  const kinds = diffs.map(([operation]) => operation !== DiffMatchPatch.DIFF_EQUAL)
  return {
    cost: diffs.reduce((cost, [operation, { length }]) => cost + (operation === DiffMatchPatch.DIFF_EQUAL ? 0 : length), 0),
    stretches: kinds.filter((isChange, i) => isChange !== kinds[i - 1]).length,
  }
}

function costOf(base: readonly number[], revised: readonly number[]): number {
  let [i, j, cost, last] = [0, 0, 0, '']
  for (const stretch of diffWords(base, revised)) {
    const [was, is] = [base.slice(i, (i += stretch.base)), revised.slice(j, (j += stretch.revised))]
    const kept = stretch.kind === 'kept'
    cost += kept ? 0 : stretch.base + stretch.revised
    expect(kept ? was : []).toEqual(kept ? is : [])
    expect(stretch.kind).not.toBe(last)
    expect(stretch.base + stretch.revised).toBeGreaterThan(0)
    last = stretch.kind
  }
  expect([i, j]).toEqual([base.length, revised.length])
  return cost
}

test('[RL12] a diff is the least edit, as the reference has it, and what it keeps is the same on both sides', () => {
  fc.assert(
    fc.property(wordsArb, wordsArb, (base, revised) => {
      expect(costOf(base, revised)).toBe(reference(base, revised).cost)
    }),
    { numRuns: 3000 },
  )
})

test('[RL15] no lone strike or insertion ends or begins with the kept words beside it, as in the reference', () => {
  expect(diffWords([1, 2, 3], [1, 2, 1, 2, 3]).map(({ kind }) => kind)).toEqual(['changed', 'kept'])
  let [ours, theirs] = [0, 0]
  fc.assert(
    fc.property(wordsArb, wordsArb, (base, revised) => {
      ours += diffWords(base, revised).length
      theirs += reference(base, revised).stretches
    }),
    { numRuns: 1000, seed: 1 },
  )
  expect(ours / theirs).toBeLessThan(1.02)
})

test('[RL16] a diff of much is done in many steps of bounded work, with the same result', () => {
  const long = Array.from({ length: 3000 }, (_, i) => i)
  const other = long.map((word) => (word % 3 === 0 ? word : word + 10_000))
  const steps = diffSteps(long, other)
  let count = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) count++
  expect(count).toBeGreaterThan(3)
  expect(step.value).toEqual(diffWords(long, other))
})

test('[RL9] cells leave common beginning and end out', () => {
  expect(cellsOf([1, 2, 3, 4], [1, 5, 6, 7, 4])).toBe(6)
  expect(cellsOf([1, 2], [1, 2])).toBe(0)
  expect(cellsOf([], [1])).toBe(0)
})
