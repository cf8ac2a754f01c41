import { expect, test } from 'vitest'
import { drawBelow, newClauseId } from '#client/platform/index.ts'
import { parseClauseId } from '#shared/clauses/index.ts'

test('draws every number below the bound and none beyond', () => {
  const drawn = new Set(Array.from({ length: 2000 }, () => drawBelow(36)))
  expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, i) => i))
})

test('makes clause ids that are clause ids, and no two alike', () => {
  const ids = Array.from({ length: 1000 }, newClauseId)
  expect(ids.every((id) => parseClauseId(id) === id)).toBe(true)
  expect(new Set(ids).size).toBe(1000)
})
