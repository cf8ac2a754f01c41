import { expect, test } from 'vitest'
import { fewAtOnce } from '#client/platform/compare/few-at-once.ts'

test('no more than so many pieces of work go on at once, the others follow in order, and a failure holds up nobody', async () => {
  const turn = fewAtOnce(2)
  const started: number[] = []
  const ends = new Map<number, () => void>()
  const works = [0, 1, 2, 3].map((at) =>
    turn(async () => {
      started.push(at)
      await new Promise<void>((end) => ends.set(at, end))
      if (at === 0) throw new Error('the first fails')
      return at
    }),
  )
  const outcome = Promise.allSettled(works)
  await expect.poll(() => started).toEqual([0, 1])
  ends.get(1)?.()
  await expect.poll(() => started).toEqual([0, 1, 2])
  ends.get(0)?.()
  await expect.poll(() => started).toEqual([0, 1, 2, 3])
  ends.get(2)?.()
  ends.get(3)?.()
  expect((await outcome).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['failed', 1, 2, 3])
})
