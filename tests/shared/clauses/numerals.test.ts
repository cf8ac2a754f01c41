import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral, writeNumeral, type Numeral } from '#shared/clauses/numerals.ts'

const NUMERALS: readonly Numeral[] = ['decimal', 'roman', 'ROMAN', 'letter', 'LETTER', 'han', 'abjad', 'arabic-ordinal']

test('[CL18] what is written in a numeral is read back, in every numeral', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NUMERALS), fc.integer({ min: 1, max: 3999 }), (numeral, value) => {
      const written = writeNumeral(numeral, value)
      const isSpelled = numeral !== 'arabic-ordinal' || value <= 20
      expect(readNumeral(numeral, written)).toBe(isSpelled ? value : null)
    }),
  )
})

test('[CL19] no two values are written alike, beyond the reach of a numeral neither', () => {
  for (const numeral of NUMERALS) {
    const written = Array.from({ length: 5000 }, (_, value) => writeNumeral(numeral, value + 1))
    expect([numeral, new Set(written).size]).toEqual([numeral, 5000])
  }
})

test('[CL18] anything may be asked for and only numerals are read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NUMERALS), fc.oneof(fc.string(), fc.constantFrom('4 bis', 'iiii', 'abc', '0', '01', 'ab', '١', 'V1')), (numeral, raw) => {
      const value = readNumeral(numeral, raw)
      expect(value === null ? raw : writeNumeral(numeral, value)).toBe(raw)
    }),
  )
  expect(readNumeral('decimal', '4 bis')).toBeNull()
  expect(readNumeral('roman', 'iiii')).toBeNull()
  expect(readNumeral('letter', 'ab')).toBeNull()
})

test.each<[Numeral, number, string]>([
  ['letter', 26, 'z'],
  ['letter', 27, 'aa'],
  ['letter', 28, 'bb'],
  ['LETTER', 53, 'AAA'],
])('[CL13] %s %i is %s', (numeral, value, written) => {
  expect(writeNumeral(numeral, value)).toBe(written)
})

test.each<[Numeral, number, string]>([
  ['roman', 1994, 'mcmxciv'],
  ['ROMAN', 44, 'XLIV'],
  ['han', 10, '十'],
  ['han', 15, '十五'],
  ['han', 20, '二十'],
  ['han', 76, '七十六'],
  ['han', 101, '一百零一'],
  ['han', 110, '一百一十'],
  ['han', 320, '三百二十'],
  ['han', 1005, '一千零五'],
  ['abjad', 5, 'هـ'],
  ['arabic-ordinal', 12, 'الثاني عشر'],
  ['arabic-ordinal', 21, '21'],
])('[CL14] %s %i is %s', (numeral, value, written) => {
  expect(writeNumeral(numeral, value)).toBe(written)
})
