import { expect, test } from 'vitest'
import { Lexicon } from '#shared/compare/lexicon.ts'
import { Likeness } from '#shared/compare/likeness.ts'

const likenessOf = (base: readonly string[], revised: readonly string[]) => {
  const lexicon = new Lexicon()
  const unitsOf = (texts: readonly string[]) =>
    texts.map((text) => {
      const stems = lexicon.stemsOf(text)
      return { stems, pairs: lexicon.pairsOf(stems) }
    })
  return new Likeness(unitsOf(base), unitsOf(revised))
}

test('the same words in the same order are likest, then the same words, then some of them', () => {
  const likeness = likenessOf(
    ['search and seizure of stored computer data'],
    ['search and seizure of stored computer data', 'computer data stored of seizure and search', 'search of ships', 'extradition'],
  )
  const [same, shuffled, some, none] = [0, 1, 2, 3].map((unit) => likeness.of(0, unit))
  expect(same).toBeCloseTo(1, 9)
  expect(shuffled).toBeLessThan(same ?? 0)
  expect(some).toBeLessThan(shuffled ?? 0)
  expect(none).toBe(0)
  expect(likeness.candidates().map(([base, revised, alike]) => [base, revised, alike.toFixed(6)])).toContainEqual([0, 0, likeness.of(0, 0).toFixed(6)])
})

test('whether both units say something is known', () => {
  const likeness = likenessOf(['law', ''], ['law', '–'])
  expect([likeness.bothSpeak(0, 0), likeness.bothSpeak(0, 1), likeness.bothSpeak(1, 0)]).toEqual([true, false, false])
})
