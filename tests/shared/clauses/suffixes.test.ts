import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/clauses/index.ts'
import { anteOf, cutSuffix, stemOf, suffixOf } from '#shared/clauses/suffixes.ts'

test('[CL32] no two insertions after one number bear the same suffix, however many', () => {
  for (const language of LANGUAGES) {
    const suffixes = Array.from({ length: 200 }, (_, at) => suffixOf(language, at + 1))
    expect([language, new Set(suffixes).size]).toEqual([language, 200])
  }
})

test('[CL32] the stem is what is left without suffixes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom('17', 'a', 'II', '五', '1 ante'), fc.integer({ min: 1, max: 80 }), (language, stem, count) => {
      expect(stemOf(language, stem + suffixOf(language, count))).toBe(stem)
      expect(stemOf(language, stem)).toBe(stem)
    }),
  )
})

test('[CL32] bis, ter, quater and on', () => {
  const first = Array.from({ length: 9 }, (_, at) => suffixOf('en', at + 1))
  expect(first.join('')).toBe(' bis ter quater quinquies sexies septies octies nonies decies')
  expect(suffixOf('zh', 1)).toBe('之二')
  expect(suffixOf('ar', 2)).toBe(' مكررا ثانيا')
  expect(suffixOf('en', 20)).toBe(' vicies bis')
})

test('[CL33] before the first stands ante', () => {
  expect(anteOf('1')).toBe('1 ante')
})

test('[CL17] a number is cut before its suffix', () => {
  expect(cutSuffix('a bis')).toEqual(['a', ' bis'])
  expect(cutSuffix('十七之二')).toEqual(['十七', '之二'])
  expect(cutSuffix('17')).toEqual(['17', ''])
  expect(cutSuffix('')).toEqual(['', ''])
  expect(cutSuffix(' bis')).toEqual([' bis', ''])
})
