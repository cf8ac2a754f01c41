import { expect, test } from 'vitest'
import { rewordedIn } from '#shared/compare/reworded.ts'
import { article, countingIds, textOf } from './texts.ts'

const text = textOf(article('Scope', 'It shall apply.', 'It shall bind.'), countingIds(1))
const [heading, first, last] = text.clauses
if (heading === undefined || first === undefined || last === undefined) throw new Error('three clauses')

test('[IC5] tells words from everything else', () => {
  const now = (...clauses: typeof text.clauses) => rewordedIn(text, { ...text, clauses })
  expect(now(heading, { ...first }, last)).toEqual([])
  expect(now(heading, { ...first, text: 'It may apply.' }, { ...last, spans: [{ from: 0, to: 2, mark: 'em' }] })).toEqual([1, 2])
  for (const other of [{ kind: 'chapeau' }, { depth: 1 }, { number: '1 bis' }, { id: heading.id }] as const) expect(now(heading, { ...first, ...other }, last)).toBeNull()
  expect(now(heading, last, first)).toBeNull()
  expect(now(heading, first)).toBeNull()
  expect(rewordedIn(text, { ...text, settings: { ...text.settings, style: 'coe' } })).toBeNull()
  expect(rewordedIn(text, { ...text, title: 'Another', settings: { ...text.settings } })).toEqual([])
})
