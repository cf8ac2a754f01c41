import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftSync, headlessEditor, readDraft, splitClause } from '#shared/document/index.ts'
import { countedIds, twoAt } from '../desk.ts'

test('[DC7] an editor without a view writes, listens, runs commands and can be left', () => {
  const [peer] = twoAt('abc')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc))
  const editor = headlessEditor(draftSync({ doc, newId: countedIds(50), pauseMs: 0 }))
  editor.dispatch(editor.state.tr.insertText('x', 2))
  expect(editor.run(splitClause)).toBe(true)
  const texts = () => readDraft(doc).clauses.map(({ text }) => text)
  expect(texts()).toEqual(['', 'axbc'])
  doc.getText('body').insert(1, 'y')
  expect(editor.state.doc.child(0).textContent + editor.state.doc.child(1).textContent).toBe(texts().join(''))
  editor.detach()
  editor.dispatch(editor.state.tr.insertText('alone', 1))
  expect(texts().join('')).not.toContain('alone')
})
