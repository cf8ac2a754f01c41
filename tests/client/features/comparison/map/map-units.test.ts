import { expect, test } from 'vitest'
import { linesOf } from '#client/features/comparison/lines.ts'
import { flowsOf, isLoud, namedMapOf, shareOf, wordsOf } from '#client/features/comparison/map/map-units.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { CHANGE_CLASSES, compareTexts } from '#shared/compare/index.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

const settings = { style: 'un', language: 'en', articleWord: null } as const
const base: ClauseText = {
  title: 'Draft convention',
  settings,
  clauses: treaty(article('Scope', par('This Convention shall apply to offences at sea.')), article('Terms', par('For the purposes of this Convention, data means facts.'))),
}
const revised: ClauseText = { ...base, clauses: base.clauses.map((clause) => ({ ...clause, text: clause.text.replace('shall apply', 'may apply') })) }
const comparison = compareTexts(base, revised)
const side = (text: ClauseText) => ({ text, held: null })
const map = namedMapOf({ pinned: { base: side(base), revised: side(revised) }, comparison, lines: linesOf(comparison, side(base), side(revised)) }, 'Opening words')

test('units bear their labels and headings, and the classes of what differs in them', () => {
  expect(map.base.map(wordsOf)).toEqual(['Article 1 · Scope', 'Article 2 · Terms'])
  expect(map.revised.map(({ classes }) => [...classes])).toEqual([['substance'], []])
})

test('what is folded in the wording stands back in the map', () => {
  const loud = (unchanged: boolean, shown: readonly (typeof CHANGE_CLASSES)[number][]) => map.base.map((unit) => isLoud(unit, { unchanged, shown: new Set(shown) }))
  expect(loud(false, CHANGE_CLASSES)).toEqual([true, true])
  expect(loud(true, CHANGE_CLASSES)).toEqual([true, false])
  expect(loud(false, ['editorial'])).toEqual([false, true])
})

test('an article tells where its words are, and their share', () => {
  const [first] = map.base
  const [flow] = flowsOf(map, 'base', 0)
  expect(flow).toMatchObject({ revised: 0, kind: 'in-place', words: 7 })
  expect(first && flow && shareOf(flow, first)).toBeCloseTo(7 / 8)
})
