import { expect, test } from 'vitest'
import { pairEqualDivisions, pairEqualLeftovers } from '#shared/compare/align-equal.ts'
import { pairedTexts, sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf } from './texts.ts'

const ids = [countingIds(1), countingIds(2)] as const
const [law, costs] = [article('Law', 'The law of the forum applies.', 'It binds.'), article('Costs', 'Each Party bears its own costs.')]
const repealed = article('Repealed')

test('[AL13] equal divisions are paired with all in them, wherever they went', () => {
  const { sides, pairing } = sidesOf(textOf([...law, ...costs], ids[0]), textOf([...costs, ...law], ids[1]))
  pairEqualDivisions(sides, pairing)
  expect(pairedTexts(pairing, sides)).toEqual([...law, ...costs].map(({ text }) => [text, text]))
  expect(pairing.groundsOf(0)).toEqual({ confidence: 1, reason: { rule: 'same-text' } })
})

test('[AL13] divisions that repeat are paired in order', () => {
  const base = textOf([...repealed, ...law, ...repealed], ids[0])
  const revised = textOf([...costs, ...repealed, ...law, ...repealed], ids[1])
  const { sides, pairing } = sidesOf(base, revised)
  pairEqualDivisions(sides, pairing)
  expect([0, 1, 4].map((i) => pairing.revisedOf(i))).toEqual([2, 3, 6])
})

test('[AL13] equal leftovers are paired where their divisions are partners', () => {
  const base = textOf([...article('Old', 'Words.', 'More.'), ...article('Other', 'Words.')], ids[0])
  const revised = textOf([...article('New', 'Words.'), ...article('Another', 'Words.')], ids[1])
  const { sides, pairing } = sidesOf(base, revised)
  pairing.match(0, 0, SURE)
  pairEqualLeftovers(sides, pairing)
  expect([1, 2, 4].map((i) => pairing.revisedOf(i))).toEqual([1, -1, -1])
})

test('[AL13] articles without heading are not alike for that', () => {
  const { sides, pairing } = sidesOf(textOf(article('', 'One.'), ids[0]), textOf(article('', 'Two.'), ids[1]))
  pairEqualLeftovers(sides, pairing)
  expect(pairing.revisedOf(0)).toBe(-1)
})
