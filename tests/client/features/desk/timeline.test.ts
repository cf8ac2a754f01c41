import { expect, test } from 'vitest'
import { roadmapOf } from '#client/features/desk/roadmap.ts'
import { timelineOf } from '#client/features/desk/timeline.ts'
import { chapter, draft } from './desk.ts'

const today = '2026-11-23'
const roadmap = roadmapOf({
  chapters: [chapter('a', '2026-12-28'), chapter('b', null)],
  texts: [draft({ receivedOn: '2026-08-19', chapterIds: ['a'] })],
  members: [],
  today,
})

test('holds every day there is to show, in order, with air on both sides', () => {
  const { from, to, at } = timelineOf(roadmap, today)
  expect([from, to]).toEqual(['2026-08-12', '2027-01-04'])
  const places = [from, '2026-08-19', today, '2026-12-28', to].map(at)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect([places[0], places.at(-1)]).toEqual([0, 1])
})

test('names the months that begin within it', () => {
  expect(timelineOf(roadmap, today).months).toEqual(['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01'])
})

test('without deadlines or contributions there is today alone', () => {
  const { at } = timelineOf({ submitters: [], rows: [] }, today)
  expect(at(today)).toBe(0.5)
})
