import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
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
// `?room=ws://…/name`: also sends what is typed to a server and keeps it in the browser, as the product does.
const room = new URLSearchParams(location.search).get('room')
if (room !== null) {
  const at = room.lastIndexOf('/')
  const provider = new WebsocketProvider(room.slice(0, at), room.slice(at + 1), doc, { disableBc: true })
  await new Promise((resolve) => provider.once('sync', resolve))
  await new IndexeddbPersistence(room, doc).whenSynced
}
const editor = new Editor({
  element: document.querySelector('#page'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: doc })],
  editorProps: { attributes: { spellcheck: 'true' } },
})
document.body.dataset.blocks = String(editor.state.doc.childCount)
