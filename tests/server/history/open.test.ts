import { expect, test } from 'vitest'
import { openHistory } from '#server/history/index.ts'
import { readDraft } from '#shared/document/index.ts'
import type { DraftLogRow } from '#server/storage/port.ts'
import { MADE_AT, Writing, breathe, docOf } from './log.ts'

function shelf() {
  const writing = new Writing(['one'])
  writing.does(0, 20, (ana) => ana.type(0, 3, ' two'))
  let plays = 0
  const log = (textId: string): Promise<readonly DraftLogRow[]> => Promise.resolve(textId === 't1' ? [...writing.log] : [])
  const histories = openHistory({ drafts: { log }, breathe: () => (plays++, breathe()) })
  return { writing, histories, turns: () => plays }
}

test('[HI6] all who ask at once share one playing, and the next one too until somebody writes', async () => {
  const { writing, histories, turns } = shelf()
  const [one, other] = await Promise.all([histories.of('t1', MADE_AT), histories.of('t1', MADE_AT)])
  expect(other).toBe(one)
  const after = turns()
  expect(await histories.of('t1', MADE_AT)).toBe(one)
  expect(turns()).toBe(after)
  writing.does(0, 20, (ana) => ana.type(0, 0, 'x'))
  expect((await histories.of('t1', MADE_AT)).points).toHaveLength(one.points.length + 1)
})

test('[HI1] a point is answered with the one before it; an unknown text is refused', async () => {
  const { histories } = shelf()
  const last = await histories.at('t1', MADE_AT, 2)
  expect(last.point.clauses.map(({ text }) => text)).toEqual(['one two'])
  expect(last.previous?.clauses.map(({ text }) => text)).toEqual(['one'])
  const first = await histories.at('t1', MADE_AT, 1)
  expect([first.point.clauses.map(({ text }) => text), first.previous]).toEqual([['one'], null])
  await expect(histories.at('t1', MADE_AT, 0)).rejects.toMatchObject({ id: 'not-found' })
  await expect(histories.of('nowhere', MADE_AT)).rejects.toMatchObject({ id: 'not-found' })
})

test('[HI1] a moment that was a point stays what it was, though the points come to lie elsewhere', async () => {
  const { writing, histories } = shelf()
  writing.does(1, 5, (bo) => bo.type(0, 0, 'then '))
  const seen = (await histories.of('t1', MADE_AT)).points.at(-1)
  const text = readDraft(docOf(writing.log)).clauses
  writing.does(0, 0.2, (ana) => ana.type(0, 0, 'after '))
  const now = await histories.of('t1', MADE_AT)
  expect(now.points.map(({ seq }) => seq)).not.toContain(seen?.seq)
  const then = await histories.at('t1', MADE_AT, seen?.seq ?? 0)
  expect(then.point.clauses).toEqual(text)
  expect(then.previous?.clauses.map((clause) => clause.text)).toEqual(['one two'])
})
