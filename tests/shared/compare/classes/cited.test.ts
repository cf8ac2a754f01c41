import { expect, test } from 'vitest'
import { isCarrierAt, isPlaceWordAt, isReferenceAt, LINKS } from '#shared/compare/classes/cited.ts'
import { judge } from './drawn.ts'

const words = (text: string): readonly string[] => text.split(' ')

test('[CC14] a link before a reference is no more than "of"', () => {
  expect(isReferenceAt(words('article 5'), 0)).toBe(true)
  expect(isReferenceAt(words('the provisions of paragraph 2'), 0)).toBe(true)
  expect(isReferenceAt(words('this convention'), 0)).toBe(true)
  expect(isReferenceAt(words('the plan'), 0)).toBe(false)
  expect(LINKS.has('pursuant')).toBe(true)
})

test.each([
  ['the measures [-set out in-]{+under+} article 5', 'editorial: synonym'],
  ['the measures [-referred to in-]{+of+} paragraph 2', 'editorial: grammar'],
  ['the measures [-set out in-]{+pursuant to+} the plan', 'substance: scope'],
  ['the measures [-under-]{+subject to+} article 5', 'substance: condition'],
  ['the measures [-under-]{+without prejudice to+} article 5', 'substance: condition'],
  ['for subparagraph (b){+ above+}, offences', 'editorial: synonym'],
  ['for paragraphs 1 and 2{+ above+}, offences', 'editorial: synonym'],
  ['a speed {+above +}30 knots', 'substance: scope'],
  ['a depth {+below +}the keel', 'substance: scope'],
])('[CC14] %s', (drawn, expected) => expect(judge(drawn).split(':')[0]).toBe(expected.split(':')[0]))

test('[CC14] "above" belongs to the reference before it', () => {
  expect(isPlaceWordAt(words('subparagraphs a b and c above'), 5)).toBe(true)
  expect(isPlaceWordAt(words('a speed above 30'), 2)).toBe(false)
})

test('[CC13] a verb that only carries the act named behind it', () => {
  expect(isCarrierAt(words('make an inspection'), 0)).toBe(true)
  expect(isCarrierAt(words('make a harbour'), 0)).toBe(false)
  expect(judge('shall [-conduct an inspection of-]{+inspect+} the cargo')).toBe('editorial: synonym')
})
