import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cosines, vectorsOf } from '#shared/compare/vectors.ts'
import { cosinesBySorting } from './cosines.ts'

const unitArb = fc.array(fc.nat(12), { maxLength: 15 }).map((terms) => Int32Array.from(terms))
const unitsArb = fc.array(unitArb, { minLength: 1, maxLength: 6 })

test('likeness runs from 0 to 1, is the same both ways, and 1 for a unit with itself', () => {
  fc.assert(
    fc.property(unitsArb, unitsArb, (base, revised) => {
      const [there, back] = [vectorsOf(base, revised), vectorsOf(revised, base)]
      const [cosines, mirrored] = [new Cosines(there.base, there.revised), new Cosines(back.base, back.revised)]
      for (const b of base.keys())
        for (const r of revised.keys()) {
          const likeness = cosines.of(b, r)
          expect(likeness).toBeGreaterThanOrEqual(0)
          expect(likeness).toBeLessThanOrEqual(1)
          expect(mirrored.of(r, b)).toBeCloseTo(likeness, 12)
        }
      const alone = vectorsOf(base, base)
      for (const [b, unit] of base.entries()) expect(new Cosines(alone.base, alone.revised).of(b, b)).toBeCloseTo(unit.length === 0 ? 0 : 1, 9)
    }),
  )
})

test('leaving out what one side alone has changes no likeness', () => {
  fc.assert(
    fc.property(unitsArb, unitsArb, (base, revised) => {
      const vectors = vectorsOf(base, revised)
      const cosines = new Cosines(vectors.base, vectors.revised)
      const wanted = cosinesBySorting(base, revised)
      for (const b of base.keys()) for (const r of revised.keys()) expect(cosines.of(b, r)).toBeCloseTo(wanted(b, r), 12)
    }),
  )
})

test('a rare term weighs more than a common one', () => {
  const units = [[0, 1], [0, 2], [0, 3]].map((terms) => Int32Array.from(terms))
  const { weights, termCount } = vectorsOf(units, units).base
  expect(weights[1]).toBeGreaterThan(weights[0] ?? 1)
  expect(termCount).toBe(4)
  expect(vectorsOf([], []).base.termCount).toBe(0)
})
