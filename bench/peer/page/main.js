import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// `?room=ws://…/name`: the text is there.
const room = new URLSearchParams(location.search).get('room')
const at = room.lastIndexOf('/')
const doc = new Y.Doc()
const provider = new WebsocketProvider(room.slice(0, at), room.slice(at + 1), doc, { disableBc: true })
// Mounted when the text is here: quicker than to mount an empty editor first.
await new Promise((resolve) => provider.once('sync', resolve))
const editor = new Editor({
  element: document.querySelector('#page'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: doc })],
  editorProps: { attributes: { spellcheck: 'true' } },
})
document.body.dataset.blocks = String(editor.state.doc.childCount)
