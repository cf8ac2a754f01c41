import { expect, test } from 'vitest'
import type { LabelSettings } from '#shared/clauses/index.ts'
import { settle } from '#shared/formats/recognise/settle.ts'
import { read, readLines, idsInOrder } from '../reading.ts'
import { UN_ENGLISH } from '#tests/support/treaty.ts'

const numbers = (...lines: readonly string[]): readonly (string | null)[] => read(lines.join('\n')).text.clauses.map(({ number }) => number)

test('[FM17] what counts by itself has no number of its own', () => {
  expect(numbers('Article 1', '1. One.', '(a) two;', '(b) three.', '2. Four.', 'Article 2', 'Five.')).toEqual(Array.from({ length: 7 }, () => null))
})

test('[FM17] inserted numbers stand alone, and what follows counts on', () => {
  expect(numbers('Article 1', 'Article 1 bis', 'Article 2', '1. One.', '1. bis Two.', '2. Three.')).toEqual([null, '1 bis', null, null, '1 bis', null])
})

test('[FM17] after a gap one number is enough', () => {
  expect(numbers('Article 5', 'Article 6', 'Article 9', 'Article 10')).toEqual(['5', null, '9', null])
})

test('[FM17] many gaps in many lists', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Article ${index * 2 + 1}`)
  expect(numbers(...lines)).toEqual([null, ...lines.slice(1).map((_, index) => String(index * 2 + 3))])
})

test('[FM17] a single numbered paragraph keeps its number', () => {
  expect(readLines('Article 1', '1. One.')).toEqual(['article [Article 1]', 'paragraph [1.] One.'])
})

test('[FM18] words that no label can say stand in the text', () => {
  expect(readLines('Annex I', 'Forms', 'Schedule 1. Coordinates', 'Schedule 2. Plan')).toEqual([
    'annex [Annex I] Forms',
    'heading Schedule 1. Coordinates',
    'heading Schedule 2. Plan',
  ])
  expect(readLines('Regulation 1', 'Regulation 2', 'Article 3', 'Article 4')).toEqual([
    'article [Regulation 1]',
    'article [Regulation 2]',
    'article Article 3',
    'article Article 4',
  ])
})

test('[FM17] settings decide what a label says', () => {
  const draft = { kind: 'paragraph', depth: 0, printed: '1.', number: '1', rich: { text: 'One.', spans: [] }, line: 1, why: null } as const
  const number = (settings: LabelSettings): readonly (string | null)[] => settle([draft, { ...draft, printed: '2.', number: '2' }], settings, idsInOrder()).map((clause) => clause.number)
  expect(number(UN_ENGLISH)).toEqual([null, null])
  expect(number({ ...UN_ENGLISH, language: 'zh' })).toEqual(['1', '2'])
})
