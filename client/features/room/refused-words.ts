import * as Y from 'yjs'
import type { Aside } from '#client/platform/index.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { mergeReport, readDraft, standingOf } from '#shared/document/index.ts'
import { toldLines, type CitationBasis, type ToldLine } from './told-lines.ts'

/** What refused words would have made of the text as it now stands: clause by clause, and as a whole. */
export type RefusedWords = Readonly<{ lines: readonly ToldLine[]; text: ClauseText }>

/** Reads `state`, the draft with the refused words in it, against the draft as the server has it. Changes neither. */
export function refusedWords(state: NonNullable<Aside['state']>, server: Y.Doc, basis: CitationBasis): RefusedWords {
  const taken = new Y.Doc()
  Y.applyUpdate(taken, Y.encodeStateAsUpdate(server))
  const base = standingOf(taken)
  Y.applyUpdate(taken, state)
  const local = standingOf(taken)
  const states = { base, local, merged: local, rescued: [] }
  const words = { lines: toldLines(mergeReport(states), states, basis), text: readDraft(taken) }
  taken.destroy()
  return words
}
