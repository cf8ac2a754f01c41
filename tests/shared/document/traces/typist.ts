import { Fragment, Slice } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { draftSchema, draftSync, headlessEditor, readDraft, seedDraft, type HeadlessEditor } from '#shared/document/index.ts'
import { countedIds, paragraphs } from '../desk.ts'
import type { Patch } from './trace.ts'

/** A draft of one empty clause, as its server would send it. */
export function emptyDraft(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  seedDraft(doc, paragraphs(['']))
  return Y.encodeStateAsUpdate(doc)
}

/** Somebody who types a trace into an editor bound by the real sync: a line is a clause, a line break splits or merges. */
export class Typist {
  readonly doc = new Y.Doc()
  readonly editor: HeadlessEditor
  /** What was written since it was last taken. */
  sent: Uint8Array[] = []

  constructor(seat: number, start: Uint8Array) {
    this.doc.clientID = seat + 2
    Y.applyUpdate(this.doc, start)
    this.editor = headlessEditor(draftSync({ doc: this.doc, newId: countedIds(10_000_000 * (seat + 1)) }))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.sent.push(update)
    })
  }

  /** What was written since the last call, as one update; null when nothing was. */
  take(): Uint8Array | null {
    const sent = this.sent
    this.sent = []
    return sent.length === 0 ? null : sent.length === 1 ? (sent[0] ?? null) : Y.mergeUpdates(sent)
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'line')
  }

  /** The document position of character `at` of the text: between two lines stand two tokens, and one line break. */
  #positionOf(at: number): number {
    const { doc } = this.editor.state
    let left = at
    let lines = 0
    for (; lines < doc.childCount; lines++) {
      const { size } = doc.child(lines).content
      if (left <= size) break
      left -= size + 1
    }
    return 1 + at + lines
  }

  type({ at, removed, added }: Patch): void {
    const { tr } = this.editor.state
    const from = this.#positionOf(at)
    const to = removed === 0 ? from : this.#positionOf(at + removed)
    if (!added.includes('\n')) {
      if (to > from) tr.delete(from, to)
      if (added !== '') tr.insertText(added, from)
    } else {
      const lines = added.split('\n').map((line) => draftSchema.node('clause', { kind: 'paragraph' }, line === '' ? [] : [draftSchema.text(line)]))
      tr.replace(from, to, new Slice(Fragment.fromArray(lines), 1, 1))
    }
    this.editor.dispatch(tr)
  }

  /** What the editor shows, and what a reader of the draft gets: each as a text. */
  shown(): string {
    const { doc } = this.editor.state
    return Array.from({ length: doc.childCount }, (_, index) => doc.child(index).textContent).join('\n')
  }

  read(): string {
    return readDraft(this.doc)
      .clauses.map(({ text }) => text)
      .join('\n')
  }
}
