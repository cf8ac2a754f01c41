import { expect, test } from 'vitest'
import { bothSides, eitherSide, nearAfter, nearBefore, spoken } from '#shared/compare/classes/hunk.ts'
import { hunkOf } from './drawn.ts'

test('a change knows its words and its surroundings', () => {
  const hunk = hunkOf('The [-old -]{+new+} vessel')
  expect(spoken(hunk)).toEqual({ struck: 'old', inserted: 'new' })
  expect([nearBefore(hunk.base, 2), nearAfter(hunk.base, 3)]).toEqual(['e ', ' ve'])
  expect(eitherSide(hunk, ({ words }) => words === 'new')).toBe(true)
  expect(bothSides(hunk, ({ words }) => words === 'new')).toBe(false)
})
