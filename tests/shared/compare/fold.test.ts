import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cosmeticOf, foldSpelling, foldTypography } from '#shared/compare/fold.ts'

test('[RL11] quotation marks, apostrophes and dashes of all makes fold together', () => {
  expect(['“', '”', '«', '„', '"'].map(foldTypography)).toEqual(['"', '"', '"', '"', '"'])
  expect(foldTypography('Party’s')).toBe("Party's")
  expect(['–', '—', '-', '‑'].map(foldTypography)).toEqual(['-', '-', '-', '-'])
  expect(foldTypography('Conven\u00ADtion')).toBe('Convention')
  expect(foldTypography('e\u0301')).toBe('\u00E9')
})

test('[RL11] a hyphen between letters folds away, one between figures does not', () => {
  expect(foldSpelling('co-operation')).toBe('cooperation')
  expect(foldSpelling('re‑examine')).toBe('reexamine')
  expect(foldSpelling('1-2')).toBe('1-2')
})

test('[RL11] a difference is named by what it takes to fold it away', () => {
  expect(cosmeticOf('shall', 'shall')).toBeNull()
  expect(cosmeticOf('“', '"')).toBe('typography')
  expect(cosmeticOf('co-operation', 'cooperation')).toBe('spelling')
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldTypography(foldTypography(text))).toBe(foldTypography(text))
      expect(foldSpelling(foldSpelling(text))).toBe(foldSpelling(text))
    }),
  )
})
