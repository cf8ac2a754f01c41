import { expect, test } from 'vitest'
import { journalDays, localDay } from '#client/features/desk/journal.ts'
import type { JournalLine } from '#shared/api/index.ts'

let id = 100
const line = (at: string, facts: Partial<JournalLine> = {}): JournalLine => ({ id: id--, at, by: 'A', delegation: 'D', act: 'text-edited', subject: 'Rolling text', textId: 't', ...facts })

test('lines stand by the reader’s days, newest first', () => {
  const lines = [line('2026-11-23T12:00:00Z'), line('2026-11-22T12:00:00Z'), line('2026-11-22T11:00:00Z', { act: 'thread-opened' })]
  expect(journalDays(lines).map(({ day, lines }) => [day, lines.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-22', 2],
  ])
})

test('a run of the same act of the same person on the same text is one line, the latest', () => {
  const [latest, ...rest] = [line('2026-11-23T12:30:00Z'), line('2026-11-23T12:20:00Z'), line('2026-11-23T12:10:00Z'), line('2026-11-23T12:05:00Z', { by: 'B' }), line('2026-11-23T12:00:00Z')]
  const [day] = journalDays([latest, ...rest])
  expect(day?.lines.map(({ by, at }) => `${by} ${at.slice(14, 16)}`)).toEqual(['A 30', 'B 05', 'A 00'])
})

test('a moment’s day is the reader’s own', () => {
  const local = new Date(2026, 10, 23, 0, 30)
  expect(localDay(local.toISOString())).toBe('2026-11-23')
})
