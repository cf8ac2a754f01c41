import { expect, test } from 'vitest'
import { linesOfPast } from '#client/features/history/past-lines.ts'
import type { PastView } from '#shared/api/index.ts'
import { article, idNamed, par, treaty } from '#tests/support/treaty.ts'

const clauses = treaty(article('Scope', par('one'), par('two')))
const gone = (id: string, text: string) => ({ id: idNamed(id), kind: 'paragraph' as const, depth: 1, number: null, text, spans: [] })
const past: PastView = {
  point: { seq: 3, at: '2026-03-02T10:00:00.000Z', hands: [], rests: false },
  text: { title: 'Draft', settings: { style: 'un', language: 'en', articleWord: null }, clauses: clauses.map((clause) => ({ ...clause, spans: [] })) },
  held: null,
  changed: [
    { id: idNamed('2'), what: 'edited', runs: [{ kind: 'insert', text: 'one' }] },
    { id: idNamed('3'), what: 'moved', runs: [{ kind: 'keep', text: 'two' }] },
  ],
  gone: [
    { after: null, clause: gone('98', 'before all') },
    { after: idNamed('2'), clause: gone('99', 'between') },
  ],
}

test('what a moment took away stands struck where it stood; what stands bears its number', () => {
  expect(linesOfPast(past).map(({ clause, label, what }) => [label, clause.text, what])).toEqual([
    ['', 'before all', 'removed'],
    ['Article 1', 'Scope', null],
    ['1.', 'one', 'edited'],
    ['', 'between', 'removed'],
    ['2.', 'two', 'moved'],
  ])
})

test('only a change of words is shown as a redline', () => {
  expect(linesOfPast(past).map(({ runs }) => runs?.[0]?.kind ?? null)).toEqual(['strike', null, 'insert', 'strike', null])
})
