import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdNumbers, parseHeld } from '#shared/clauses/index.ts'
import { heldIndexOf, holdOf } from '#shared/clauses/held.ts'
import { anySequence } from '#tests/support/sequences.ts'
import { UN_ENGLISH, article, idNamed, named, par, treaty } from '#tests/support/treaty.ts'

test('[CL39] a hold survives JSON', () => {
  fc.assert(
    fc.property(anySequence, fc.string(), (clauses, symbol) => {
      const held = holdNumbers(clauses, UN_ENGLISH, symbol)
      expect(parseHeld(JSON.parse(JSON.stringify(held)))).toEqual(held)
    }),
  )
})

const entry = { id: 'c_0000000001', kind: 'article', depth: 0, number: '1' }

test.each([
  null,
  'A/1',
  [],
  {},
  { symbol: 'A/1' },
  { symbol: 1, entries: [] },
  { symbol: 'A/1', entries: [entry, null] },
  { symbol: 'A/1', entries: [{ ...entry, id: '1' }] },
  { symbol: 'A/1', entries: [{ ...entry, kind: 'verse' }] },
  { symbol: 'A/1', entries: [{ ...entry, depth: '0' }] },
  { symbol: 'A/1', entries: [{ ...entry, number: 1 }] },
])('[CL39] %j is no hold', (raw) => {
  expect(parseHeld(raw)).toBeNull()
})

test('[CL31] a clause is held while it counts in the same series', () => {
  const held = holdNumbers(treaty(named('a', article('A', named('p', par('1')), par('2')))), UN_ENGLISH, 'A/1')
  const p = { id: idNamed('p'), kind: 'paragraph', depth: 0 } as const
  expect(holdOf(held, p)?.number).toBe('1')
  expect(holdOf(held, { ...p, kind: 'definition' })?.number).toBe('1')
  expect(holdOf(held, { ...p, kind: 'subparagraph' })).toBeNull()
  expect(holdOf(held, { ...p, id: idNamed('new') })).toBeNull()
})

test('[CL32] every number of a run is known, and its last', () => {
  const held = holdNumbers(treaty(named('a', article('A', par('1'), par('2')))), UN_ENGLISH, 'A/1')
  const { runs } = heldIndexOf(held)
  expect(runs.get(`${idNamed('a')}:paragraph`)).toEqual({ taken: new Set(['1', '2']), last: '2' })
})
