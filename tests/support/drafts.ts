import * as Y from 'yjs'
import { readDraft, seedDraft } from '#shared/document/index.ts'
import { treaty, UN_ENGLISH, type Draft } from './treaty.ts'

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
