import { expect, test } from 'vitest'
import { candidatesAmong, isTelling, type Candidate } from '#shared/provenance/candidates.ts'
import { MAX_CANDIDATES } from '#shared/provenance/constants.ts'
import { openLibrary } from '#shared/provenance/library.ts'
import { Vocabulary, wordIds } from '#shared/provenance/reading.ts'
import { runsWith } from '#shared/provenance/runs.ts'
import { par } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

function found(sources: readonly string[], text: string): Readonly<{ candidates: readonly Candidate[]; isCapped: boolean }> {
  const vocabulary = new Vocabulary()
  const library = openLibrary([instrument('', sources.map((source) => par(source)))], vocabulary)
  const ids = Int32Array.from(wordIds(text, vocabulary))
  return candidatesAmong(library, runsWith(library, ids), ids.length)
}

test('[PV5] seven words in a row show a source, six do not', () => {
  const source = 'a request is refused where the request concerns a political offence'
  expect(found([source], 'every request is refused where the request concerns money').candidates).toMatchObject([{ clause: 0, words: 7, longest: 7 }])
  expect(found([source], 'nothing is refused where the request concerns money or gold or silver').candidates).toEqual([])
})

test('[PV6] short runs that together are most of the clause show a source when they follow one another', () => {
  const source = 'each Party keeps a register of seized goods and reports its contents once a year'
  const reworded = 'each Party keeps one register of seized goods then reports its contents twice a year'
  expect(found([source], reworded).candidates).toMatchObject([{ clause: 0, words: 10, longest: 4 }])
  expect(found([source], 'reports its contents twice register of seized goods then each Party keeps one').candidates).toEqual([])
  const filler = Array.from({ length: 60 }, (_, i) => `word${'abcdefghij'.charAt(i % 10)}${'abcdef'.charAt(Math.floor(i / 10))}`).join(' ')
  expect(found([`each Party keeps ${filler} register of seized goods ${filler} reports its contents`], reworded).candidates, 'far apart').toEqual([])
})

test('[PV17] the likeliest come first, and no more than the most', () => {
  const passage = 'goods that were seized are kept until a court decides what becomes of them'
  const { candidates, isCapped } = found([...Array.from({ length: MAX_CANDIDATES }, () => passage), `${passage} in the end`], `${passage} in the end`)
  expect(candidates[0]).toMatchObject({ clause: MAX_CANDIDATES, words: 17 })
  expect(candidates).toHaveLength(MAX_CANDIDATES)
  expect(isCapped).toBe(true)
})

test('[PV4] words of a formula do not tell', () => {
  const library = openLibrary([instrument('', [par('one two three four five six seven')])], new Vocabulary())
  expect(isTelling(library, 0, 7)).toBe(true)
  expect(isTelling({ ...library, ownBefore: library.ownBefore.map((count) => Math.min(count, 4)) }, 0, 7)).toBe(false)
})
