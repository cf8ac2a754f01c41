import { expect, test } from 'vitest'
import { Lexicon } from '#shared/compare/lexicon.ts'
import { likenessOf } from '#shared/compare/likeness.ts'

const likenessIn = (base: readonly string[], revised: readonly string[]) => {
  const lexicon = new Lexicon()
  const unitsOf = (texts: readonly string[]) =>
    texts.map((text) => {
      const stems = lexicon.stemsOf(text)
      return { stems, pairs: lexicon.pairsOf(stems) }
    })
  return likenessOf(unitsOf(base), unitsOf(revised))
}

test('the same words in the same order are likest, then the same words, then some of them', () => {
  const likeness = likenessIn(
    ['search and seizure of stored computer data'],
    ['search and seizure of stored computer data', 'computer data stored of seizure and search', 'search of ships', 'extradition'],
  )
  const [same, shuffled, some, none] = [0, 1, 2, 3].map((unit) => likeness.of(0, unit))
  expect(same).toBeCloseTo(1, 9)
  expect(shuffled).toBeLessThan(same ?? 0)
  expect(some).toBeLessThan(shuffled ?? 0)
  expect(none).toBe(0)
  const { base, revised, alike } = likeness.candidates()
  expect(Array.from(alike, (share, i) => [base[i], revised[i], share])).toContainEqual([0, 0, likeness.of(0, 0)])
})

test('whether both units say something is known', () => {
  const likeness = likenessIn(['law', ''], ['law', '–'])
  expect([likeness.bothSpeak(0, 0), likeness.bothSpeak(0, 1), likeness.bothSpeak(1, 0)]).toEqual([true, false, false])
})
