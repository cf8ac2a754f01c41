import { expect, test } from 'vitest'
import { partLinksOf } from '#shared/compare/parts.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf } from './texts.ts'

const seize = 'Each Party shall empower its authorities to seize stored data.'
const search = 'Each Party shall empower its authorities to search a computer system.'

test('[AL10] an article that was split is linked to both its parts', () => {
  const base = textOf(article('Search and seizure', search, seize), countingIds(1))
  const revised = textOf([...article('Search', search), ...article('Seizure', seize)], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  for (const [b, r] of [[0, 0], [1, 1], [2, 3]] as const) pairing.match(b, r, SURE)
  expect(partLinksOf(sides, pairing, [])).toEqual([{ base: base.clauses[0]?.id, revised: revised.clauses[2]?.id, share: 1, rule: 'same-parts' }])
})

test('[AL10] links found by words are kept, the better founded of two wins', () => {
  const base = textOf(article('A', seize), countingIds(1))
  const revised = textOf([...article('B', search), ...article('C', seize)], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  const likest = [{ base: 0, revised: 2, share: 0.5 }, { base: 0, revised: 0, share: 0.45678 }]
  expect(partLinksOf(sides, pairing, likest).map(({ share, rule }) => [share, rule])).toEqual([[0.457, 'same-words'], [0.5, 'same-words']])
  pairing.match(1, 3, SURE)
  expect(partLinksOf(sides, pairing, likest).map(({ rule }) => rule)).toEqual(['same-words', 'same-parts'])
})

test('[AL10] a few common words are no part', () => {
  const base = textOf(article('A', 'the name;'), countingIds(1))
  const revised = textOf([...article('B', 'the name;')], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  pairing.match(1, 1, SURE)
  expect(partLinksOf(sides, pairing, [])).toEqual([])
})
