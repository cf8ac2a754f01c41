import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml, readText, wordsOf } from '#shared/formats/index.ts'
import { sourceLines } from './sources.ts'
import { idsInOrder, outlineOf, read, wordsOut } from './reading.ts'

test('[FM1] the words out are the words in, for sources like treaties', () => {
  fc.assert(
    fc.property(sourceLines, (source) => {
      const { text, report } = read(source)
      expect(wordsOut(text)).toEqual(wordsOf(source))
      expect(report.wordsIn).toBe(wordsOf(source).length)
    }),
    { numRuns: 500 },
  )
})

test('[FM1] [FM25] and for any string', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
      expect(wordsOut(read(source).text)).toEqual(wordsOf(source.toWellFormed().replace(/(?![\t\n])\p{Cc}/gu, ' ')))
    }),
    { numRuns: 500 },
  )
})

test('[FM2] [FM25] any string read as a page gives clauses that hold its blocks', () => {
  const soup = fc.array(fc.constantFrom('<p>', '</p>', '<ol>', '<li>', '</ol>', '<b>', '<table>', '<td>', '<br>', '<script>', '</script>', '<!--', '1. A ', '(a) b; ', '&amp', '<sup>2', 'Article 3 '))
  fc.assert(
    fc.property(fc.oneof(soup.map((parts) => parts.join('')), fc.string()), (source) => {
      const { text, report } = readHtml(source, { newId: idsInOrder() })
      expect(wordsOut(text)).toHaveLength(report.wordsIn)
    }),
    { numRuns: 500 },
  )
})

test('[FM3] the same source gives the same clauses', () => {
  const repeats = fc.property(sourceLines, (source) => {
    expect(read(source)).toEqual(read(source))
  })
  fc.assert(repeats, { numRuns: 50 })
})

test('[FM3] a title and a language that are given go first', () => {
  const source = 'Convention on Rivers\nArticle 1\nScope\nThis Convention applies.'
  expect(read(source).text.title).toBe('Convention on Rivers')
  const { text } = read(source, { title: 'Rivers, draft 2', language: 'fr' })
  expect([text.title, text.settings.language]).toEqual(['Rivers, draft 2', 'fr'])
  expect(readHtml('<title>Rivers</title><p>1. Each.', { newId: idsInOrder() }).text.title).toBe('Rivers')
})

test('[FM2] what is not recognised is text, and the report says which clause, which line and why', () => {
  const { text, report } = read('Convention on Rivers\n\nDraft of 3 May\n\nArticle 1\n1. Each Party shall act.\n2. It shall report.\nPage 7')
  expect(outlineOf(text)).toEqual([
    'title Convention on Rivers',
    'text Draft of 3 May',
    'article [Article 1]',
    'paragraph [1.] Each Party shall act.',
    'paragraph [2.] It shall report.',
    '  text Page 7',
  ])
  expect(report.unrecognised).toEqual([
    { clauseId: text.clauses[1]?.id, line: 3, why: 'front-matter' },
    { clauseId: text.clauses[5]?.id, line: 8, why: 'after-numbered-provision' },
  ])
  expect(report.wordsIn - report.wordsRecognised).toBe(6)
  expect(report.counts).toEqual({ title: 1, text: 2, article: 1, paragraph: 2 })
})

test('[FM25] ten megabytes on one line', () => {
  const { report } = readText('The Parties shall consult. '.repeat(400_000), { newId: idsInOrder() })
  expect(report.wordsIn).toBe(1_600_000)
})

test('[FM25] a thousand provisions on one line, and a sentence broken over ten thousand', () => {
  const many = Array.from({ length: 900 }, (_, index) => `${index + 1}. The Parties shall consult.`).join(' ')
  expect(read(many).report.counts).toEqual({ paragraph: 900 })
  expect(read(`1. Each Party\n${'shall consult\n'.repeat(10_000)}`).report.counts).toEqual({ paragraph: 1 })
})
