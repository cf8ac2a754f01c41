import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Spellings, textBetween, wordingOf } from '#shared/compare/wording.ts'

test('a wording holds all of its text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const wording = wordingOf(text, new Spellings())
      expect(textBetween(wording, 0, wording.words.length) + wording.gaps.at(-1)).toBe(text)
      expect(wording.gaps).toHaveLength(wording.words.length + 1)
      expect(wording.ids).toHaveLength(wording.words.length)
    }),
  )
})

test('[RL11] words that differ in typography or hyphens alone have one id', () => {
  const spellings = new Spellings()
  const one = wordingOf('“co-operation”', spellings)
  const other = wordingOf('"cooperation"', spellings)
  expect(other.ids).toEqual(one.ids)
  expect(wordingOf('Cooperation', spellings).ids).not.toEqual(one.ids.slice(1, 2))
})
