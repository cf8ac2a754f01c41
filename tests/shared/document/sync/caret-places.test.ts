import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { caretPlacesIn, caretPositionsIn, itemCaret, selectItems } from '#shared/document/sync/caret-places.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { twoAt } from '../desk.ts'

/** The state of an editor in which `anchor`–`head` is selected. */
const selecting = ({ state }: ReturnType<typeof twoAt>[0]['editor'], anchor: number, head: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)))

test('[DC7] a selection by items is found again where its words went, whatever stands before it now', () => {
  const [ana] = twoAt('abc', 'def')
  const state = selecting(ana.editor, 7, 9)
  const caret = itemCaret(new DraftModel(ana.doc), state)
  ana.type(0, 0, 'xyz')
  ana.up(1)
  const { tr } = ana.editor.state
  selectItems(tr, new DraftModel(ana.doc), caret)
  expect(tr.doc.textBetween(tr.selection.from, tr.selection.to)).toBe(state.doc.textBetween(7, 9))
  expect(tr.selection.from).toBe(2)
})

test('[DC10] a caret sent as places is read as the same positions by the other, and is nowhere once its clause is hidden', () => {
  const [ana, bo, desk] = twoAt('abc', 'def')
  const places = caretPlacesIn(new DraftModel(ana.doc), selecting(ana.editor, 7, 9))
  expect(caretPositionsIn(new DraftModel(bo.doc), bo.editor.state, places)).toEqual({ anchor: 7, head: 9 })
  bo.remove(1)
  desk.exchange()
  expect(caretPositionsIn(new DraftModel(ana.doc), ana.editor.state, places)).toBe(null)
  expect(caretPositionsIn(new DraftModel(ana.doc), ana.editor.state, 'no caret')).toBe(null)
})
