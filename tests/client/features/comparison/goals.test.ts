import { expect, test } from 'vitest'
import { goalsOf, matchingGoals } from '#client/features/comparison/goals.ts'
import { linesOf } from '#client/features/comparison/lines.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { article, par, title, treaty } from '#tests/support/treaty.ts'

const settings = { style: 'un', language: 'en', articleWord: null } as const
const text = (...headings: string[]) => ({
  title: 'Draft',
  settings,
  clauses: treaty(title('Draft'), ...headings.map((heading) => article(heading, par(`What is said of ${heading} alone shall be read with article 2.`), par(`Nothing else of ${heading}.`)))),
})
const [base, revised] = [text('Scope', 'Illegal access'), text('Scope', 'Purpose', 'Illegal access')]
const goals = goalsOf(linesOf(compareTexts(base, revised), { text: base, held: null }, { text: revised, held: null }))
const found = (search: string) => matchingGoals(goals, search, 3).map(({ words }) => words)

test('a clause is found by its number on either side, the shortest citation first', () => {
  expect(found('article 3')[0]).toMatch(/Article 3/)
  expect(found('2').length).toBeGreaterThan(0)
  expect(found('article 3 2').every((words) => /3/.test(words) && /2/.test(words))).toBe(true)
})

test('a clause is found by the beginning of a word of its heading, in any case', () => {
  expect(found('ILLEG')[0]).toContain('Illegal access')
  expect(found('legal')).toEqual([])
})

test('each clause is offered once, and no search offers the first of all', () => {
  expect(goals.length).toBe(new Set(goals.map(({ row }) => row)).size)
  expect(matchingGoals(goals, ' ', 2)).toEqual(goals.slice(0, 2))
})
