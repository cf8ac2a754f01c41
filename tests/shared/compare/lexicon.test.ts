import { expect, test } from 'vitest'
import { Lexicon } from '#shared/compare/lexicon.ts'

test('words that begin alike, differ in case or in a hyphen have one stem', () => {
  const lexicon = new Lexicon()
  const [established, establish, co, cooperation] = lexicon.stemsOf('Established, establish; co-operation cooperation')
  expect(established).toBe(establish)
  expect(co).toBe(cooperation)
  expect(lexicon.stemsOf('access').at(0)).not.toBe(lexicon.stemsOf('accede').at(0))
})

test('a small number stands for any other, a year for itself', () => {
  const lexicon = new Lexicon()
  expect(lexicon.stemsOf('12')).toEqual(lexicon.stemsOf('5'))
  expect(lexicon.stemsOf('2001')).not.toEqual(lexicon.stemsOf('2023'))
})

test('pairs are of neighbours, in order', () => {
  const lexicon = new Lexicon()
  const pairs = lexicon.pairsOf(lexicon.stemsOf('the law of the sea, the law'))
  expect(pairs).toHaveLength(6)
  expect(pairs[0]).toBe(pairs[5])
  expect(new Set(pairs).size).toBe(5)
  expect(lexicon.pairsOf(lexicon.stemsOf('sea'))).toHaveLength(0)
})
