import type { ClauseId } from '#shared/clauses/index.ts'

/** The exact words a thread is about, with up to 32 characters on either side to find them again. */
export type Quote = Readonly<{ exact: string; prefix: string; suffix: string }>

/**
 * Where a thread hangs: a clause and, when it is about words in it, these words. `offset` is where the quote began, in UTF-16
 * code units of the clause's text; `place` is the relative position of its start in the live draft, opaque base64, or null
 * when the text was not live. `quote` null = the whole clause.
 */
export type Anchor = Readonly<{ clauseId: ClauseId; quote: Quote | null; offset: number; place: string | null }>

export const THREAD_KINDS = ['comment', 'question', 'drafting-note'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

/** Who signed a record, as it was when they signed. */
export type Signature = Readonly<{ memberId: string; name: string; delegation: string; at: string }>

/** One statement in a thread; `at` in its signature is ISO 8601 UTC. */
export type ThreadEntry = Readonly<{ id: string; signature: Signature; body: string }>

/** A thread on a clause of a text: signed, never edited by anybody else, closed and reopened with a trace. */
export type Thread = Readonly<{
  id: string
  textId: string
  kind: ThreadKind
  anchor: Anchor
  /** The clause's citation when the thread was opened ("Article 6(1)(a)"), for the day its clause is gone. */
  citation: string
  entries: readonly ThreadEntry[]
  /** Set while the thread is closed. */
  resolved: Signature | null
}>
