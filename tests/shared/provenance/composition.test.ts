import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentsOf, provenanceOf } from '#shared/provenance/index.ts'
import { chaptersOf, compositionOf } from '#shared/provenance/composition.ts'
import { article, chapter, idNamed, named, par, part, preamble, recital, title, treaty } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const sentence = fc.array(fc.constantFrom('goods', 'seized', 'court', 'judgment', 'keeps', 'until', 'the', 'of', 'sold', 'claim'), { maxLength: 30 }).map((words) => words.join(' '))
const textAtWill = fc.array(sentence, { maxLength: 6 }).map((wordings) => instrument('Text', [preamble('', recital('Noting')), chapter('One', article('Goods', ...wordings.map((wording) => par(wording))))]))

test('[PV1, PV10] the words of each source and the new ones sum to the whole, everywhere, and none is given twice', () => {
  fc.assert(
    fc.property(textAtWill, fc.array(textAtWill, { maxLength: 3 }), (text, library) => {
      const provenance = provenanceOf(text, library)
      expect(provenanceOf(text, library)).toEqual(provenance)
      expect(JSON.parse(JSON.stringify(provenance))).toEqual(provenance)
      for (const { words, taken, fresh } of [provenance.whole, ...provenance.chapters]) {
        expect(taken.reduce((sum, one) => sum + one, fresh)).toBe(words)
        expect(fresh).toBeGreaterThanOrEqual(0)
        expect(taken).toHaveLength(library.length)
      }
      expect(provenance.chapters.reduce((sum, { words }) => sum + words, 0)).toBe(provenance.whole.words)
      const folded = (wording: string | undefined): string => (wording ?? '').toLowerCase()
      for (const [i, { taken }] of provenance.clauses.entries()) {
        for (const [k, { source, sourceClause, from, to, sourceFrom, sourceTo }] of taken.entries()) {
          const theirs = library[source]?.text.clauses.find(({ id }) => id === sourceClause)
          expect(folded(text.text.clauses[i]?.text.slice(from, to))).toBe(folded(theirs?.text.slice(sourceFrom, sourceTo)))
          expect(from).toBeGreaterThanOrEqual(taken[k - 1]?.to ?? 0)
        }
      }
    }),
    { seed: 1969 },
  )
})

test('[PV10] percents are whole and sum to 100', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 7 }), (counts) => {
      const percents = percentsOf(counts)
      const total = counts.reduce((sum, one) => sum + one, 0)
      expect(percents.reduce((sum, one) => sum + one, 0)).toBe(total === 0 ? 0 : 100)
      for (const [i, percent] of percents.entries()) expect(Math.abs(percent - (100 * (counts[i] ?? 0)) / Math.max(1, total))).toBeLessThan(1)
    }),
    { seed: 1969 },
  )
  expect(percentsOf([1, 1, 1])).toEqual([34, 33, 33])
})

test('[PV10] chapters, preamble and what stands outside are counted apart', () => {
  const clauses = treaty(title('A convention'), named('pre', preamble('', recital('Noting'))), part('Part one', named('ch', chapter('General', article('Scope', par('It applies.'))))))
  const counted = clauses.map(() => ({ words: 1, taken: [] }))
  expect(chaptersOf(clauses, counted, 0)).toEqual([
    { clause: null, words: 1, taken: [], fresh: 1 },
    { clause: idNamed('pre'), words: 2, taken: [], fresh: 2 },
    { clause: idNamed('ch'), words: 3, taken: [], fresh: 3 },
  ])
  expect(compositionOf(counted, 2)).toEqual({ words: 7, taken: [0, 0], fresh: 7 })
})
