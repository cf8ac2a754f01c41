import { expect, test } from 'vitest'
import { inTurns, TURN_MS } from '#client/platform/compare/turns.ts'

test('a turn ends with the step that its time is up in; what the step said is passed on', async () => {
  let clock = 0
  function* work() {
    for (let done = 1; done <= 10; done++) {
      clock += TURN_MS / 2 - 1
      yield done / 10
    }
    return 'done'
  }
  const said: number[] = []
  const pauses: number[] = []
  const result = await inTurns(work(), {
    say: (share) => said.push(share),
    pause: async () => {
      pauses.push(clock)
      clock += 100
    },
    now: () => clock,
  })
  expect(result).toBe('done')
  expect(said).toEqual([0.3, 0.6, 0.9])
  expect(pauses).toHaveLength(said.length)
})

test('work that fails rejects', async () => {
  function* work(): Generator<number, never, undefined> {
    yield 0
    throw new Error('no such clause')
  }
  await expect(inTurns(work(), { say: () => undefined, pause: async () => undefined, now: () => 0 })).rejects.toThrow('no such clause')
})
