import { expect, test } from 'vitest'
import { foldedLines, isChange, linesOf } from '#client/features/comparison/lines.ts'
import { CHANGE_CLASSES, compareTexts } from '#shared/compare/index.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const textOf = (clauses: ClauseText['clauses']): ClauseText => ({
  title: 'Draft convention',
  settings: { style: 'un', language: 'en', articleWord: null },
  clauses,
})
const base = textOf(treaty(article('Scope', par('This Convention shall apply to offences.'), par('It shall not apply to acts of armed forces.')), article('Terms', par('For the purposes of this Convention, data means facts.'))))
const revised: ClauseText = {
  ...base,
  clauses: base.clauses.map((clause) => (clause.text.startsWith('It shall') ? { ...clause, text: 'It shall not apply to acts of a member of armed forces.' } : clause)),
}
const side = (text: ClauseText) => ({ text, held: null })
const lines = linesOf(compareTexts(base, revised), side(base), side(revised))

test('each line bears the labels of its own sides', () => {
  expect(lines.map(({ shown }) => shown.label)).toEqual(['Article 1', '1.', '2.', 'Article 2', ''])
})

test('one edited paragraph is one change', () => {
  expect(lines.filter(isChange).map(({ index }) => index)).toEqual([2])
})

test('folding leaves the change and the heading above it, and tells what is left out', () => {
  const { shown, rest } = foldedLines(lines, { unchanged: true, shown: new Set(CHANGE_CLASSES) })
  expect(shown.map(({ line }) => line.shown.label)).toEqual(['Article 1', '2.'])
  expect(shown.map(({ folded }) => folded.map(({ index }) => index))).toEqual([[], [1]])
  expect(rest.map(({ index }) => index)).toEqual([3, 4])
})

test('folding a class leaves out its changes alone, and loses no line', () => {
  const { shown, rest } = foldedLines(lines, { unchanged: false, shown: new Set(['numbering']) })
  expect([...shown.flatMap(({ line, folded }) => [...folded, line]), ...rest].map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
  expect(shown.flatMap(({ folded }) => folded.map(({ index }) => index))).toEqual([2])
})
