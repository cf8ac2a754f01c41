// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftExtensions, draftKeymap, draftSync, readDraft, seedDraft } from '#shared/document/index.ts'
import { countedIds, paragraphs } from '../desk.ts'

function opened(...texts: string[]) {
  const doc = new Y.Doc()
  seedDraft(doc, paragraphs(texts))
  const sync = draftSync({ doc, newId: countedIds(100), pauseMs: 0 })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...draftExtensions, sync.extension, draftKeymap(sync)],
    content: sync.content(),
  })
  const press = (key: string, modifiers: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers })
    return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true
  }
  return { doc, sync, editor, press, texts: () => readDraft(doc).clauses.map(({ kind, text }) => `${kind} ${text}`) }
}

test('[DC11] the keys of the editor do what they say, in Tiptap with a view', () => {
  const { editor, press, texts } = opened('one', 'two')
  editor.commands.setTextSelection(3)
  press('Enter')
  expect(texts()).toEqual(['paragraph on', 'paragraph e', 'paragraph two'])
  press('Tab')
  expect(texts()).toEqual(['paragraph on', 'subparagraph e', 'paragraph two'])
  press('Tab', { shiftKey: true })
  press('ArrowDown', { altKey: true })
  expect(texts()).toEqual(['paragraph on', 'paragraph two', 'paragraph e'])
  press('ArrowUp', { altKey: true })
  press('Backspace')
  expect(texts()).toEqual(['paragraph one', 'paragraph two'])
  press('z', { ctrlKey: true })
  expect(texts()).toEqual(['paragraph on', 'paragraph e', 'paragraph two'])
  press('y', { ctrlKey: true })
  expect(texts()).toEqual(['paragraph one', 'paragraph two'])
  editor.destroy()
})

test('[DC7] a view takes in what others do, and stops when it is destroyed', () => {
  const { doc, editor, texts } = opened('one', 'two')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getText('body').insert(2, '++')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(editor.state.doc.child(0).textContent).toBe('o++ne')
  editor.commands.insertContentAt(1, 'X')
  expect(texts()).toEqual(['paragraph Xo++ne', 'paragraph two'])
  editor.destroy()
  doc.getText('body').insert(1, 'later')
  expect(texts()[0]).toBe('paragraph laterXo++ne')
})
