import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { selectChange } from '#shared/document/editor/select-change.ts'
import { twoAt } from '../desk.ts'

test('[DC2] the caret goes to the end of the last change, whatever came in front of it', () => {
  const [{ editor }] = twoAt('abc', 'def')
  const { tr } = EditorState.create({ doc: editor.state.doc })
  tr.insertText('XX', 7).insertText('Y', 1)
  selectChange(tr)
  expect(tr.selection.anchor).toBe(2)
  tr.delete(9, 10)
  selectChange(tr)
  expect(tr.selection.anchor).toBe(9)
})

test('[DC2] formatting alone leaves the caret where it is', () => {
  const [{ editor }] = twoAt('abc')
  const { tr } = EditorState.create({ doc: editor.state.doc })
  const { em } = editor.state.schema.marks
  if (em) tr.addMark(2, 3, em.create())
  const { anchor } = tr.selection
  selectChange(tr)
  expect(tr.selection.anchor).toBe(anchor)
})
