import * as Y from 'yjs'
import { TextSelection } from '@tiptap/pm/state'
import type { NewClauseId } from '#shared/clauses/index.ts'
import { draftSync, headlessEditor, readDraft, seedDraft, type DraftSync, type HeadlessEditor } from '#shared/document/index.ts'
import { treaty, UN_ENGLISH, type Draft, idNamed } from './treaty.ts'

/** A draft as the server seeds it: `draftWith(par('one'), par('two'))` has the clauses `idNamed('1')` and `idNamed('2')`. */
export function draftWith(...drafts: readonly Draft[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  seedDraft(doc, { title: 'Draft', settings: UN_ENGLISH, clauses: treaty(...drafts) })
  return doc
}

/** The same draft under another client. */
export function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Brings all of them to one state. */
export function meet(...docs: readonly Y.Doc[]): void {
  for (let round = 0; round < 2; round++) {
    for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
}

/** What a reader sees, one text a clause. */
export const textsOf = (doc: Y.Doc): readonly string[] => readDraft(doc).clauses.map(({ text }) => text)

/** Ids nobody else makes: `name` and a count. */
export function idsOf(name: string): NewClauseId {
  let count = 0
  return () => idNamed(`${name}${count++}`)
}

/** Somebody at work on a draft: a Y.Doc and an editor without a view bound to it. */
export type Peer = Readonly<{ doc: Y.Doc; sync: DraftSync; editor: HeadlessEditor }>

/** An editor on `doc`; its new clauses are `idNamed('n<client>x0')` and so on. Every act can be undone by itself. */
export function peerOn(doc: Y.Doc): Peer {
  const sync = draftSync({ doc, newId: idsOf(`n${doc.clientID}x`), pauseMs: 0 })
  return { doc, sync, editor: headlessEditor(sync) }
}

/** One text a clause, as the editor shows it. */
export const shownBy = ({ editor }: Peer): readonly string[] => {
  const texts: string[] = []
  editor.state.doc.forEach((node) => texts.push(node.textContent))
  return texts
}

/** A place in an editor: the index of a clause and an offset in it. */
export type At = readonly [clause: number, offset: number]

export function posOf({ editor }: Peer, [clause, offset]: At): number {
  let pos = 1 + offset
  for (let index = 0; index < clause; index++) pos += editor.state.doc.child(index).nodeSize
  return pos
}

/** Puts the caret at `anchor`, or selects from there to `head`. */
export function select(peer: Peer, anchor: At, head: At = anchor): void {
  const { state, dispatch } = peer.editor
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, posOf(peer, anchor), posOf(peer, head))))
}

/** Types `text` at `at`, or over what stands from there to `to`. */
export function type(peer: Peer, at: At, { text, to = at }: Readonly<{ text: string; to?: At }>): void {
  const { state, dispatch } = peer.editor
  dispatch(state.tr.insertText(text, posOf(peer, at), posOf(peer, to)))
}
