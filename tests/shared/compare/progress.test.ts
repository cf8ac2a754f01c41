import { expect, test } from 'vitest'
import { progressOf, stage, STAGES } from '#shared/compare/progress.ts'
import { finish } from '#shared/compare/steps.ts'

test('the stages share out the whole, one after the other', () => {
  const ends = STAGES.flatMap((name) => [progressOf(name, 0).share, progressOf(name, 1).share])
  expect(ends).toEqual(ends.toSorted((one, other) => one - other))
  expect([ends[0], ends.at(-1)]).toEqual([0, 1])
  expect(STAGES.slice(1).map((name) => progressOf(name, 0).share)).toEqual(STAGES.slice(0, -1).map((name) => progressOf(name, 1).share))
})

test('the work of a stage says how far the whole is', () => {
  function* work() {
    yield 0.5
    return 7
  }
  expect([...stage('aligning', work())]).toEqual([progressOf('aligning', 0.5)])
  expect(finish(stage('aligning', work()))).toBe(7)
})
