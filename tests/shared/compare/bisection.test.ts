import { expect, test } from 'vitest'
import { Bisection } from '#shared/compare/bisection.ts'

test('the two walks meet on a least edit; with nothing in common they do not', () => {
  const bisection = new Bisection(Int32Array.of(1, 2, 3, 9), Int32Array.of(8, 2, 3, 7))
  bisection.begin({ i: 0, iEnd: 4, j: 0, jEnd: 4 })
  expect(bisection.advance()).toBe(true)
  const { i, j } = bisection.meeting ?? { i: -1, j: -1 }
  expect(i).toBe(j)
  expect(i).toBeGreaterThanOrEqual(1)
  expect(i).toBeLessThanOrEqual(3)
  bisection.begin({ i: 0, iEnd: 1, j: 0, jEnd: 1 })
  expect(bisection.advance()).toBe(true)
  expect(bisection.meeting).toBeNull()
})
