import { expect, test } from 'vitest'
import { groupsOf } from '#client/features/comparison/groups.ts'
import { linesOf } from '#client/features/comparison/lines.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, chapter, par, title, treaty } from '#tests/support/treaty.ts'

const base: ClauseText = {
  title: 'Draft convention',
  settings: { style: 'un', language: 'en', articleWord: null },
  clauses: treaty(
    title('Draft convention'),
    chapter('General provisions', article('Scope', par('This Convention shall apply to offences.'))),
    chapter('Final provisions', article('Signature', par('This Convention shall be open for signature.'), par('It shall be subject to ratification.'))),
  ),
}
const reworded: ClauseText = { ...base, clauses: base.clauses.map((clause) => ({ ...clause, text: clause.text.replace('Draft', 'Revised draft').replace('shall', 'may') })) }

const groups = (revised: ClauseText) => {
  const comparison = compareTexts(base, revised)
  return groupsOf(comparison.changes, linesOf(comparison, { text: base, held: null }, { text: revised, held: null }))
}

test('changes stand under the chapters in which their clauses stand, the title before them', () => {
  expect(groups(reworded).map(({ heading, from, changes }) => [heading, from, changes.length])).toEqual([
    [null, 0, 1],
    ['Chapter I General provisions', 1, 1],
    ['Chapter II Final provisions', 2, 2],
  ])
})

test('texts that are the same have no groups', () => {
  expect(groups(base)).toEqual([])
})
