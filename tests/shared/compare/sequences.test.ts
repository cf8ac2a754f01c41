import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sequences } from '#shared/compare/sequences.ts'

const sequenceArb = fc.array(fc.nat(2), { maxLength: 3 }).map((numbers) => Int32Array.from(numbers))

test('equal sequences have one number, others another, from 0 without gaps', () => {
  fc.assert(
    fc.property(fc.array(sequenceArb), (all) => {
      const sequences = new Sequences()
      const numbers = all.map((sequence) => sequences.numberOf(sequence))
      const named = new Map(all.map((sequence, i) => [String(sequence), numbers[i]]))
      expect(all.map((sequence) => named.get(String(sequence)))).toEqual(numbers)
      expect(new Set(numbers)).toEqual(new Set(named.size === 0 ? [] : Array.from({ length: named.size }, (_, i) => i)))
    }),
  )
})
