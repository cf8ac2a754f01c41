import { clauseIdsFrom, type ClauseText } from '#shared/clauses/index.ts'
import { seedDraft } from '#shared/document/index.ts'
import * as Y from 'yjs'

/** The client id with which sample drafts are seeded. */
export const SEED_CLIENT = 1

/** A small text of `paragraphs` paragraphs. */
export function sampleText(paragraphs = 3): ClauseText {
  let drawn = 0
  const newId = clauseIdsFrom((below) => (drawn++ * 7 + Math.floor(drawn / 10)) % below)
  return {
    title: 'Draft convention',
    settings: { style: 'un', language: 'en', articleWord: null },
    clauses: Array.from({ length: paragraphs }, (_, i) => ({
      id: newId(),
      kind: i === 0 ? ('article' as const) : ('paragraph' as const),
      depth: 0,
      number: null,
      text: i === 0 ? 'Illegal access' : `Each State Party shall adopt measure ${i}.`,
      spans: [],
    })),
  }
}

/** The first update of a draft that holds `text`. */
export function seedOf(text: ClauseText): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SEED_CLIENT
  seedDraft(doc, text)
  return Y.encodeStateAsUpdate(doc)
}

/** Inserts `words` behind the first word character at or after `at` (counted in the body's units). */
export function typeInto(doc: Y.Doc, words: string, at = 5): void {
  const body = doc.getText('body')
  body.insert(Math.min(at, body.length), words)
}

/** The body's words without its markers. */
export const wordsOf = (doc: Y.Doc): string => doc.getText('body').toJSON()
