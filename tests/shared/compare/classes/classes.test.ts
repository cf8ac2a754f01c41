import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, hunksIn, redline } from '#shared/compare/index.ts'
import { article, countingIds, textOf, wildTextArb } from '../texts.ts'

const base = textOf([...article('Waiting', 'Each vessel shall wait in the harbour for thirty days.', 'The master shall report the cargo of the vessel to the port authority.')], countingIds(1))
const revised = textOf([...article('Waiting', 'Each vessel may wait in the harbour for thirty days.', 'The master shall report the cargo of the vessel to the port authority, unless exempt.', 'The levy is paid in gold.')], countingIds(2))

test('[CC1] every change of every row has a class, and the row the gravest', () => {
  const { rows, classes, changes } = compareTexts(base, revised)
  for (const [i, row] of rows.entries()) {
    const found = classes.rows[i]
    expect(found === null).toBe(row.redline === null && row.base !== null && row.revised !== null && row.relabelled === null)
    expect(found?.hunks.length ?? 0).toBe(hunksIn(row.redline?.runs ?? []).length)
  }
  expect(classes.rows.map((found) => found?.class ?? '')).toEqual(['', 'substance', 'substance', 'substance'])
  expect(changes.map((change) => change.class)).toEqual(['substance', 'substance', 'substance'])
  expect(classes.figures.substance).toEqual({ clauses: 3, changes: 3 })
})

test('[CC2] a text against itself has no class', () => {
  fc.assert(
    fc.property(wildTextArb(1), (text) => {
      expect(compareTexts(text, text).classes.rows.every((found) => found === null)).toBe(true)
    }),
    { seed: 1969, numRuns: 30 },
  )
})

test('[CC2] swapping the sides keeps every class', () => {
  const there = compareTexts(base, revised)
  const back = compareTexts(revised, base)
  const of = ({ rows, classes }: typeof there, side: 'base' | 'revised', other: 'base' | 'revised') => rows.map((row, i) => [row[side], row[other], classes.rows[i]?.class, classes.rows[i]?.weight].join(' ')).toSorted()
  expect(of(back, 'revised', 'base')).toEqual(of(there, 'base', 'revised'))
})

test('[CC1] changes are read off a redline one by one', () => {
  const { runs } = redline('The vessel shall wait here today.', 'The boat shall wait there.')
  const hunks = hunksIn(runs)
  expect(hunks.map(({ base: was, revised: is }) => [was.before + was.words + was.after, is.before + is.words + is.after])).toEqual(hunks.map(() => ['The vessel shall wait here today.', 'The boat shall wait there.']))
})
