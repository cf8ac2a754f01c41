import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasWords, wordsOf } from '#shared/formats/words.ts'

test('[FM1] words are runs of letters, marks and digits in any case', () => {
  expect(wordsOf('CHAPTER I – “Use of terms”, 4bis.')).toEqual(['chapter', 'i', 'use', 'of', 'terms', '4bis'])
})

test('[FM1] each Han character is a word', () => {
  expect(wordsOf('第一条用语')).toEqual(['第', '一', '条', '用', '语'])
})

test('[FM1] invisible format characters are nothing', () => {
  expect(wordsOf('com\u00adputer \u200fالمادة')).toEqual(['computer', 'المادة'])
})

test('[FM1] the words of two texts with a space between are the words of both', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(wordsOf(`${one} ${other}`)).toEqual([...wordsOf(one), ...wordsOf(other)])
    }),
  )
})

test('[FM4] a rule has no words', () => {
  expect(['-----', '* * *', '@', '1', 'é'].map(hasWords)).toEqual([false, false, false, true, true])
})
