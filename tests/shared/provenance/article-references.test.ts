import { expect, test } from 'vitest'
import { ownReferencesIn } from '#shared/provenance/article-references.ts'

const numbers = (text: string): string[] => ownReferencesIn(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)

test.each([
  ['offences under articles 5 and 8 of this Convention', ['article 5', 'article 8']],
  ['paragraph 2 of this article', ['paragraph 2']],
  ['Article 12', ['article 12']],
  ['aux articles 3 et 4 de la présente Convention', ['article 3', 'article 4']],
])('[PV15, PV16] a text refers to itself: %s', (text, found) => {
  expect(numbers(text)).toEqual(found)
})

test.each([
  'article 3 of the Vienna Convention',
  'article 162, paragraph 2, subparagraph (w), of the Convention',
  'under article 6, paragraph 3 (c), of Annex III to the Convention',
])('[PV15] or to another instrument: %s', (text) => {
  expect(numbers(text)).toEqual([])
})

test('[PV16] a paragraph of an article that is named before it is not one of this article', () => {
  expect(numbers('article 46, paragraph 15, of this Convention')).toEqual(['article 46'])
  expect(numbers('in accordance with articles 31, paragraph 1, and 54, paragraph 1 a)')).not.toContain('paragraph 54')
})
