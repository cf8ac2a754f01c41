import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoPoints } from '#server/history/points.ts'

const MINUTE = 60_000
const anyTimes = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 2 * MINUTE }), fc.integer({ min: 0, max: 40 * MINUTE })), { minLength: 1, maxLength: 200 })
  .map((gaps) => gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)))

test('[HI2] points follow each other without a gap, the last is the last row, and there are never too many', () => {
  fc.assert(
    fc.property(anyTimes, fc.integer({ min: 2, max: 50 }), (times, most) => {
      const cuts = cutIntoPoints(times, most)
      expect(cuts.length).toBeLessThanOrEqual(most)
      expect(cuts.at(-1)).toEqual({ last: times.length - 1, rests: true })
      expect(cuts.map(({ last }) => last)).toEqual([...new Set(cuts.map(({ last }) => last))].toSorted((one, other) => one - other))
    }),
  )
})

test('[HI2] with room enough each point covers a minute at most, and every rest is a checkpoint', () => {
  fc.assert(
    fc.property(anyTimes, (times) => {
      const cuts = cutIntoPoints(times, Infinity)
      let from = 0
      for (const { last, rests } of cuts) {
        expect((times[last] ?? 0) - (times[from] ?? 0)).toBeLessThanOrEqual(MINUTE)
        const next = times[last + 1]
        const isSilent = next === undefined || next - (times[last] ?? 0) >= 15 * MINUTE
        expect(rests || !isSilent).toBe(true)
        from = last + 1
      }
    }),
  )
})

test('[HI2] work without a rest has a checkpoint every hour', () => {
  const times = Array.from({ length: 150 }, (_, minute) => minute * MINUTE)
  const rests = cutIntoPoints(times, 1_000).filter((cut) => cut.rests)
  expect(rests.map(({ last }) => last)).toEqual([59, 119, 149])
})
