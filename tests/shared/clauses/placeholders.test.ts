import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestorsOf, holdNumbers, labelsOf, parentsOf, placeholdersOf } from '#shared/clauses/index.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { settingsAtWill } from '#tests/support/sequences.ts'
import {
  UN_ENGLISH,
  article,
  chapeau,
  chapter,
  idNamed,
  named,
  numbered,
  par,
  sub,
  text,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

test('[CL36] what is gone and bore a label is shown, by itself or by what it went with; nothing else is', () => {
  fc.assert(
    fc.property(editedSequence, settingsAtWill, ({ base, revised }, settings) => {
      const held = holdNumbers(base, settings, 'A/1')
      const shown = new Map(placeholdersOf(revised, settings, held).map(({ id, label }) => [id, label]))
      const labels = labelsOf(base, settings)
      const present = new Set(revised.map(({ id }) => id))
      const parents = parentsOf(base)
      const goesWithout = base.filter(({ id }) => present.has(id) || labels.get(id)?.text === '')
      expect(goesWithout.filter(({ id }) => shown.has(id))).toEqual([])

      const isShown = (at: number): boolean => shown.has(base[at]?.id ?? idNamed('none'))
      const gone = base.filter(({ id }, index) => {
        const isShownAbove = ancestorsOf(parents, index).some(isShown)
        return !isShownAbove && !present.has(id) && labels.get(id)?.text !== ''
      })
      expect(gone.map(({ id }) => shown.get(id)?.number)).toEqual(gone.map(({ id }) => labels.get(id)?.number))
    }),
  )
})

/** Each label of `revised` with the placeholders below it in brackets. */
const page = (base: readonly Draft[], revised: readonly Draft[]): string => {
  const held = holdNumbers(treaty(...base), UN_ENGLISH, 'A/1')
  const clauses = treaty(...revised)
  const gone = placeholdersOf(clauses, UN_ENGLISH, held)
  const below = (id: string | null): readonly string[] =>
    gone.filter(({ after }) => after === id).map(({ label }) => `[${label.text}]`)
  const labels = labelsOf(clauses, UN_ENGLISH, held)
  return [...below(null), ...clauses.flatMap(({ id }) => [labels.get(id)?.text ?? '', ...below(id)])].join(' ')
}

const p = (name: string, ...below: readonly Draft[]): Draft => named(name, par(name, ...below))
const [a, b, c] = [named('a', article('A', p('a1'))), named('b', article('B', p('b1'))), named('c', article('C'))]

test('[CL36] a deleted article leaves its label, its paragraphs none', () => {
  expect(page([a, b, c], [a, c])).toBe('Article 1  [Article 2] Article 3')
  expect(page([a, b, c], [c])).toBe('[Article 1] [Article 2] Article 3')
  expect(page([a, b, c], [a, named('x', article('X', par('x'))), c])).toBe('Article 1  Article 1 bis  [Article 2] Article 3')
})

test('[CL36] a paragraph that was moved out of a deleted article is there, not deleted', () => {
  expect(page([a, b], [named('a', article('A', p('a1'), p('b1')))])).toBe('Article 1  [Article 2] ')
})

test('[CL36] a deleted paragraph stands behind the list of the one before it, and behind what was put in', () => {
  const s = named('s', sub('s'))
  const before = [named('a', article('A', p('a1', s), p('a2'), p('a3')))]
  expect(page(before, [named('a', article('A', p('a1', s), p('a3')))])).toBe('Article 1 1. (a) [2.] 3.')
  expect(page(before, [named('a', article('A', p('a1', s), p('x', named('y', sub('y'))), p('a3')))])).toBe(
    'Article 1 1. (a) 1 bis. (a) [2.] 3.',
  )
  expect(page(before, [named('a', article('A', p('a2'), p('a3')))])).toBe('Article 1 [1.] 2. 3.')
  expect(page(before, [named('a', article('A', p('a1'), p('a2'), p('a3')))])).toBe('Article 1 1. [(a)] 2. 3.')
})

test('[CL36] a deleted subparagraph stands before a paragraph that was put in', () => {
  const [r, s] = [named('r', sub('r')), named('s', sub('s'))]
  const before = [named('a', article('A', p('a1', r, s), p('a2')))]
  expect(page(before, [named('a', article('A', p('a1', r), p('x'), p('a2')))])).toBe('Article 1 1. (a) [(b)] 1 bis. 2.')
})

test('[CL36] what unlabelled words held is covered by what held them', () => {
  const listed = named('b', article('B', named('w', chapeau('For:', named('r', sub('r'))))))
  expect(page([a, listed], [a])).toBe('Article 1  [Article 2]')
})

test('[CL36] where the one before was moved away, the next one before serves', () => {
  const before = [named('a', article('A', p('a1'), p('a2'), p('a3'))), named('b', article('B', p('b1'), p('b2')))]
  const after = [named('a', article('A', p('a1'))), named('b', article('B', p('b1'), p('a2'), p('b2')))]
  expect(page(before, after)).toBe('Article 1 1. [3.] Article 2 1. 2. 2.')
})

test('[CL36] a deleted chapter whose articles stayed leaves its own label', () => {
  expect(page([named('m', chapter('M', a)), named('n', chapter('N', c))], [named('m', chapter('M', a, c))])).toBe(
    'Chapter I Article 1  [Chapter II] Article 2',
  )
})

test('[CL36] what bore no label leaves nothing', () => {
  const before = [named('a', article('A', named('t', text('t')), named('q', numbered('', par('q')))))]
  expect(page(before, [named('a', article('A'))])).toBe('Article 1')
})
