import { expect, test } from 'vitest'
import { Lexicon } from '#shared/compare/lexicon.ts'
import { sharedWords, termOf } from '#shared/compare/shared-words.ts'

test('[AL14] the share counts words that both have, as often as both have them', () => {
  const lexicon = new Lexicon()
  const share = (one: string, other: string) => sharedWords(lexicon.stemsOf(one), lexicon.stemsOf(other))
  expect(share('the law of the sea', 'the law of the sea')).toBe(1)
  expect(share('the law of the sea', 'the sea')).toBeCloseTo(4 / 7, 9)
  expect(share('law', 'sea')).toBe(0)
  expect(share('', '')).toBe(1)
})

test('[AL15] a defined term is read off whatever marks it stands in', () => {
  const lexicon = new Lexicon()
  const ship = lexicon.stemsOf('ship')
  for (const text of ['“Ship” means', '"ship" means', '« ship » désigne', '„Ship“ bedeutet'])
    expect(termOf(text, lexicon)).toEqual(ship)
  expect(termOf('A ship is “any vessel”', lexicon)).toBeNull()
})
