import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAttempts } from '#server/identity/index.ts'

test('within any window at most so many attempts go through, however they are spread', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, max) => {
      const windowMs = 100
      let now = 0
      const attempts = openAttempts({ max, windowMs }, () => now)
      const taken: number[] = []
      for (const wait of waits) {
        now += wait
        if (attempts.take('key')) taken.push(now)
      }
      // Fixed windows: two neighbouring ones can meet, never three.
      for (const since of taken) expect(taken.filter((at) => at >= since && at < since + windowMs).length).toBeLessThanOrEqual(2 * max)
    }),
  )
})

test('keys do not count for each other, and what turned out well is forgotten', () => {
  const attempts = openAttempts({ max: 2, windowMs: 100 }, () => 0)
  expect([attempts.take('a'), attempts.take('a'), attempts.take('a'), attempts.take('b')]).toEqual([true, true, false, true])
  attempts.giveBack('a')
  expect([attempts.take('a'), attempts.take('a')]).toEqual([true, false])
  attempts.giveBack('never taken')
})

test('a flood of keys forgets the oldest instead of filling the memory', () => {
  const attempts = openAttempts({ max: 1, windowMs: 100 }, () => 0)
  attempts.take('first')
  expect(attempts.take('first')).toBe(false)
  for (let i = 0; i < 50_000; i++) attempts.take(`key ${i}`)
  expect(attempts.take('first')).toBe(true)
})
