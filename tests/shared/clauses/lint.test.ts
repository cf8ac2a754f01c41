import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LINT_RULES, holdNumbers, lint, type Clause, type LintRule } from '#shared/clauses/index.ts'
import { anySequence, settingsAtWill } from '#tests/support/sequences.ts'
import {
  UN_ENGLISH,
  annex,
  article,
  chapeau,
  chapter,
  closing,
  definition,
  enacting,
  heading,
  item,
  numbered,
  par,
  preamble,
  recital,
  sub,
  testimonium,
  title,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

/** The breaches of one rule, as the words of the clauses that commit them. */
const breaches = (rule: LintRule, clauses: readonly Clause[]): readonly string[] =>
  lint(clauses, UN_ENGLISH)
    .filter((finding) => finding.rule === rule)
    .map(({ id }) => clauses.find((clause) => clause.id === id)?.text ?? '?')
const found = (rule: LintRule, ...drafts: readonly Draft[]): readonly string[] => breaches(rule, treaty(...drafts))

test('[CL40] [CL48] lint answers for any sequence, in reading order, with rule and sentence', () => {
  fc.assert(
    fc.property(anySequence, settingsAtWill, (clauses, settings) => {
      const order = new Map(clauses.map(({ id }, index) => [id, index]))
      const findings = lint(clauses, settings)
      const places = findings.map(({ id }) => order.get(id) ?? -1)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      for (const { rule, sentence } of findings) {
        expect(LINT_RULES).toContain(rule)
        expect(sentence).toMatch(/^\S.+[^.]\.$/u)
      }
    }),
  )
})

test('[CL40] a well drafted treaty is not found fault with', () => {
  const clauses = treaty(
    title('Convention'),
    preamble('Preamble', recital('Recalling'), enacting('Have agreed')),
    chapter(
      'General',
      heading('Terms'),
      article('Terms', chapeau('For:', definition('“Ship” means'), definition('“Port” means'))),
      article('Scope', par('One:', sub('a', item('i'), item('ii')), sub('b')), par('Two.')),
      article('List', par('All of:', sub('a'), sub('b')), closing('apply.')),
    ),
    testimonium('', par('IN WITNESS')),
    annex('Form', sub('a'), sub('b')),
  )
  expect(lint(clauses, UN_ENGLISH)).toEqual([])
})

test('[CL40] a heading is missing where others have one', () => {
  expect(lint(treaty(article('A', par('x')), article('', par('y'))), UN_ENGLISH)).toEqual([
    {
      id: 'c_0000000003',
      rule: 'empty-heading',
      sentence: 'Article 2 has no heading although others have one: write it.',
    },
  ])
  expect(found('empty-heading', article('', par('x')), article(' ', par('y')))).toEqual([])
  expect(found('empty-heading', title('', article('A', par('x'))))).toEqual([''])
})

test('[CL41] a provision without words', () => {
  expect(found('empty-wording', article('A', par(' '), par('x')))).toEqual([' '])
  expect(found('empty-wording', article('A', par('', sub('a'), sub('b'))))).toEqual([])
})

test('[CL42] a division with nothing below it', () => {
  expect(found('empty-division', chapter('C'), chapter('D', heading('H'), article('A')))).toEqual(['C', 'A'])
})

test('[CL43] a list that nothing introduces', () => {
  expect(found('no-introduction', article('A', sub('a'), sub('b')), annex('X', sub('c'), sub('d')))).toEqual(['a', 'b'])
  expect(found('no-introduction', article('A', chapeau('x', sub('a'), sub('b'))))).toEqual([])
})

test('[CL44] kind and depth disagree', () => {
  expect(found('kind-and-depth', article('A', par('x', par('deep'), sub('a', item('i'))), item('high')))).toEqual(['deep', 'high'])
})

test('[CL45] indented by more than a step', () => {
  const clauses = treaty(article('A', par('x'), par('y'))).map((clause) =>
    clause.text === 'y' ? { ...clause, depth: 2 } : clause,
  )
  expect(breaches('depth-jump', clauses)).toEqual(['y'])
  expect(breaches('depth-jump', treaty(article('A', par('x', sub('y')))))).toEqual([])
})

test('[CL46] a number twice in one run', () => {
  expect(found('duplicate-number', article('A', par('x'), numbered('1', par('y'))), article('B', par('z'), par('q')))).toEqual(['x', 'y'])
  expect(found('duplicate-number', article('A'), numbered('1', article('B')), annex('X', article('C')))).toEqual(['A', 'B'])
})

test('[CL46] under a hold, a paragraph moved to where its number is borne already', () => {
  const base = treaty(article('A', par('a'), par('b')), article('B', par('c'), par('d')))
  const held = holdNumbers(base, UN_ENGLISH, 'A/1')
  const moved = base.filter(({ text }) => text !== 'b')
  const b = base.filter(({ text }) => text === 'b')
  const findings = lint([...moved, ...b], UN_ENGLISH, held).filter(({ rule }) => rule === 'duplicate-number')
  expect(findings.map(({ sentence }) => sentence.split(' has ')[0])).toEqual(['Article 2(2)', 'Article 2(2)'])
})

test('[CL47] a list of one, a chapeau without a list', () => {
  expect(found('single-member', article('A', par('x', sub('a')), par('y', sub('b'), sub('c'))), article('B', chapeau('For:')))).toEqual(['a', 'For:'])
})

test('[CL48] out of place', () => {
  expect(found('out-of-place', article('A', recital('R')), title('T', preamble('P')))).toEqual(['R', 'T'])
  expect(found('out-of-place', testimonium('W'), article('A'), annex('X', article('B')))).toEqual(['W'])
  expect(found('out-of-place', preamble('P', recital('R')), annex('X', recital('S')))).toEqual([])
})
