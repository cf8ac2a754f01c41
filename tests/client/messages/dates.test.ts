import { expect, test } from 'vitest'
import { writingIn } from '#client/messages/index.ts'

const writing = writingIn('en-GB')
const now = Date.parse('2026-11-23T12:00:00Z')

test('a calendar day stays that day, wherever the reader is', () => {
  expect(writing.day('2026-11-23')).toBe('23 November 2026')
  expect(writing.shortDay('2026-01-01')).toBe('1 Jan')
  expect(writing.month('2026-01-01')).toBe('Jan')
})

test.each([
  ['2026-11-23T11:59:40Z', 'this minute'],
  ['2026-11-23T11:57:00Z', '3 minutes ago'],
  ['2026-11-23T09:00:00Z', '3 hours ago'],
  ['2026-11-22T10:00:00Z', 'yesterday'],
  ['2026-11-09T12:00:00Z', '2 weeks ago'],
  ['2024-11-23T12:00:00Z', '2 years ago'],
])('%s was %s', (iso, words) => {
  expect(writing.ago(iso, now)).toBe(words)
})

test('numbers and lists as the language has them', () => {
  expect(writing.number(10192)).toBe('10,192')
  expect(writing.list(['A', 'B', 'C'])).toBe('A, B and C')
  expect(writingIn('fr').list(['A', 'B'])).toBe('A et B')
})
