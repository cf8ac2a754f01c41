import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shingles } from '#shared/provenance/shingles.ts'

const clausesAtWill = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), { maxLength: 8 })

test('[PV3] every place of a run of words is found, in order, and none across clauses', () => {
  fc.assert(
    fc.property(clausesAtWill, fc.integer({ min: 1, max: 4 }), (clauses, length) => {
      const ids = Int32Array.from(clauses.flat())
      const clauseOf = Int32Array.from(clauses.flatMap((clause, i) => clause.map(() => i)))
      let end = 0
      const clauseEnds = Int32Array.from(clauses, (clause) => (end += clause.length))
      const shingles = new Shingles({ ids, clauseOf, clauseEnds }, length)
      const isRun = (at: number): boolean => at + length <= (clauseEnds[clauseOf[at] ?? 0] ?? 0)
      const same = (one: number, other: number): boolean => ids.subarray(one, one + length).join() === ids.subarray(other, other + length).join()
      const places = [...ids.keys()].filter(isRun)
      for (const at of places) {
        const all = places.filter((place) => same(place, at))
        const first = shingles.firstOf(ids, at)
        expect(shingles.placesFrom(first)).toEqual(all)
        expect(shingles.countFrom(first)).toBe(all.length)
      }
      expect([...shingles.firsts()].toSorted((a, b) => a - b)).toEqual(places.filter((at) => places.find((place) => same(place, at)) === at))
    }),
    { seed: 1969 },
  )
})

test('[PV3] words that stand nowhere have no place', () => {
  const shingles = new Shingles({ ids: Int32Array.of(1, 2, 3), clauseOf: Int32Array.of(0, 0, 0), clauseEnds: Int32Array.of(3) }, 2)
  expect(shingles.firstOf(Int32Array.of(2, 1), 0)).toBe(-1)
  expect(shingles.firstOf(Int32Array.of(7, 2, 3), 1)).toBe(1)
})
