import { z } from 'zod'
import { LANGUAGES, NUMBERING_STYLES, parseClauseId, isClauseKind, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'
import { TEXT_KINDS } from '#shared/rights/index.ts'
import { bodyField, dayField, idField, nameField } from './fields.ts'
import { textView, versionView } from './negotiation.ts'

export const clauseIdField = z.custom<ClauseId>((raw) => parseClauseId(raw) !== null)
const clauseKindField = z.custom<ClauseKind>(isClauseKind)

export const clauseField = z.object({
  id: clauseIdField,
  kind: clauseKindField,
  depth: z.number().int().nonnegative(),
  number: z.string().nullable(),
  text: z.string(),
  spans: z.array(z.object({ from: z.number().int(), to: z.number().int(), mark: z.enum(['em', 'strong']) })),
})

/** `ClauseText` of shared/clauses as it travels. */
export const clauseTextField = z.object({
  title: z.string(),
  settings: z.object({
    style: z.enum(NUMBERING_STYLES),
    language: z.enum(LANGUAGES),
    articleWord: z.string().nullable(),
  }),
  clauses: z.array(clauseField),
})

/** What a numbering hold keeps, as it travels: `HeldNumbers` of shared/clauses. */
export const heldField = z.unknown().nullable()

/** POST /api/negotiations/:id/texts — brings in a text. The server reads the file itself; the screen's preview runs the same code. */
export const bringInRequest = z.object({
  kind: z.enum(TEXT_KINDS),
  title: nameField,
  submitter: z.string().trim().max(200),
  receivedOn: dayField,
  chapterIds: z.array(idField).max(100),
  language: z.enum(LANGUAGES).nullable(),
  /** The file's bytes in base64; a pasted text comes as a file named `pasted.txt` or `pasted.html`. */
  file: z.object({ name: z.string().min(1).max(300), base64: z.base64() }),
})
export const broughtIn = z.object({ text: textView, unrecognised: z.number().int().nonnegative() })

/** PATCH /api/texts/:id */
export const describeTextRequest = bringInRequest.pick({ title: true, submitter: true, receivedOn: true, chapterIds: true })

/** GET /api/texts/:id/content?version=<id> — the wording now, or that of a version. */
export const contentView = z.object({
  text: clauseTextField,
  contentHash: z.string(),
  held: heldField,
  version: versionView.nullable(),
})

/** POST /api/texts/:id/versions — keeps a full immutable copy; a symbol holds the numbering from then on. Answers a `versionView`. */
export const issueVersionRequest = z.object({
  symbol: z.string().trim().min(1).max(60).nullable(),
  note: z.string().trim().max(500),
})

/** POST /api/texts/:id/freeze — nobody changes the text until POST /api/texts/:id/unfreeze, which takes no body. */
export const freezeRequest = z.object({ reason: z.string().trim().min(1).max(500) })

/** POST /api/texts/:id/renumber — ends the hold in one act; answers the old→new table. */
export const renumbered = z.object({
  rows: z.array(
    z.object({
      clauseId: clauseIdField,
      before: z.string(),
      after: z.string().nullable(),
      fate: z.enum(['same', 'renumbered', 'inserted', 'deleted']),
    }),
  ),
})

/** One side of a comparison: a text as it stands, or one of its versions. */
export const textRef = z.object({ textId: idField, versionId: idField.nullable() })

/** What to compare: also a text as it stood at row `seq` of its history, `versionId` then null. */
export const comparedRef = textRef.extend({ seq: z.number().int().nonnegative().optional() })

/** POST /api/negotiations/:id/comparisons — pins exactly what is compared and answers the id for its link. */
export const compareRequest = z.object({ base: comparedRef, revised: comparedRef })
export const comparisonMade = z.object({ id: idField })

export const comparisonSide = z.object({
  ref: textRef,
  title: z.string(),
  /** The version's symbol or ordinal in words, or null for the text as it stood. */
  versionLabel: z.string().nullable(),
  pinnedAt: z.string(),
  contentHash: z.string(),
  text: clauseTextField,
  held: heldField,
})
/** Who did something, for whom, and when. */
const signatureField = z.object({ memberId: idField, name: z.string(), delegation: z.string(), at: z.string() })

/** What somebody said of two clauses of the comparison: that they are the same, or that they are not. */
const correctionField = z.object({ base: clauseIdField, revised: clauseIdField, verdict: z.enum(['same', 'different']), signature: signatureField })

/** GET /api/comparisons/:id — `corrections`: those that hold, the last ones last. */
export const comparisonView = z.object({ id: idField, negotiationId: idField, base: comparisonSide, revised: comparisonSide, corrections: z.array(correctionField) })

/** POST /api/comparisons/:id/corrections — says that two clauses are the same or not, or takes back what was said of them. */
export const correctRequest = z.object({ base: clauseIdField, revised: clauseIdField, verdict: z.enum(['same', 'different', 'withdrawn']) })

const anchorField = z.object({
  clauseId: clauseIdField,
  quote: z.object({ exact: z.string().min(1).max(5000), prefix: z.string().max(64), suffix: z.string().max(64) }).nullable(),
  offset: z.number().int().nonnegative(),
  place: z.string().max(2000).nullable(),
})

/** POST /api/texts/:id/threads; GET answers `threadsView`. */
export const openThreadRequest = z.object({
  kind: z.enum(['comment', 'question', 'drafting-note']),
  anchor: anchorField,
  citation: z.string().max(300),
  body: bodyField,
})
/** POST /api/threads/:id/entries. POST /api/threads/:id/resolve and /reopen take no body. */
export const replyRequest = z.object({ body: bodyField })

export const threadView = z.object({
  id: idField,
  textId: idField,
  kind: openThreadRequest.shape.kind,
  anchor: anchorField,
  citation: z.string(),
  entries: z.array(z.object({ id: idField, signature: signatureField, body: z.string() })),
  resolved: signatureField.nullable(),
})
export const threadsView = z.object({ threads: z.array(threadView) })

export type BringInRequest = z.infer<typeof bringInRequest>
export type BroughtIn = z.infer<typeof broughtIn>
export type DescribeTextRequest = z.infer<typeof describeTextRequest>
export type ContentView = z.infer<typeof contentView>
export type IssueVersionRequest = z.infer<typeof issueVersionRequest>
export type FreezeRequest = z.infer<typeof freezeRequest>
export type Renumbered = z.infer<typeof renumbered>
export type TextRef = z.infer<typeof textRef>
export type ComparedRef = z.infer<typeof comparedRef>
export type CompareRequest = z.infer<typeof compareRequest>
export type ComparisonMade = z.infer<typeof comparisonMade>
export type ComparisonView = z.infer<typeof comparisonView>
export type CorrectRequest = z.infer<typeof correctRequest>
export type OpenThreadRequest = z.infer<typeof openThreadRequest>
export type ThreadView = z.infer<typeof threadView>
export type ThreadsView = z.infer<typeof threadsView>
