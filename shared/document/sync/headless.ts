import type { Schema } from '@tiptap/pm/model'
import { EditorState, type Command, type Transaction } from '@tiptap/pm/state'
import { draftSchema } from '../editor/schema.ts'
import type { DraftSync } from '../sync-types.ts'

/** An editor without a view: the same state, plugin and commands, for tests, benches and the server. */
export type HeadlessEditor = {
  state: EditorState
  dispatch: (transaction: Transaction) => void
  /** Set it to have words composed, as by an input method; then flush. */
  composing: boolean
  run: (command: Command) => boolean
  detach: () => void
}

/** Opens the draft of `sync` in an editor without a view. `schema`: the editor's, where it is not this program's own. */
export function headlessEditor(sync: DraftSync, schema: Schema = draftSchema): HeadlessEditor {
  const editor: HeadlessEditor = {
    state: EditorState.create({ doc: sync.startDoc(schema), plugins: [sync.plugin] }),
    dispatch: (transaction) => {
      editor.state = editor.state.applyTransaction(transaction).state
      sync.flush()
    },
    run: (command) => command(editor.state, editor.dispatch),
    composing: false,
    detach: () => undefined,
  }
  editor.detach = sync.attach(editor)
  return editor
}
