import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumeral } from '#shared/clauses/index.ts'
import { hanValue, readingsOf } from '#shared/formats/recognise/numbers.ts'

const read = (printed: string): readonly string[] => readingsOf(printed).map(({ family, value }) => `${family} ${value}`)

test('[FM27] digits, letters, numerals and decimals', () => {
  expect(read('12')).toEqual(['digit 12'])
  expect(read('b')).toEqual(['lower 2'])
  expect(read('bb')).toEqual(['lower 28'])
  expect(read('B')).toEqual(['upper 2'])
  expect(read('xiv')).toEqual(['roman 14'])
  expect(read('XIV')).toEqual(['ROMAN 14'])
  expect(read('2.1.4')).toEqual(['decimal 4'])
  expect(read('г')).toEqual(['cyrillic 4'])
  expect(read('ج')).toEqual(['abjad 3'])
  expect(read('هـ')).toEqual(['abjad 5'])
  expect(read('十二')).toEqual(['han 12'])
})

test('[FM27] what can be read in two ways keeps both', () => {
  expect(read('i')).toEqual(['lower 9', 'roman 1'])
  expect(read('v')).toEqual(['lower 22', 'roman 5'])
  expect(read('C')).toEqual(['upper 3', 'ROMAN 100'])
})

test('[FM27] what is no number has no reading', () => {
  expect(['', 'iiii', 'abc', 'Ab', '12345', '和', '-', 'the'].flatMap(read)).toEqual([])
})

test('[FM27] roman numerals are read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 399 }), (value) => {
      expect(readingsOf(writeNumeral('roman', value))).toContainEqual({ family: 'roman', value })
    }),
  )
})

test('[FM27] Chinese numerals up to 999', () => {
  expect(['一', '十', '十一', '二十', '三十五', '一百', '一百零二', '三百二十', '三百二十一'].map(hanValue)).toEqual([1, 10, 11, 20, 35, 100, 102, 320, 321])
  expect(['', '一二', '百', '条'].map(hanValue)).toEqual([null, null, null, null])
})
