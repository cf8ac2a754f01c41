import { expect, test } from 'vitest'
import { nextChange } from '#client/features/live-redline/walk.ts'
import type { LiveChange } from '#client/platform/index.ts'
import { idNamed } from '#tests/support/treaty.ts'

const [a, b, c] = ['a', 'b', 'c'].map(idNamed)
if (a === undefined || b === undefined || c === undefined) throw new Error('ids')
const order = [a, b, c]
const changes: LiveChange[] = [
  { clauseId: null, offset: Infinity, class: 'substance' },
  { clauseId: a, offset: 4, class: 'substance' },
  { clauseId: c, offset: 0, class: 'editorial' },
]
const from = (clauseId: typeof a, offset: number, step: 1 | -1) => nextChange(changes, order, { caret: { clauseId, offset }, step })

test('goes to the change beyond the caret either way, and round at the ends', () => {
  expect([from(a, 0, 1), from(a, 4, 1), from(b, 9, 1), from(c, 0, 1)]).toEqual([1, 2, 2, 0])
  expect([from(c, 0, -1), from(b, 0, -1), from(a, 4, -1)]).toEqual([1, 1, 0])
  expect([nextChange(changes, order, { caret: null, step: 1 }), nextChange([], order, { caret: null, step: 1 })]).toEqual([0, null])
})
