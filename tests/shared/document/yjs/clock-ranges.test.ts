import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ClockRanges } from '#shared/document/yjs/clock-ranges.ts'

const anyRange = fc.tuple(fc.nat(30), fc.nat(8), fc.nat(4))

test('[DC23] what was said first of a clock stays, however ranges overlap; ranges ascend and never touch with one row', () => {
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 20 }), fc.nat(30), fc.nat(12), (all, start, length) => {
      const ranges = new ClockRanges()
      const said = new Map<number, number>()
      for (const [from, width, row] of all) {
        ranges.add(from, from + width, row)
        for (let clock = from; clock < from + width; clock++) if (!said.has(clock)) said.set(clock, row)
      }
      for (let clock = 0; clock < 45; clock++) expect(ranges.at(clock)).toBe(said.get(clock) ?? null)
      const whole = Array.from({ length }, (_, at) => start + at)
      expect(ranges.covers(start, start + length)).toBe(whole.every((clock) => said.has(clock)))
      expect(ranges.within(start, start + length).flatMap(({ from, to, row }) => Array.from({ length: to - from }, (_, at) => [from + at, row]))).toEqual(
        whole.flatMap((clock) => (said.has(clock) ? [[clock, said.get(clock)]] : [])),
      )
      ranges.all().forEach(({ from, to }, index) => {
        expect(to).toBeGreaterThan(from)
        expect(from).toBeGreaterThanOrEqual(ranges.all()[index - 1]?.to ?? 0)
      })
    }),
    { seed: 1961, numRuns: 400 },
  )
})
