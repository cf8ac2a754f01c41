import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadOf, sameStand, shownRows, stepFrom, type Column, type ShownRow } from '#client/features/comparison/matrix/matrix-rows.ts'
import { pairsOf } from '#client/features/comparison/matrix/use-matrix.ts'
import { CHANGE_CLASSES, compareTexts, matrixOf, pairRowsOf } from '#shared/compare/index.ts'
import { article, chapter, par, treaty } from '#tests/support/treaty.ts'

const settings = { style: 'un', language: 'en', articleWord: null } as const
const text = (...below: ReturnType<typeof article>[]) => ({ title: 'Draft', settings, clauses: treaty(...below) })
const SCOPE = 'This Convention shall apply to the offences that it establishes.'
const FINAL = 'It enters into force on the thirtieth day after the fifth deposit.'
const base = text(chapter('General', article('Scope', par(SCOPE))), chapter('Final', article('Force', par(FINAL))))
const revised = { ...base, clauses: base.clauses.map((clause) => (clause.text === FINAL ? { ...clause, text: FINAL.replace('thirtieth', 'ninetieth') } : clause)) }
const texts = [base, revised]
const pair = pairRowsOf(compareTexts(base, revised))
const matrix = (from: number) => matrixOf(texts.map(({ clauses }) => clauses), from, () => pair)
const columns: readonly Column[] = texts.map(({ clauses }) => clauses.map((clause) => ({ clause, label: '', citation: '' })))
const rowsFor = (from: number, unchanged: boolean, shown: readonly (typeof CHANGE_CLASSES)[number][] = CHANGE_CLASSES) =>
  shownRows(matrix(from), { unchanged, shown: new Set(shown) }, (row) => leadOf(row, columns, from))
const words = (rows: readonly ShownRow[]) => rows.map(({ row, folded }) => [folded, leadOf(row, columns, 0)?.clause.text])

test('all rows are shown until something is left out; then what differs and the headings above it, and how many rows are not', () => {
  expect(rowsFor(0, false).every(({ folded }) => folded === 0)).toBe(true)
  expect(words(rowsFor(0, true))).toEqual([[3, 'Final'], [0, 'Force'], [0, FINAL]])
  expect(rowsFor(0, true, ['formatting'])).toEqual([])
})

test('keys never lead out of the grid, and J goes to the next row that differs', () => {
  const rows = rowsFor(0, false)
  const keyArb = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'j', 'k')
  fc.assert(
    fc.property(fc.array(fc.record({ key: keyArb, ctrlKey: fc.boolean() })), (keys) => {
      let stand = { row: 0, column: 1 }
      for (const key of keys) stand = stepFrom(stand, key, { order: [1, 0], rows }) ?? stand
      expect(rows[stand.row]).toBeDefined()
      expect([0, 1]).toContain(stand.column)
    }),
  )
  expect(stepFrom({ row: 0, column: 0 }, { key: 'j', ctrlKey: false }, { order: [0, 1], rows })).toEqual({ row: 5, column: 0 })
  expect(stepFrom({ row: 0, column: 1 }, { key: 'Home', ctrlKey: true }, { order: [1, 0], rows })).toEqual({ row: 0, column: 1 })
  expect(stepFrom({ row: 0, column: 0 }, { key: 'x', ctrlKey: false }, { order: [0, 1], rows })).toBeNull()
})

test('with another base, or with rows left out, one stands at the same clause, or at the nearest before it', () => {
  const [all, other, few] = [rowsFor(0, false), rowsFor(1, false), rowsFor(0, true)]
  for (const row of all.keys()) expect(sameStand({ row, column: 1 }, all, other)).toEqual({ row, column: 1 })
  expect(sameStand({ row: 5, column: 0 }, all, few)).toEqual({ row: 2, column: 0 })
  expect(sameStand({ row: 1, column: 0 }, all, few)).toEqual({ row: 0, column: 0 })
})

test('every pair of texts is compared once, those with the base before the others', () => {
  const pairs = pairsOf(4, 2)
  expect(pairs.length).toBe(6)
  expect(new Set(pairs.map(String)).size).toBe(6)
  expect(pairs.every(([one, other]) => one < other)).toBe(true)
  expect(pairs.slice(0, 3).every((pair) => pair.includes(2))).toBe(true)
})
