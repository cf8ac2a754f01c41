import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cosine, termCount, vectorsOf } from '#shared/compare/vectors.ts'

const unitArb = fc.array(fc.nat(12), { maxLength: 15 }).map((terms) => Int32Array.from(terms))
const unitsArb = fc.array(unitArb, { minLength: 1, maxLength: 6 })

test('likeness runs from 0 to 1, is the same both ways, and 1 for a unit with itself', () => {
  fc.assert(
    fc.property(unitsArb, unitsArb, (base, revised) => {
      const vectors = vectorsOf(base, revised)
      for (const one of vectors.base) {
        expect(cosine(one, one)).toBeCloseTo(one.terms.length === 0 ? 0 : 1, 9)
        for (const other of vectors.revised) {
          const likeness = cosine(one, other)
          expect(likeness).toBeGreaterThanOrEqual(0)
          expect(likeness).toBeLessThanOrEqual(1)
          expect(cosine(other, one)).toBe(likeness)
        }
      }
    }),
  )
})

test('a rare term weighs more than a common one', () => {
  const units = [[0, 1], [0, 2], [0, 3]].map((terms) => Int32Array.from(terms))
  const [first] = vectorsOf(units, []).base
  expect(first?.weights[1]).toBeGreaterThan(first?.weights[0] ?? 1)
  expect(termCount(vectorsOf(units, []).base)).toBe(4)
  expect(termCount([])).toBe(0)
})
