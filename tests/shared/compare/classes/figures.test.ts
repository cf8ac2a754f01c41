import { expect, test } from 'vitest'
import { figuresOf } from '#shared/compare/classes/figures.ts'
import { excused, substance } from '#shared/compare/classes/types.ts'

test('[CC12] a clause counts by its gravest change, a change by its own class', () => {
  const words = { struck: 'a', inserted: 'b' }
  const figures = figuresOf([null, { class: 'substance', weight: 50, whole: null, label: excused('label', words), emphasis: null, hunks: [substance([], words), excused('spaces', words)] }])
  expect(figures).toEqual({ substance: { clauses: 1, changes: 1 }, editorial: { clauses: 0, changes: 0 }, numbering: { clauses: 0, changes: 1 }, formatting: { clauses: 0, changes: 1 } })
})
