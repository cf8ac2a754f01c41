import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { caretOf, selectedClauses, standings, startOf } from '#shared/document/editor/selected.ts'
import { twoAt } from '../desk.ts'

test('the clauses that a selection touches', () => {
  const [{ editor }] = twoAt('abc', 'def', 'ghi')
  const { state } = editor
  const touched = (from: number, to: number) => selectedClauses(state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to))))
  expect(touched(1, 1)).toEqual({ first: 0, last: 0 })
  expect(touched(2, 7)).toEqual({ first: 0, last: 1 })
  expect(selectedClauses(state.apply(state.tr.setSelection(new AllSelection(state.doc))))).toEqual({ first: 0, last: 2 })
  expect(selectedClauses(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 5))))).toEqual({ first: 1, last: 1 })
})

test('a caret is a selection of nothing inside a clause', () => {
  const [{ editor }] = twoAt('abc', 'def')
  const { state } = editor
  const at = (from: number, to: number) => caretOf(state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to))))
  expect(at(7, 7)).toMatchObject({ index: 1, offset: 1, pos: 7 })
  expect(at(7, 8)).toBe(null)
})

test('where clauses start, and what they are', () => {
  const [{ editor }] = twoAt('abc', '', 'def')
  expect([0, 1, 2, 3].map((index) => startOf(editor.state.doc, index))).toEqual([0, 5, 7, 12])
  expect(standings(editor.state.doc)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'paragraph', depth: 0 })))
})
