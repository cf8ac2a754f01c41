import { expect, test } from 'vitest'
import { read, Vocabulary, wordIds } from '#shared/provenance/reading.ts'
import { article, chapter, par, preamble, recital } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

test('[PV2] case and hyphens inside words are nothing, and so is the number of a reference', () => {
  const vocabulary = new Vocabulary()
  const { ids, wordsFrom } = read(instrument('', [par('Co-operation under article 37, within 30 days.'), par('cooperation UNDER Article 4 within 60 days')]), vocabulary)
  const [one, other] = [ids.subarray(wordsFrom[0], wordsFrom[1]), ids.subarray(wordsFrom[1], wordsFrom[2])]
  expect(one.slice(0, 5)).toEqual(other.slice(0, 5))
  expect(one[5], 'a number of days is no reference').not.toBe(other[5])
  expect(one[6]).toBe(other[6])
  expect(wordIds('Co-operation, days!', vocabulary)).toEqual([one[0], one[6]])
})

test('words are found at their places, and clauses belong to their article', () => {
  const { starts, ends, clauses, home } = read(instrument('', [preamble('', recital('Noting,')), chapter('General', article('Scope', par('It  applies.')))]), new Vocabulary())
  const texts = clauses.map(({ text }) => text)
  expect(texts).toEqual(['', 'Noting,', 'General', 'Scope', 'It  applies.'])
  expect([starts.at(-1), ends.at(-1)]).toEqual([4, 11])
  expect([...home]).toEqual([0, 0, 2, 3, 3])
})
