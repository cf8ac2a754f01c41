import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDivision } from '#shared/clauses/index.ts'
import { unitPlaces, unitsOf } from '#shared/compare/units.ts'
import { article, countingIds, textOf, wildTextArb } from './texts.ts'

test('[MP1] every provision stands in exactly one unit, in the order of the text', () => {
  fc.assert(
    fc.property(wildTextArb(1), ({ clauses }) => {
      const units = unitsOf(clauses)
      const held = units.flatMap(({ from, to }) => clauses.slice(from, to))
      expect(held).toEqual(clauses.filter(({ kind }) => !isDivision(kind)))
      const places = unitPlaces(clauses, units)
      for (const { id } of held) expect(places.has(id)).toBe(true)
    }),
  )
})

test('[MP1] articles are units, and other divisions that hold wording; a chapter with a heading alone is none', () => {
  const { clauses } = textOf(
    [
      { kind: 'text', text: 'A word before all.' },
      { kind: 'title', text: 'A convention' },
      { kind: 'preamble', text: '' },
      { kind: 'recital', text: 'Recalling,' },
      { kind: 'chapter', text: 'General' },
      ...article('Purpose', 'One.', 'Two.'),
      { kind: 'article', text: 'Reserved' },
    ],
    countingIds(1),
  )
  expect(unitsOf(clauses).map(({ from, to, hasHeading }) => [from, to, hasHeading])).toEqual([
    [0, 1, false],
    [3, 4, true],
    [6, 8, true],
    [9, 9, true],
  ])
})
