import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleaned } from '#shared/formats/text/clean.ts'
import { wordsOf } from '#shared/formats/words.ts'

test('[FM4] every line end becomes one kind', () => {
  expect(cleaned('a\r\nb\rc\nd\fe\u2028f\u0085g').text).toBe('a\nb\nc\nd\ne\nf\ng')
})

test('[FM4] what shows nothing is taken out and counted', () => {
  expect(cleaned('com\u00adputer \u200fالمادة\ufeff \u202eevil\u202c')).toEqual({ text: 'computer المادة evil', removed: 5 })
  expect(cleaned('a\u0000b\u0012c')).toEqual({ text: 'a b c', removed: 2 })
})

test('[FM4] joiners, which spell words, stay', () => {
  expect(cleaned('می\u200cشود')).toEqual({ text: 'می\u200cشود', removed: 0 })
})

test('[FM4] lone surrogates become U+FFFD', () => {
  expect(cleaned('a\ud83d b').text).toBe('a\ufffd b')
})

test('[FM1] [FM4] cleaning keeps every word', () => {
  const odd = fc.string({ unit: fc.constantFrom('a', 'é', '\u00ad', '\u200e', ' ', '\r', '\n', '\u200c', '缔', '1') })
  fc.assert(
    fc.property(odd, (source) => {
      expect(wordsOf(cleaned(source).text)).toEqual(wordsOf(source))
      expect(cleaned(cleaned(source).text)).toEqual({ text: cleaned(source).text, removed: 0 })
    }),
  )
})
