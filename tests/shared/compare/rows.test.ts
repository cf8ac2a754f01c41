import { expect, test } from 'vitest'
import { compareTexts } from '#shared/compare/index.ts'
import { article, countingIds, textOf } from './texts.ts'

const newId = countingIds(1)
const base = textOf([...article('A', 'The law of the sea applies.', 'Second.'), ...article('B', 'Third.'), ...article('C', 'Fourth.')], newId)
const [a, a1, a2, b, b1, c, c1] = base.clauses
const of = (...clauses: readonly (typeof a)[]) => ({ ...base, clauses: clauses.flatMap((clause) => clause ?? []) })

test('[AL9] a moved and edited clause is one row with its redline, and a ghost; each names the other', () => {
  const reworded = a1 && { ...a1, text: 'The law of the land applies.' }
  const { rows } = compareTexts(base, of(b, b1, c, c1, a, reworded, a2))
  const moved = rows.findIndex(({ relation, ghostOf }) => relation === 'moved' && ghostOf === null)
  const ghost = rows[moved]?.ghost ?? -1
  expect(rows[moved]).toMatchObject({ base: a?.id, revised: a?.id, edited: false, changedWithin: true })
  expect(rows[ghost]).toMatchObject({ base: a?.id, revised: null, relation: 'moved', ghostOf: moved, redline: null })
  expect(rows[moved + 1]).toMatchObject({ relation: 'edited', edited: true, redline: { precision: 'word' } })
  expect(rows.filter(({ relation }) => relation === 'moved')).toHaveLength(2)
})

test('[AL11, AL14] every pair says why, how sure, and from what number to what', () => {
  const { rows } = compareTexts(base, of(b, b1, c, c1))
  expect(rows.find(({ revised }) => revised === b?.id)).toMatchObject({
    relation: 'kept',
    confidence: 1,
    reason: { rule: 'same-id' },
    relabelled: { from: 'Article 2', to: 'Article 1' },
  })
  expect(rows.filter(({ relation }) => relation === 'removed')).toHaveLength(3)
})

test('[RL11] other quotation marks leave a clause kept, its redline shows them', () => {
  const quoted = a1 && { ...a1, text: 'The “law” applies.' }
  const straight = a1 && { ...a1, text: 'The "law" applies.' }
  const [, row] = compareTexts(of(a, quoted), of(a, straight)).rows
  expect(row).toMatchObject({ relation: 'kept', edited: false, redline: { precision: 'word' } })
})

test('[RL9] a row beyond the budget is shown as replaced, and counted', () => {
  const reworded = a1 && { ...a1, text: 'Another rule for another sea is used.' }
  const { rows, caps } = compareTexts(base, of(a, reworded, a2, b, b1, c, c1), { budget: { maxCells: 4 } })
  expect(rows[1]?.redline).toMatchObject({ precision: 'whole-clause', reason: 'budget' })
  expect(caps).toMatchObject({ budget: { maxCells: 4 }, wholeClauseRows: 1 })
})

test('[RL10] changed emphasis alone is reported and leaves the clause kept', () => {
  const emphasised = a1 && { ...a1, spans: [{ from: 4, to: 7, mark: 'em' as const }] }
  const [, row] = compareTexts(base, of(a, emphasised, a2, b, b1, c, c1)).rows
  expect(row).toMatchObject({ relation: 'kept', formattingChanged: true, redline: null })
})
