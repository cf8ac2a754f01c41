import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitsOf } from '#shared/formats/text/lines.ts'
import { wordsOf } from '#shared/formats/words.ts'
import { sourceLines } from '../sources.ts'

const texts = (source: string): readonly string[] => unitsOf(source).units.map(({ rich }) => rich.text)

const WRAPPED = `Convention for the Protection of
Rivers

The States Parties to this
Convention,

Bearing in mind
the purposes of the Charter of the
United Nations,

Article 1
1. Each State Party shall take the
measures referred to in
paragraph 2 of this article.
2. Nothing shall affect other
obligations.
`

test('[FM5] lines wrapped by hand are joined; a label after a finished sentence begins anew', () => {
  expect(texts(WRAPPED)).toEqual([
    'Convention for the Protection of Rivers',
    'The States Parties to this Convention,',
    'Bearing in mind the purposes of the Charter of the United Nations,',
    'Article 1',
    '1. Each State Party shall take the measures referred to in paragraph 2 of this article.',
    '2. Nothing shall affect other obligations.',
  ])
  expect(unitsOf(WRAPPED).joined).toBe(7)
})

test('[FM5] where lines are not wrapped each is a block', () => {
  const source = 'Article 1\na) the first;\nb) the second.\n\nArticle 2\na) one;\nb) two.'
  expect(texts(source)).toHaveLength(6)
  expect(unitsOf(source).joined).toBe(0)
})

test('[FM2] a block knows the line it begins on and whether a gap stands before it', () => {
  const { units } = unitsOf('One.\n\n  Two.\nThree.')
  expect(units.map(({ line, gap }) => [line, gap])).toEqual([
    [1, true],
    [3, true],
    [4, false],
  ])
})

test('[FM6] a tab or wide gap behind a bare label is kept in mind', () => {
  const { units } = unitsOf('1\tEach Party\n  a   the production\n1. Each Party\nA Party')
  expect(units.map(({ tabbed }) => tabbed)).toEqual([true, true, false, false])
})

test('[FM7] signs that mark a heading are not part of it', () => {
  expect(texts('## TITLE I\n== Article 1: Scope\n#hashtag')).toEqual(['TITLE I', 'Article 1: Scope', '#hashtag'])
})

test('[FM1] blocks hold every word', () => {
  const keepsWords = fc.property(sourceLines, (source) => {
    expect(wordsOf(texts(source).join('\n'))).toEqual(wordsOf(source))
  })
  fc.assert(keepsWords, { numRuns: 200 })
})
