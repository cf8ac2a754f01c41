import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, roadmapOf } from '#client/features/desk/roadmap.ts'
import { chapter, draft, member } from './desk.ts'

const today = '2026-11-23'
const past = chapter('past', '2026-11-02')
const coming = chapter('coming', '2026-12-28')
const open = chapter('open', null)
const chapters = [past, coming, open]

test('received by the deadline, late, missing past it, awaited before it', () => {
  const early = draft({ submitter: 'Arvania', receivedOn: '2026-11-02', chapterIds: ['past', 'coming'] })
  const late = draft({ submitter: 'Coastal States', receivedOn: '2026-11-09', chapterIds: ['past'] })
  const none = draft({ submitter: 'Merinda', receivedOn: '2026-11-10', chapterIds: [] })
  const { submitters, rows } = roadmapOf({ chapters, texts: [late, none, early], members: [], today })
  expect(submitters).toEqual(['Arvania', 'Coastal States', 'Merinda'])
  expect(rows.map(({ contributions }) => contributions.map(({ state }) => state))).toEqual([
    ['received', 'late', 'missing'],
    ['received', 'awaited', 'awaited'],
    ['awaited', 'awaited', 'awaited'],
  ])
  expect(rows[0]?.contributions[1]).toEqual({ state: 'late', receivedOn: '2026-11-09', days: 7 })
  expect(rows.map(({ daysLeft }) => daysLeft)).toEqual([-21, 35, null])
})

test('the day of the deadline itself is in time, and not yet missing', () => {
  const onTheDay = draft({ submitter: 'A', receivedOn: today, chapterIds: ['due'] })
  const { rows } = roadmapOf({ chapters: [chapter('due', today)], texts: [onTheDay, draft({ submitter: 'B', chapterIds: [] })], members: [], today })
  expect(rows[0]?.contributions.map(({ state }) => state).sort()).toEqual(['awaited', 'received'])
})

test('of two drafts on a chapter the first counts', () => {
  const texts = [draft({ submitter: 'A', receivedOn: '2026-11-09', chapterIds: ['past'] }), draft({ submitter: 'A', receivedOn: '2026-10-01', chapterIds: ['past'] })]
  expect(roadmapOf({ chapters, texts, members: [], today }).rows[0]?.contributions).toEqual([{ state: 'received', receivedOn: '2026-10-01' }])
})

test('delegations with a delegate here are expected; drafters and officers are not', () => {
  const members = [member({ role: 'delegate', delegation: 'Halvard' }), member({ role: 'drafter', delegation: 'Secretariat' }), member({ role: 'chair', delegation: 'Chair' })]
  expect(roadmapOf({ chapters, texts: [], members, today }).submitters).toEqual(['Halvard'])
})

test('only submitted drafts are contributions', () => {
  const texts = (['rolling', 'reference', 'private'] as const).map((kind) => draft({ kind, submitter: 'A', chapterIds: ['past'] }))
  expect(roadmapOf({ chapters, texts, members: [], today }).submitters).toEqual([])
})

test('counts add up to the submitters in every row', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
  const text = fc.record({ submitter: fc.constantFrom('A', 'B', 'C'), receivedOn: day, chapterIds: fc.subarray(['past', 'coming', 'open']) })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (drafts) => {
      const { submitters, rows } = roadmapOf({ chapters, texts: drafts.map(draft), members: [], today })
      for (const { counts, contributions } of rows) {
        expect(contributions).toHaveLength(submitters.length)
        expect(counts.received + counts.late + counts.missing + counts.awaited).toBe(submitters.length)
      }
    }),
  )
})

test('days between days, across months and summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-23', '2026-11-02')).toBe(-21)
})
