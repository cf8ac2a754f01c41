import { expect, test } from 'vitest'
import { pointAfter, pointAt, timelineOf } from '#client/features/history/timeline.ts'
import type { HistoryView } from '#shared/api/index.ts'

const ana = { memberId: 'ana', name: 'Ana', delegation: 'Portugal' }
const at = (time: string, day = '02'): string => `2026-03-${day}T${time}:00.000Z`
const point = (seq: number, when: string, rests = false) => ({ seq, at: when, hands: [ana], rests })
const history: HistoryView = {
  lastSeq: 9,
  earlierRows: 0,
  sessions: [{ seq: 4, hand: ana, from: at('10:00'), to: at('10:20'), wordsIn: 3, wordsOut: 1, clauses: [], clauseCount: 2 }],
  points: [point(1, at('09:00')), point(5, at('10:20'), true), point(9, at('08:00', '03'), true)],
  versions: [{ id: 'v1', ordinal: 1, symbol: 'A/1', note: '', contentHash: 'h', issuedBy: 'Chair', issuedAt: at('10:20'), journalHead: null }],
  restored: [{ at: at('08:01', '03'), by: 'Chair', delegation: 'Chair', subject: 'A/1' }],
}

test('the latest stands on top, by days; a version stands above the work that it holds', () => {
  const days = timelineOf(history, (when) => when.slice(0, 10))
  expect(days.map(({ day, marks }) => [day, ...marks.map(({ kind }) => kind)])).toEqual([
    ['2026-03-03', 'restored'],
    ['2026-03-02', 'version', 'checkpoint', 'session', 'beginning'],
  ])
})

test('each line leads to a moment that shows it', () => {
  const [, first] = timelineOf(history, (when) => when.slice(0, 10))
  expect(first?.marks.map(({ seq }) => seq)).toEqual([5, 5, 5, 1])
  expect([pointAfter(history.points, 6)?.seq, pointAfter(history.points, 99)?.seq]).toEqual([9, 9])
  expect([pointAt(history.points, at('09:30'))?.seq, pointAt(history.points, at('07:00', '01'))?.seq]).toEqual([1, 1])
})

test('the present is no checkpoint, and a text that nobody touched only begins', () => {
  const [day] = timelineOf({ ...history, sessions: [], versions: [], restored: [], points: history.points.slice(0, 1) }, (when) => when)
  expect(day?.marks.map(({ kind }) => kind)).toEqual(['beginning'])
})
