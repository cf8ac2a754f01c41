import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_SEED_PLACES, SEED_WORDS } from '#shared/provenance/constants.ts'
import { openLibrary } from '#shared/provenance/library.ts'
import { Vocabulary, wordIds } from '#shared/provenance/reading.ts'
import { runsWith } from '#shared/provenance/runs.ts'
import { par } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const wording = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 }).map((words) => words.join(' '))

test('[PV3] the runs are all longest common stretches of three words or more', () => {
  fc.assert(
    fc.property(fc.array(wording, { maxLength: 4 }), wording, (clauses, text) => {
      const vocabulary = new Vocabulary()
      const library = openLibrary([instrument('', clauses.map((clause) => par(clause)))], vocabulary)
      const ids = Int32Array.from(wordIds(text, vocabulary))
      const found = [...runsWith(library, ids)].flatMap(([clause, runs]) => runs.map(({ at, length, place }) => `${clause}: ${at} ${length} ${place}`))
      const expected: string[] = []
      for (let clause = 0; clause < clauses.length; clause++) {
        const [start, end] = [library.clauseStarts[clause] ?? 0, library.clauseEnds[clause] ?? 0]
        for (let at = 0; at < ids.length; at++)
          for (let place = start; place < end; place++) {
            if (at > 0 && place > start && ids[at - 1] === library.ids[place - 1]) continue
            let length = 0
            while (at + length < ids.length && place + length < end && ids[at + length] === library.ids[place + length]) length++
            if (length >= SEED_WORDS) expected.push(`${clause}: ${at} ${length} ${place}`)
          }
      }
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { seed: 1969 },
  )
})

test('[PV3, PV17] three words that stand at too many places begin no run', () => {
  const vocabulary = new Vocabulary()
  const library = openLibrary([instrument('', Array.from({ length: MAX_SEED_PLACES + 1 }, () => par('the States Parties shall')))], vocabulary)
  expect(runsWith(library, Int32Array.from(wordIds('the States Parties shall', vocabulary))).size).toBe(0)
})
