import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestOf, rowsOf, withMoved, withNewRow } from '#client/features/people/chapter-rows.ts'

const rows = rowsOf([
  { id: 'a', title: 'Preamble', dueOn: null },
  { id: 'b', title: 'Criminalization', dueOn: '2026-12-28' },
])

test('what is not touched goes back as it came', () => {
  expect(requestOf(rows)).toEqual({ chapters: [{ id: 'a', title: 'Preamble', dueOn: null }, { id: 'b', title: 'Criminalization', dueOn: '2026-12-28' }] })
})

test('a new row has no id yet and a key of its own', () => {
  const more = withNewRow(rows)
  expect(more.at(-1)).toEqual({ key: 2, id: null, title: '', dueOn: '' })
  expect(new Set(withNewRow(more.slice(1)).map(({ key }) => key)).size).toBe(3)
})

test('moving changes the order alone, and stops at the ends', () => {
  fc.assert(
    fc.property(fc.nat(6), fc.integer({ min: -3, max: 3 }), (index, by) => {
      const many = withNewRow(withNewRow(rows))
      const moved = withMoved(many, index, by)
      expect([...moved].sort((a, b) => a.key - b.key)).toEqual(many)
      const lands = many[index] !== undefined && index + by in many
      expect(lands ? moved[index + by] : moved).toBe(lands ? many[index] : many)
    }),
  )
})
