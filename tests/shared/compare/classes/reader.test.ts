import { expect, test } from 'vitest'
import { netOf, Reader } from '#shared/compare/classes/reader.ts'

test('reads words, what they say, and numbers', () => {
  const reader = new Reader(true)
  expect(reader.words('The Parties, within 30 days')).toEqual(['the', 'parties', 'within', '30', 'days'])
  expect(reader.canonOf('in accordance with the Treaty')).toEqual(reader.canonOf('pursuant to a treaty'))
  expect(reader.spelledOf('the cargos')).toBe(' cargo ')
  expect(reader.valuesOf('thirty or 40')).toEqual(['30', '40'])
  expect(reader.words('in- and out- of')).toEqual(['in', 'and', 'out-of'])
})

test('[CC8] takes words of other languages as they are', () => {
  expect(new Reader(false).canonOf('les navires')).toEqual(['les', 'navires'])
})

test('tells what one list has beyond the other', () => {
  expect(netOf(['a', 'b', 'b'], ['b', 'c'])).toEqual({ lost: ['a', 'b'], gained: ['c'] })
})
