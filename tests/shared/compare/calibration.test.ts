import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CERTAIN_CONFIDENCE, confidenceOf } from '#shared/compare/calibration.ts'

test('[AL20] confidence lies between 0 and 1 and grows with the score', () => {
  const scoreArb = fc.double({ min: 0, max: 2, noNaN: true })
  fc.assert(
    fc.property(scoreArb, scoreArb, (one, other) => {
      const [low, high] = [confidenceOf(Math.min(one, other)), confidenceOf(Math.max(one, other))]
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
    }),
  )
  expect(confidenceOf(0.39)).toBeLessThan(CERTAIN_CONFIDENCE)
  expect(confidenceOf(0.41)).toBeGreaterThanOrEqual(CERTAIN_CONFIDENCE)
})
