import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClauses } from '#shared/exports/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { comparedOf } from './sample.ts'

const read = (raw: unknown, side: 'base' | 'revised' = 'base') => readClauses(raw, { name: 'draft.json', side })

function refusalOf(raw: unknown): string {
  try {
    read(raw)
    return ''
  } catch (error) {
    if (error instanceof Refused) return `${error.id}: ${error.detail ?? ''}`
    throw error
  }
}

test.each([
  [[], 'needs {"clauses"'],
  [{ clauses: [] }, 'holds no clauses'],
  [{ clauses: [{ text: 'Words.' }] }, 'clauses.0.id'],
  [{ clauses: [{ id: 'a', text: 1 }] }, 'clauses.0.text'],
  [{ clauses: [{ id: 'a', text: '' }, { id: 'a', text: '' }] }, 'stands twice'],
  [{ clauses: [{ id: 'a', text: '', parent: 'b' }] }, '“b” that is not there'],
  [{ clauses: [{ id: 'a', text: '', parent: 'b' }, { id: 'b', text: '' }] }, 'must stand before it'],
])('[EX2] %j is refused with what is wrong and where', (raw, words) => {
  expect(refusalOf(raw)).toMatch(/^unreadable-file: “draft\.json”/v)
  expect(refusalOf(raw)).toContain(words)
})

test('[EX2] whatever JSON is given is read or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      expect(refusalOf(raw)).toMatch(/^(?:unreadable-file: .+)?$/v)
    }),
  )
})

test('[EX2] kinds and depths follow from labels and places where they are not said', () => {
  const { side, text } = read({
    language: 'fr',
    clauses: [
      { id: 'p', kind: 'Chapter', label: 'Chapitre II', text: 'Dispositions' },
      { id: 'a', label: 'Article 4 bis', parent: 'p', text: 'Champ' },
      { id: '1', label: '1.', parent: 'a', text: 'Les Parties :' },
      { id: 'x', label: '(a)', parent: '1', text: 'adoptent' },
      { id: 'y', parent: 'x', text: 'des mesures' },
    ],
  })
  expect(side.language).toBe('fr')
  expect(text.clauses.map(({ kind, depth, number }) => [kind, depth, number])).toEqual([
    ['chapter', 0, 'II'],
    ['article', 0, '4 bis'],
    ['paragraph', 0, '1'],
    ['paragraph', 1, 'a'],
    ['paragraph', 2, null],
  ])
  expect(side.clauses.map(({ id, parent, label }) => [id, parent, label]).slice(0, 4)).toEqual([['p', null, 'Chapitre II'], ['a', 'p', 'Article 4 bis'], ['1', 'a', '1.'], ['x', '1', '(a)']])
})

test('[EX3] ids of one’s own mean nothing on the other side; those that Travaux made mean the same clause', () => {
  const [law, costs] = ['The law of the forum applies to all proceedings.', 'Each Party bears its own costs and fees.']
  const given = (ids: readonly string[], words: readonly string[]) => ({ clauses: words.map((text, at) => ({ id: ids[at] ?? '', text })) })
  const partnerOf = (ids: readonly string[]): string | null =>
    comparedOf(read(given(ids, [law, costs])), read(given(ids, [costs, law]), 'revised')).matches.find(({ base }) => base === ids[0])?.revised ?? null
  let drawn = 0
  const newId = clauseIdsFrom((below) => (drawn = (drawn * 5 + 7) % 9_973) % below)
  const made = [newId(), newId()]
  expect(partnerOf(['1', '2'])).toBe('2')
  expect(partnerOf(made)).toBe(made[0])
})
