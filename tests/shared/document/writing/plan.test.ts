import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { draftSchema } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { StepPlanner } from '#shared/document/writing/plan.ts'
import { countedIds, twoAt } from '../desk.ts'

function planned() {
  const [{ doc, editor }] = twoAt('abc', 'def')
  const planner = new StepPlanner(new DraftModel(doc), countedIds(500))
  return { planner, state: EditorState.create({ doc: editor.state.doc, schema: draftSchema }) }
}

test('[DC9] a key is planned as one clause with its id, and nothing has to be corrected', () => {
  const { planner, state } = planned()
  const tr = state.tr.insertText('x', 2)
  expect(planner.plan([tr], () => false)).toBe(null)
  expect(planner.planOf(tr)).toMatchObject([{ window: { from: 0, before: 1, after: 1, head: 1, tail: 2 }, ids: ['c_0000000000'] }])
})

test('[DC6] [DC9] several steps are planned one after another, each with the ids the one before gave', () => {
  const { planner, state } = planned()
  const tr = state.tr.split(2).split(5).insertText('x', 5)
  const ids = planner.plan([tr], () => false)
  expect(ids).toEqual(['c_0000000000', 'c_0000000500', 'c_0000000501', 'c_0000000001'])
  expect(planner.planOf(tr)?.map((step) => step.ids)).toEqual([
    ['c_0000000000', 'c_0000000500'],
    ['c_0000000500', 'c_0000000501'],
    ['c_0000000500'],
  ])
  const after = state.apply(tr)
  const corrected = ids && planner.correct(after, ids)
  expect(corrected && Array.from({ length: 4 }, (_, index) => corrected.doc.child(index).attrs['id'] as unknown)).toEqual(ids)
})

test('the sync’s own transactions are not planned', () => {
  const { planner, state } = planned()
  const tr = state.tr.insertText('x', 2)
  expect(planner.plan([tr], () => true)).toBe(null)
  expect(planner.planOf(tr)).toBe(undefined)
})
