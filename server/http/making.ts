import { newId } from '#server/identity/index.ts'
import { seedOf } from '#server/rooms/index.ts'
import type { MemberRow, TextRow } from '#server/storage/port.ts'
import type { ClauseText } from '#shared/clauses/index.ts'

/** What is known of a text that comes in, beside its wording. */
export type TextFactsIn = Pick<TextRow, 'kind' | 'submitter' | 'delegation' | 'receivedOn' | 'chapterIds'>

/** The size of a wording, as the desk shows it. */
export const sizeOf = ({ clauses }: ClauseText): Pick<TextRow, 'articles' | 'clauses'> => ({
  articles: clauses.filter(({ kind }) => kind === 'article').length,
  clauses: clauses.length,
})

/** A text yet to be created, with the first update of its live draft. */
export type NewText = Readonly<{ row: TextRow; seed: Uint8Array }>

/** A text with its live draft from a wording; `id` is made when not given. */
export function newText(
  wording: ClauseText,
  { by, at, facts, id = newId() }: Readonly<{ by: MemberRow; at: string; facts: TextFactsIn; id?: string }>,
): NewText {
  const row: TextRow = {
    ...facts,
    ...sizeOf(wording),
    id,
    negotiationId: by.negotiationId,
    title: wording.title,
    language: wording.settings.language,
    style: wording.settings.style,
    createdBy: by.id,
    createdAt: at,
    changedAt: at,
    frozen: null,
  }
  return { row, seed: seedOf(wording) }
}
