import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitLikeness } from '#shared/compare/index.ts'
import { unitsOf } from '#shared/compare/units.ts'
import { article, countingIds, pairArb, textOf } from './texts.ts'

test('[MP5] likeness is the same from either side, from 0 to 1', () => {
  fc.assert(
    fc.property(pairArb, ({ base, revised }) => {
      const [there, back] = [unitLikeness(base.clauses, revised.clauses), unitLikeness(revised.clauses, base.clauses)]
      for (const one of unitsOf(base.clauses).keys()) {
        for (const other of unitsOf(revised.clauses).keys()) {
          const like = there(one, other)
          expect(like).toBeGreaterThanOrEqual(0)
          expect(like).toBeLessThanOrEqual(1 + 1e-9)
          expect(back(other, one)).toBeCloseTo(like, 9)
        }
      }
    }),
  )
})

test('[MP5] the same words are wholly alike whatever the heading, other words not at all', () => {
  const base = textOf([...article('Costs', 'Ordinary costs fall upon requested States.'), ...article('Whales', 'Tuna and coral reef fishery quotas.')], countingIds(1))
  const revised = textOf([...article('Expenses', 'Ordinary costs fall upon requested States.')], countingIds(2))
  const like = unitLikeness(base.clauses, revised.clauses)
  expect(like(0, 0)).toBeCloseTo(1, 6)
  expect(like(1, 0)).toBe(0)
})
