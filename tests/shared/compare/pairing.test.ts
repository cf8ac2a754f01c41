import { expect, test } from 'vitest'
import { FREE, Pairing, rounded } from '#shared/compare/pairing.ts'
import { SURE } from './sides.ts'

test('[AL1] a clause has at most one partner', () => {
  const pairing = new Pairing(2, 3)
  pairing.match(0, 2, SURE)
  expect([pairing.revisedOf(0), pairing.baseOf(2), pairing.revisedOf(1), pairing.revisedOf(9)]).toEqual([2, 0, FREE, FREE])
  expect(pairing.bothFree(1, 0)).toBe(true)
  expect(() => pairing.match(1, 2, SURE)).toThrow('matched once')
})

test('[AL3] mirrored, it has the same pairs and grounds', () => {
  const pairing = new Pairing(2, 3)
  pairing.match(1, 2, { confidence: 0.12345, reason: { rule: 'same-words', share: 1.5 } })
  const mirror = pairing.mirrored()
  expect([mirror.revisedOf(2), mirror.baseOf(1)]).toEqual([1, 2])
  expect(mirror.groundsOf(2)).toEqual({ confidence: 0.123, reason: { rule: 'same-words', share: 1 } })
  expect(mirror.groundsOf(0)).toBeNull()
  expect(rounded(-1)).toBe(0)
})
