import { expect, test } from 'vitest'
import { kindsFor, mayNameSubmitter, usualKind } from '#client/features/files/kinds.ts'
import { desk, draft, member } from '../desk/desk.ts'

const chair = member()
const drafter = member({ role: 'drafter', delegation: 'Arvania' })
const reader = member({ role: 'reader', delegation: 'Press' })

test('the kinds follow from the rights', () => {
  expect(kindsFor(chair)).toEqual(['rolling', 'submitted', 'reference', 'private'])
  expect(kindsFor(drafter)).toEqual(['submitted', 'reference', 'private'])
  expect(kindsFor(reader)).toEqual([])
})

test('only officers bring in what others submitted', () => {
  expect([chair, drafter, reader].map(mayNameSubmitter)).toEqual([true, false, false])
})

test('a first text is the rolling one, a later one a submitted draft; a drafter’s is submitted in any case', () => {
  expect(usualKind(desk(chair))).toBe('rolling')
  expect(usualKind(desk(chair, { texts: [draft({ kind: 'rolling' })] }))).toBe('submitted')
  expect(usualKind(desk(drafter))).toBe('submitted')
  expect(usualKind(desk(reader))).toBe('')
})
