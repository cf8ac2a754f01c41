import * as Y from 'yjs'
import type { ClauseText } from '#shared/clauses/index.ts'
import { readDraft, seedDraft } from '#shared/document/index.ts'

/** The first update of a live draft: what makes `text` out of nothing, in Yjs's own bytes. `text` has at least one clause. */
export function seedOf(text: ClauseText): Uint8Array {
  const doc = new Y.Doc()
  seedDraft(doc, text)
  const seed = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return seed
}

/** The wording that a draft's `log` gives. Throws when an update in it cannot be decoded. */
export function wordingOf(log: readonly Uint8Array[]): ClauseText {
  const doc = new Y.Doc()
  try {
    for (const update of log) Y.applyUpdate(doc, update)
    return readDraft(doc)
  } finally {
    doc.destroy()
  }
}
