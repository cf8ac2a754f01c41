import { expect, test } from 'vitest'
import { compareTexts } from '#shared/compare/index.ts'
import { mirroredPart, partLinksOf, partsOf } from '#shared/compare/parts.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const seize = 'Each Party shall empower its authorities to seize stored data.'
const search = 'Each Party shall empower its authorities to search a computer system.'
const none = { likest: [], passages: [] }

test('[AL10] an article that was split is linked to both its parts', () => {
  const base = textOf(article('Search and seizure', search, seize), countingIds(1))
  const revised = textOf([...article('Search', search), ...article('Seizure', seize)], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  for (const [b, r] of [[0, 0], [1, 1], [2, 3]] as const) pairing.match(b, r, SURE)
  const link = { base: base.clauses[0]?.id, revised: revised.clauses[2]?.id, kind: 'split', baseShare: 0.476, revisedShare: 1, rule: 'same-parts' }
  expect(partLinksOf(sides, partsOf(sides, pairing, none))).toContainEqual(link)
  const mirrored = sidesOf(revised, base)
  for (const [b, r] of [[0, 0], [1, 1], [3, 2]] as const) mirrored.pairing.match(b, r, SURE)
  expect(partsOf(sides, pairing, none).map(mirroredPart)).toEqual(expect.arrayContaining(partsOf(mirrored.sides, mirrored.pairing, none).map((part) => part)))
  expect(partsOf(mirrored.sides, mirrored.pairing, none).map(({ kind }) => kind)).toContain('merged')
})

test('[AL10] links found by words are kept before those found by parts', () => {
  const base = textOf(article('A', seize), countingIds(1))
  const revised = textOf([...article('B', search), ...article('C', seize)], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  pairing.match(1, 3, SURE)
  const likest = [{ base: 0, revised: 2, shares: [0.5, 0.9] as const }]
  expect(partLinksOf(sides, partsOf(sides, pairing, { likest, passages: [] })).filter(({ kind }) => kind !== 'level-changed').map(({ rule, revisedShare }) => [rule, revisedShare])).toEqual([['same-words', 0.9]])
})

test('[AL10] a few common words are no part', () => {
  const base = textOf(article('A', 'the name;'), countingIds(1))
  const revised = textOf([...article('B', 'the name;')], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  pairing.match(1, 1, SURE)
  expect(partLinksOf(sides, partsOf(sides, pairing, none))).toEqual([])
})

/** Sentences without a common word, so that each is clear of the others. */
const [first, second, third] = [
  'Ships flying the flag of a Party pay harbour dues in the currency of the port.',
  'No pilot may be refused entry for having reported an accident at sea to his consul.',
  'Cargo left unclaimed during ninety days becomes property of the customs authority.',
]

const linked = (base: readonly Sketch[], revised: readonly Sketch[]) => {
  const [from, to] = [textOf(base, countingIds(1)), textOf(revised, countingIds(2))]
  const placeOf = (clauses: typeof from.clauses, id: string) => clauses.findIndex((clause) => clause.id === id)
  return compareTexts(from, to).partLinks.map((link) => [placeOf(from.clauses, link.base), placeOf(to.clauses, link.revised), link.kind])
}

test('[AL16] a provision that was split is linked to the part that has no partner, and two that were merged likewise', () => {
  const whole = article('Ports', `${first} ${second} ${third}`)
  const parts = article('Ports', `${first} ${second}`, third)
  expect(linked(whole, parts)).toEqual([[1, 2, 'split']])
  expect(linked(parts, whole)).toEqual([[2, 1, 'merged']])
})

test('[AL17] an article that became a paragraph is linked to it, and the other way round', () => {
  const apart = [...article('Ports', first), ...article('Pilots', `${second} ${third}`)]
  const within = article('Ports', first, `${second} ${third}`)
  expect(linked(apart, within)).toContainEqual([2, 2, 'level-changed'])
  expect(linked(within, apart)).toContainEqual([2, 2, 'level-changed'])
})
