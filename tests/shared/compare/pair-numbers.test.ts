import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairNumbers } from '#shared/compare/pair-numbers.ts'

test('equal pairs have equal numbers, new pairs the next one, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 3000 }), (pairs) => {
      const numbers = new PairNumbers()
      const known = new Map<string, number>()
      for (const [one, other] of pairs) {
        const number = known.get(`${one},${other}`) ?? known.size
        known.set(`${one},${other}`, number)
        expect(numbers.numberOf(one, other)).toBe(number)
      }
    }),
    { numRuns: 20 },
  )
})
