import { expect, test } from 'vitest'
import { mergeRows } from '#server/rooms/index.ts'
import { playHistory } from '#server/history/timeline.ts'
import { readDraft } from '#shared/document/index.ts'
import { MADE_AT, Writing, breathe, docOf } from './log.ts'

function afternoon(): Writing {
  const writing = new Writing(['one', 'two', 'three'])
  for (let i = 0; i < 12; i++) {
    writing.does(0, 3, (ana) => ana.type(i % 2, 0, `a${i} `))
    writing.does(1, 0.2, (bo) => bo.type(2, 0, `b${i} `))
    if (i === 5) writing.does(1, 30, (bo) => bo.split(2, 2))
    if (i === 8) writing.does(0, 1, (ana) => ana.remove(0))
  }
  return writing
}

test('[HI1] each point shows what the rows up to it give, the seed first and all of it last', async () => {
  const { log } = afternoon()
  const rows = mergeRows(log)
  const { points, lastSeq, earlierRows } = await playHistory(log, { madeAt: MADE_AT, breathe })
  expect(points.length).toBeGreaterThan(12)
  for (const { seq, clauses } of points) expect(clauses).toEqual(readDraft(docOf(rows.filter((row) => row.seq <= seq))).clauses)
  expect(points.at(-1)?.clauses).toEqual(readDraft(docOf(log)).clauses)
  expect([lastSeq, earlierRows]).toEqual([log.at(-1)?.seq, 0])
})

test('[HI1] folding the log changes nothing that the history tells', async () => {
  const { log } = afternoon()
  const [before, after] = [await playHistory(log, { madeAt: MADE_AT, breathe }), await playHistory(mergeRows(log), { madeAt: MADE_AT, breathe })]
  expect(after.points).toEqual(before.points)
  expect(after.sessions).toEqual(before.sessions)
})

test('[HI2] a point names the hands in it, and tells where the draft came to rest', async () => {
  const { points } = await playHistory(afternoon().log, { madeAt: MADE_AT, breathe })
  const names = points.map(({ hands }) => hands.map(({ name }) => name).join('+'))
  expect(names.slice(0, 2)).toEqual(['', 'Ana+Bo'])
  expect(points.filter(({ rests }) => rests)).toHaveLength(2)
})

test('[HI5] beyond the limit the oldest rows count as one; points stay within theirs; others have their turn', async () => {
  const { log } = afternoon()
  let turns = 0
  const breathing = (): Promise<void> => {
    turns++
    return Promise.resolve()
  }
  const whole = await playHistory(log, { madeAt: MADE_AT, breathe })
  const part = await playHistory(log, { madeAt: MADE_AT, breathe: breathing, limits: { rows: 8, points: 3 } })
  expect(part.earlierRows).toBe(mergeRows(log).length - 8)
  expect(part.points.length).toBeLessThanOrEqual(3)
  expect(part.points.at(-1)?.clauses).toEqual(whole.points.at(-1)?.clauses)
  expect(turns).toBeGreaterThan(0)
})
