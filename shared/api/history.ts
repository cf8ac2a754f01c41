import { z } from 'zod'
import { idField } from './fields.ts'
import { versionView } from './negotiation.ts'
import { clauseField, clauseIdField, clauseTextField, heldField } from './text.ts'

const count = z.number().int().nonnegative()
/** A row of a draft's log, as a point in its time: later ones are greater. */
const seqField = z.number().int().nonnegative()

/** Who wrote, in whose name; a name or delegation that was not noted then is ''. */
export const handView = z.object({ memberId: idField, name: z.string(), delegation: z.string() })

/** A clause in few words: its citation as the text now stands, null when it stands no more, and how it begins. */
export const clauseMention = z.object({ id: clauseIdField, citation: z.string().nullable(), opening: z.string() })

/** A stretch of work of one member. `clauses`: the first of those worked on, `clauseCount` of them in all. */
export const sessionOfWork = z.object({
  seq: seqField,
  hand: handView,
  from: z.string(),
  to: z.string(),
  wordsIn: count,
  wordsOut: count,
  clauses: z.array(clauseMention),
  clauseCount: count,
})

/** A moment that can be gone back to. `rests`: the draft came to rest there, an automatic checkpoint. */
export const pointView = z.object({ seq: seqField, at: z.string(), hands: z.array(handView), rests: z.boolean() })

/** GET /api/texts/:id/history — sessions and points, the earliest first. `earlierRows`: the oldest rows that were too many to tell. */
export const historyView = z.object({
  lastSeq: seqField,
  earlierRows: count,
  sessions: z.array(sessionOfWork),
  points: z.array(pointView),
  versions: z.array(versionView),
  restored: z.array(z.object({ at: z.string(), by: z.string(), delegation: z.string(), subject: z.string() })),
})

const runView = z.object({ kind: z.enum(['keep', 'strike', 'insert']), text: z.string() })

/** GET /api/texts/:id/history/clause?clause=<id> — what happened to one clause, the latest first; `left` earlier ones are not told. */
export const clauseHistoryView = z.object({
  clause: clauseMention,
  entries: z.array(
    z.object({
      seq: seqField,
      at: z.string(),
      hand: handView,
      /** The clause itself, or one that it was split off. */
      clauseId: clauseIdField,
      what: z.enum(['added', 'split-off', 'returned', 'edited', 'moved', 'relabelled', 'joined', 'removed']),
      moved: z.boolean(),
      runs: z.array(runView),
    }),
  ),
  left: count,
})

/** GET /api/texts/:id/history/at?seq=<n> — the draft as it stood at `seq`, and what changed since the point before. */
export const pastView = z.object({
  point: pointView,
  text: clauseTextField,
  held: heldField,
  changed: z.array(z.object({ id: clauseIdField, what: z.enum(['added', 'edited', 'moved', 'relabelled']), runs: z.array(runView) })),
  /** Clauses that the point took away, each behind the clause it stood behind, null for the first. */
  gone: z.array(z.object({ after: clauseIdField.nullable(), clause: clauseField })),
})

/** POST /api/texts/:id/restore — makes the draft read as a version, or as it stood at a point, by a change on top. */
export const restoreRequest = z.union([z.strictObject({ versionId: idField }), z.strictObject({ seq: seqField })])

export type HandView = z.infer<typeof handView>
export type ClauseMention = z.infer<typeof clauseMention>
export type SessionOfWork = z.infer<typeof sessionOfWork>
export type PointView = z.infer<typeof pointView>
export type HistoryView = z.infer<typeof historyView>
export type ClauseHistoryView = z.infer<typeof clauseHistoryView>
export type PastView = z.infer<typeof pastView>
export type RestoreRequest = z.infer<typeof restoreRequest>
