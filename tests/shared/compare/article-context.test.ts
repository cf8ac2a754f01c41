import { expect, test } from 'vitest'
import { contextOf } from '#shared/compare/article-context.ts'
import { Pairing } from '#shared/compare/pairing.ts'
import { SURE } from './sides.ts'

const units = { base: [0, 1, 2, 3], revised: [0, 1, 2, 3] }
const none = { base: ['', '', '', ''], revised: ['', '', '', ''] }

test('[AL4] paired neighbours speak for a pair, in order only', () => {
  const pairing = new Pairing(4, 4)
  pairing.match(0, 0, SURE)
  pairing.match(2, 2, SURE)
  const gain = contextOf(units, pairing, none)
  expect(gain(1, 1)).toBeGreaterThan(gain(3, 3))
  expect(gain(3, 3)).toBeGreaterThan(gain(3, 1))
})

test('[AL4] a number counts as far as numbers have been kept', () => {
  const kept = { base: ['1', '2', '3', '4'], revised: ['1', '2', '3', '4'] }
  const renumbered = { base: ['1', '2', '3', '4'], revised: ['2', '3', '9', '4'] }
  const pairing = new Pairing(4, 4)
  for (const i of [0, 1, 2]) pairing.match(i, i, SURE)
  const gainWith = (numbers: typeof kept) => contextOf(units, pairing, numbers)(3, 3)
  expect(gainWith(kept)).toBeGreaterThan(gainWith(renumbered))
  expect(gainWith(renumbered)).toBeGreaterThan(gainWith(none))
})
