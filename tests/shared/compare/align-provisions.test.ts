import { expect, test } from 'vitest'
import { finish } from '#shared/compare/steps.ts'
import { alignProvisions } from '#shared/compare/align-provisions.ts'
import { pairedTexts, sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const aligned = (base: readonly Sketch[], revised: readonly Sketch[], homes: readonly (readonly [number, number])[]) => {
  const { sides, pairing } = sidesOf(textOf(base, countingIds(1)), textOf(revised, countingIds(2)))
  for (const [b, r] of homes) pairing.match(b, r, SURE)
  finish(alignProvisions(sides, pairing))
  return pairedTexts(pairing, sides)
}

const seize = 'Seized data are kept no longer than the investigation needs them.'

test('[AL5] within paired articles provisions are paired by their words, moved or not', () => {
  const pairs = aligned(
    article('Data', 'A Party may copy data.', seize),
    article('Data', seize, 'A Party may copy stored data.'),
    [[0, 0]],
  )
  expect(pairs.slice(1)).toEqual([['A Party may copy data.', 'A Party may copy stored data.'], [seize, seize]])
})

test('[AL5] across articles a provision is found by its words alone', () => {
  const base = [...article('One', 'Whales may be taken.', seize), ...article('Two', 'Pilots hold licences.')]
  const revised = [...article('One', 'Whales may be taken.'), ...article('Two', 'Pilots hold licences.', seize)]
  const { sides, pairing } = sidesOf(textOf(base, countingIds(1)), textOf(revised, countingIds(2)))
  for (const [b, r] of [[0, 0], [3, 2]] as const) pairing.match(b, r, SURE)
  finish(alignProvisions(sides, pairing))
  expect([1, 2, 4].map((i) => pairing.revisedOf(i))).toEqual([1, 4, 3])
})

test('[AL5] a few words are not recognised in another article', () => {
  const base = [...article('One', 'the name;'), ...article('Two', 'Pilots hold licences.')]
  const revised = [...article('Three', 'Whales may be taken.'), ...article('Two', 'Pilots hold licences.', 'the name;')]
  expect(aligned(base, revised, [[2, 2]])).toEqual([['Two', 'Two'], ['Pilots hold licences.', 'Pilots hold licences.']])
})

test('[AL15] definitions of other terms are other definitions', () => {
  const pairs = aligned(
    article('Terms', '“Cargo” means goods carried by a ship.'),
    article('Terms', '“Luggage” means goods held by a passenger.'),
    [[0, 0]],
  )
  expect(pairs).toEqual([['Terms', 'Terms']])
})
