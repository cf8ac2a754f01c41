import { expect, test } from 'vitest'
import { redline } from '#shared/compare/index.ts'
import { perRedline } from '#shared/compare/per-redline.ts'

test('[IC4] computes once for each redline, whatever the result', () => {
  let times = 0
  const ask = perRedline(() => {
    times++
    return null
  })
  const [one, other] = [redline('shall apply', 'may apply'), redline('shall apply', 'may apply')]
  expect([ask(one), ask(one), ask(other)]).toEqual([null, null, null])
  expect(times).toBe(2)
})
