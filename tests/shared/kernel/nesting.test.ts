import { expect, test } from 'vitest'
import { nestsDeeper } from '#shared/kernel/nesting.ts'

const nested = (levels: number): unknown => (levels === 0 ? 'x' : levels % 2 === 0 ? [nested(levels - 1)] : { in: nested(levels - 1) })

test('levels are counted through lists and objects, the deepest branch counting', () => {
  expect(nestsDeeper('x', 0)).toBe(false)
  expect(nestsDeeper(null, 0)).toBe(false)
  expect(nestsDeeper([], 0)).toBe(true)
  expect(nestsDeeper(nested(5), 5)).toBe(false)
  expect(nestsDeeper(nested(6), 5)).toBe(true)
  expect(nestsDeeper({ a: 1, b: nested(3), c: nested(9) }, 5)).toBe(true)
})

test('what nests deeper than the stack is only looked into as far as asked', () => {
  expect(nestsDeeper(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), 16)).toBe(true)
})
