import * as Y from 'yjs'
import { draftSync, headlessEditor, type DraftSync, type HeadlessEditor } from '#shared/document/index.ts'
import type { NewClauseId } from '#shared/clauses/index.ts'

/** One person at the table: a Y.Doc, an editor bound to it by the real sync, and a line to the room that a test empties. */
export class Drafter {
  readonly doc = new Y.Doc()
  readonly sync: DraftSync
  readonly editor: HeadlessEditor
  /** Sent, not yet at the room. */
  readonly uplink: Uint8Array[] = []
  /** Sent by the room, not yet here. */
  readonly downlink: Uint8Array[] = []
  online = true
  /** How often the sync had to change the editor after the drafter's own act: it could not write what was done. */
  amended = 0

  constructor(seat: number, start: Uint8Array, newId: NewClauseId) {
    this.doc.clientID = 100 + seat
    Y.applyUpdate(this.doc, start)
    this.sync = draftSync({ doc: this.doc, newId, pauseMs: 0 })
    this.editor = headlessEditor(this.sync)
    const { dispatch } = this.editor
    let depth = 0
    this.editor.dispatch = (transaction) => {
      if (depth > 0) this.amended++
      depth++
      dispatch(transaction)
      depth--
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.online && origin !== 'room') this.uplink.push(update)
    })
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'room')
  }

  /** Every character the editor shows. */
  shown(): string {
    return this.editor.state.doc.textContent
  }
}
