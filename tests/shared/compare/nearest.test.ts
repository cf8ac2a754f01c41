import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestPairs } from '#shared/compare/nearest.ts'
import { Cosines, vectorsOf } from '#shared/compare/vectors.ts'

const unitsArb = fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }).map((terms) => Int32Array.from(terms)), { minLength: 1, maxLength: 12 })

const listed = (...given: Parameters<typeof nearestPairs>): readonly (readonly number[])[] => {
  const { base, revised } = nearestPairs(...given)
  return Array.from(base, (b, i) => [b, revised[i] ?? -1])
}

test('the likest unit of each is always among the pairs', () => {
  fc.assert(
    fc.property(unitsArb, unitsArb, (base, revised) => {
      const vectors = vectorsOf(base, revised)
      const pairs = listed([vectors.base], [vectors.revised], { count: 3, maxPostings: 100 })
      const cosines = new Cosines(vectors.base, vectors.revised)
      for (const i of base.keys()) {
        const best = Math.max(...revised.map((_, r) => cosines.of(i, r)))
        const found = pairs.filter(([b]) => b === i).map(([, r]) => cosines.of(i, r ?? -1))
        expect(Math.max(0, ...found)).toBeCloseTo(best, 9)
      }
    }),
  )
})

test('pairs come once, in order, and a bound on postings bounds them', () => {
  const unit = Int32Array.of(1, 2)
  const vectors = vectorsOf([unit, unit], [unit, unit, unit])
  const search = (maxPostings: number) => listed([vectors.base, vectors.base], [vectors.revised, vectors.revised], { count: 2, maxPostings })
  expect(search(3)).toEqual([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
  expect(search(2)).toEqual([])
})
