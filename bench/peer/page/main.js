import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import * as Y from 'yjs'

const paragraphs = await (await fetch('/paragraphs.json')).json()
const doc = new Y.Doc()
const nodes = paragraphs.map(({ isHeading, text }) => {
  const node = new Y.XmlElement(isHeading ? 'heading' : 'paragraph')
  if (isHeading) node.setAttribute('level', 2)
  node.insert(0, [new Y.XmlText(text)])
  return node
})
doc.getXmlFragment('default').insert(0, nodes)
const editor = new Editor({
  element: document.querySelector('#page'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: doc })],
  editorProps: { attributes: { spellcheck: 'true' } },
})
document.body.dataset.blocks = String(editor.state.doc.childCount)
