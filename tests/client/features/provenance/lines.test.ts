import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedIn, isShown, linesOf, marked, type Line } from '#client/features/provenance/lines.ts'
import { provenanceOf, type Instrument } from '#shared/provenance/index.ts'
import { article, par, treaty, UN_ENGLISH, type Draft } from '#tests/support/treaty.ts'

const instrument = (...drafts: readonly Draft[]): Instrument => ({ held: null, text: { title: '', settings: UN_ENGLISH, clauses: treaty(...drafts) } })

const PASSAGE = 'Goods that were seized are kept by the court until judgment is given under article 9 of this Convention'
const source = instrument(article('Goods', par('First.'), par(`${PASSAGE}.`)))
const text = instrument(article('Seizure', par(`${PASSAGE}, and sold.`), par('Nothing else.')))
const lines: readonly Line[] = linesOf({ instrument: text, provenance: provenanceOf(text, [source]) }, [citedIn(source)])

test('each clause has its citation and its closest passage', () => {
  expect(lines.map(({ citation, main }) => [citation, main?.citation ?? null])).toEqual([['Article 1', null], ['Article 1(1)', 'Article 1(2)'], ['Article 1(2)', null]])
})

test('clauses are shown by what was found of them, and by source', () => {
  const shown = (kind: Parameters<typeof isShown>[1], of: number | null): string[] => lines.filter((line) => isShown(line, kind, of)).map(({ citation }) => citation)
  expect(shown('taken', null)).toEqual(['Article 1(1)'])
  expect(shown('taken', 1)).toEqual([])
  expect(shown('fresh', null)).toEqual(['Article 1', 'Article 1(2)'])
  expect(shown('hints', null)).toEqual(['Article 1(1)'])
  expect(shown('hints', 1)).toEqual([])
  expect(shown('all', null)).toHaveLength(3)
})

test('marked pieces read as the text, and each mark covers its words', () => {
  const cuts = fc.tuple(fc.string(), fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 6 }))
  fc.assert(
    fc.property(cuts, ([words, places]) => {
      const borders = places.map((place) => Math.min(place, words.length)).toSorted((one, other) => one - other)
      const marks = borders.flatMap((from, i) => (i % 2 === 0 && (borders[i + 1] ?? 0) > from ? [{ from, to: borders[i + 1] ?? 0 }] : []))
      const pieces = marked(words, marks)
      expect(pieces.map((piece) => piece.words).join('')).toBe(words)
      expect(pieces.flatMap(({ words: own, mark }) => (mark === null ? [] : [own]))).toEqual(marks.map(({ from, to }) => words.slice(from, to)))
    }),
    { seed: 1969 },
  )
})
