import { expect, test } from 'vitest'
import { finish } from '#shared/compare/steps.ts'
import { sharedPassages } from '#shared/compare/passages.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf } from './texts.ts'

const dues = 'Ships flying the flag of a Party pay harbour dues in the currency of the port.'
const pilots = 'No pilot may be refused entry for having reported an accident at sea to his consul.'

const shared = (base: readonly string[], revised: readonly string[], partners: readonly (readonly [number, number])[]) => {
  const { sides, pairing } = sidesOf(textOf(article('A', ...base), countingIds(1)), textOf(article('A', ...revised), countingIds(2)))
  for (const [b, r] of partners) pairing.match(b, r, SURE)
  return finish(sharedPassages(sides, pairing)).map(({ base: b, revised: r }) => [b, r])
}

test('[AL16] a sentence that stands in a clause which is no partner is found', () => {
  expect(shared([`${dues} ${pilots}`], [dues, pilots], [[1, 1]])).toEqual([[1, 2]])
})

test('[AL16] a passage that stands twice answers neither', () => {
  expect(shared([`${dues} ${pilots}`], [dues, pilots, pilots], [[1, 1]])).toEqual([])
})

test('[AL16] what is the same word for word in partners is accounted for', () => {
  expect(shared([pilots, dues], [pilots, dues, pilots], [[1, 1], [2, 2]])).toEqual([])
})
