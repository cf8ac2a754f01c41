import { expect, test } from 'vitest'
import { read, readLines } from '../reading.ts'

test('[FM16] the only wording of an article is its paragraph; several show no numbers', () => {
  expect(readLines('Article 1', 'The Parties consult.')).toEqual(['article [Article 1]', 'paragraph The Parties consult.'])
  expect(readLines('Article 1', 'The Parties consult.', 'They report.')).toEqual(['article [Article 1]', 'paragraph The Parties consult.', 'paragraph They report.'])
})

test('[FM16] a chapeau by its colon, or by the list below it', () => {
  expect(readLines('Article 1', 'Each Party shall:', '(a) act;')[1]).toBe('chapeau Each Party shall:')
  expect(readLines('Article 1', 'Each Party shall', '(a) act;')[1]).toBe('chapeau Each Party shall')
})

test('[FM16] closing words, further sentences, dashes', () => {
  expect(readLines('Article 1', '1. Each Party shall:', '(a) act;', '(b) report;', 'as the law permits.', '2. One.', 'It goes on.', '– an item;', '3. Two.')).toEqual([
    'article [Article 1]',
    'paragraph [1.] Each Party shall:',
    '  subparagraph [(a)] act;',
    '  subparagraph [(b)] report;',
    '  closing as the law permits.',
    'paragraph [2.] One.',
    '  text It goes on.',
    '  subparagraph – an item;',
    'paragraph [3.] Two.',
  ])
})

test('[FM14] a sentence that the source broke goes on', () => {
  expect(readLines('Article 1', '1. In accordance with paragraph 4 of', 'Annex III to the Convention.', '2. The term', 'means water.')).toEqual([
    'article [Article 1]',
    'paragraph [1.] In accordance with paragraph 4 of Annex III to the Convention.',
    'paragraph [2.] The term means water.',
  ])
})

test('[FM2] what is left over says why', () => {
  const why = (source: string): readonly string[] => read(source).report.unrecognised.map(({ why }) => why)
  expect(why('Article 1\n1. One.\n2. Two.\nPage 3')).toEqual(['after-numbered-provision'])
  expect(why('Chapter I\nScope\nThe Parties consult.')).toEqual(['outside-article'])
  expect(why('Article 1\n| a | b |')).toEqual(['table'])
})
