import { expect, test } from 'vitest'
import { absorbedProvisions } from '#shared/compare/absorbed.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf } from './texts.ts'

const dues = 'Ships flying the flag of a Party pay harbour dues in the currency of the port.'
const pilots = 'No pilot may be refused entry for having reported an accident at sea to his consul.'
/** The same with a third of its words replaced. */
const reworded = 'No captain may be refused entry after having notified an accident at sea to the consul.'

const absorbed = (base: readonly string[], revised: readonly string[]) => {
  const { sides, pairing } = sidesOf(textOf(article('A', ...base), countingIds(1)), textOf(article('A', ...revised), countingIds(2)))
  pairing.match(0, 0, SURE)
  pairing.match(1, 1, SURE)
  return absorbedProvisions(sides, pairing).map(({ base: b, revised: r }) => [b, r])
}

test('[AL16] a provision that was run together with its neighbour, and reworded, is found', () => {
  expect(absorbed([dues, pilots], [`${dues} ${reworded}`])).toEqual([[2, 1]])
  expect(absorbed([`${dues} ${reworded}`], [dues, pilots])).toEqual([[1, 2]])
})

test('[AL16] what stands beside a clause that took nothing up is not', () => {
  expect(absorbed([dues, pilots], [dues])).toEqual([])
  expect(absorbed([dues, pilots], [`${dues} This paragraph does not apply to warships, tugs and other vessels of State.`])).toEqual([])
})
