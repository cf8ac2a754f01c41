import { expect, test } from 'vitest'
import { CLAUSE_KINDS, isDivision } from '#shared/clauses/index.ts'
import { SERIES, dropsSoleNumber, placesOf, seriesOf } from '#shared/clauses/series.ts'
import { annex, appendix, article, chapter, footnote, par, part, section, subsection, title, treaty } from '#tests/support/treaty.ts'

test('[CL10] which kinds are counted, and with which', () => {
  const uncounted = CLAUSE_KINDS.filter((kind) => seriesOf(kind, 0) === null)
  expect(uncounted).toEqual(['title', 'preamble', 'testimonium', 'heading', 'recital', 'enacting', 'chapeau', 'closing', 'text'])
  expect([0, 1, 2, 3, 4, 5, 6, -1].map((depth) => seriesOf('definition', depth))).toEqual(['paragraph', 'subparagraph', 'item', 'subitem', 'point', 'subpoint', 'subpoint', 'paragraph'])
  expect([0, 2, 3].map((depth) => seriesOf('item', depth))).toEqual(['item', 'item', 'subitem'])
  expect(seriesOf('subparagraph', 4)).toBe('subparagraph')
  expect(CLAUSE_KINDS.filter(isDivision).every((kind) => seriesOf(kind, 0) === seriesOf(kind, 3))).toBe(true)
})

test('[CL11] where each series begins again', () => {
  const clauses = treaty(
    title('T', part('P', chapter('C', section('S', subsection('U', article('A', par('1', footnote('f'))))))), annex('X', article('B'))),
  )
  const scopes = placesOf(clauses).map(({ scope }) => (scope === -1 ? 'text' : clauses[scope]?.text))
  expect(clauses.map(({ text }, index) => `${text} in ${scopes[index]}`)).toEqual([
    'T in text',
    'P in text',
    'C in P',
    'S in C',
    'U in S',
    'A in text',
    '1 in A',
    'f in text',
    'X in text',
    'B in X',
  ])
})

test('[CL11] where the division between is missing, the next one above counts', () => {
  const clauses = treaty(chapter('C', subsection('U')), appendix('X', article('A'), subsection('V')), part('P', section('S')))
  const scopes = placesOf(clauses).map(({ scope }) => clauses[scope]?.text ?? 'text')
  expect(scopes).toEqual(['text', 'C', 'text', 'X', 'X', 'text', 'P'])
})

test('[CL12] which series drop the number of an only member', () => {
  expect(SERIES.filter(dropsSoleNumber)).toEqual(['annex', 'appendix', 'paragraph'])
})
