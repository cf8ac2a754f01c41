import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdNumbers, holdOn, labelsOf, placeholdersOf } from '#shared/clauses/index.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { anySequence, settingsAtWill } from '#tests/support/sequences.ts'
import { UN_ENGLISH, article, named, treaty } from '#tests/support/treaty.ts'

test('[CL30] a hold has every clause of its version in order, and its symbol', () => {
  fc.assert(
    fc.property(anySequence, settingsAtWill, (clauses, settings) => {
      const { symbol, entries } = holdNumbers(clauses, settings, 'A/AC.291/22')
      expect(symbol).toBe('A/AC.291/22')
      expect(entries.map(({ id }) => id)).toEqual(clauses.map(({ id }) => id))
    }),
  )
})

test('[CL37] carrying a hold on changes no label and loses nothing that was held', () => {
  fc.assert(
    fc.property(editedSequence, settingsAtWill, ({ base, revised }, settings) => {
      const held = holdNumbers(base, settings, 'A/1')
      const next = holdOn(revised, settings, { held, symbol: 'A/1/Rev.1' })
      const numbers = (hold: typeof held): readonly (string | undefined)[] => {
        const labels = labelsOf(revised, settings, hold)
        return revised.map(({ id }) => labels.get(id)?.number)
      }
      expect(numbers(next)).toEqual(numbers(held))
      expect(new Set(next.entries.map(({ id }) => id))).toEqual(new Set([...base, ...revised].map(({ id }) => id)))
      expect(next.entries.length).toBe(new Set(next.entries.map(({ id }) => id)).size)
    }),
  )
})

test('[CL37] in the further version 1 bis is held and 2 stays reserved', () => {
  const [a, b, c] = [named('a', article('A')), named('b', article('B')), named('c', article('C'))]
  const [x, y] = [named('x', article('X')), named('y', article('Y'))]
  const held = holdNumbers(treaty(a, b, c), UN_ENGLISH, 'A/1')
  const next = holdOn(treaty(a, x, c), UN_ENGLISH, { held, symbol: 'A/1/Rev.1' })
  const now = treaty(a, y, x, c)
  const labels = [...labelsOf(now, UN_ENGLISH, next).values()].map(({ text }) => text)
  expect(labels).toEqual(['Article 1', 'Article 1 ter', 'Article 1 bis', 'Article 3'])
  expect(placeholdersOf(now, UN_ENGLISH, next).map(({ label }) => label.text)).toEqual(['Article 2'])
})
