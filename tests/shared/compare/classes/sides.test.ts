import { expect, test } from 'vitest'
import { leadInOf, nearestUp, sidesOf } from '#shared/compare/classes/sides.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { labelsOf } from '#shared/clauses/index.ts'
import { article, countingIds, textOf } from '../texts.ts'

const text = textOf([...article('Duties'), { kind: 'chapeau', text: 'The master shall:' }, { kind: 'subparagraph', depth: 1, text: 'wait;' }, { kind: 'subparagraph', depth: 1, text: 'report.' }], countingIds(1))
const given = { clauses: text.clauses, labels: labelsOf(text.clauses, text.settings) }
const sides = sidesOf(given, given, compareTexts(text, text).rows)

test('[CC10] what opens a list leads into its items; the heading of an article into nothing', () => {
  expect(leadInOf(sides.base, 3)).toBe('The master shall:\nThe master shall:')
  expect(leadInOf(sides.base, 1)).toBe('')
})

test('partners and what stands above are found by index', () => {
  expect(Array.from(sides.base.partner)).toEqual([0, 1, 2, 3])
  expect(nearestUp(sides.base, 3, ({ kind }) => kind === 'article')).toBe(0)
  expect(nearestUp(sides.base, 3, ({ kind }) => kind === 'annex')).toBe(-1)
})
