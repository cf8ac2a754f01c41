import { z } from 'zod'
import { LANGUAGES, NUMBERING_STYLES } from '#shared/clauses/index.ts'
import { ROLES, TEXT_KINDS } from '#shared/rights/index.ts'
import { dayField, idField, nameField } from './fields.ts'

/** A chapter of the negotiation's roadmap. `dueOn` null = no deadline yet. */
export const chapterView = z.object({ id: idField, title: nameField, dueOn: dayField.nullable() })

/** PUT /api/negotiations/:id/chapters — replaces the roadmap, in order; a row without id is new. */
export const chaptersRequest = z.object({
  chapters: z.array(z.object({ id: idField.nullable(), title: nameField, dueOn: dayField.nullable() })).max(100),
})

/** A version of a text as listed. `symbol` is its document symbol ("A/AC.291/22"), or null. */
export const versionView = z.object({
  id: idField,
  ordinal: z.number().int().positive(),
  symbol: z.string().nullable(),
  note: z.string(),
  contentHash: z.string(),
  issuedBy: z.string(),
  issuedAt: z.string(),
  /** The head of the journal with this version's issue in it, 64 hexadecimal digits; null for a version from before the journal was a chain. */
  journalHead: z.string().nullable(),
})

/** A text as the desk lists it. `receivedOn` is when the secretariat received it; `chapterIds` what it covers. */
export const textView = z.object({
  id: idField,
  kind: z.enum(TEXT_KINDS),
  title: z.string(),
  submitter: z.string(),
  /** The delegation that owns a private draft; '' otherwise. */
  delegation: z.string(),
  receivedOn: dayField,
  chapterIds: z.array(idField),
  language: z.enum(LANGUAGES),
  style: z.enum(NUMBERING_STYLES),
  articles: z.number().int().nonnegative(),
  clauses: z.number().int().nonnegative(),
  openThreads: z.number().int().nonnegative(),
  /** When its wording last changed, ISO 8601 UTC. */
  changedAt: z.string(),
  /** Why nobody may change it now, and who said so; null while it may be changed. */
  frozen: z.object({ reason: z.string(), by: z.string(), delegation: z.string(), at: z.string() }).nullable(),
  /** The symbol under which its numbering is held, or null while numbering runs. */
  heldUnder: z.string().nullable(),
  versions: z.array(versionView),
})

export const memberView = z.object({
  id: idField,
  name: z.string(),
  role: z.enum(ROLES),
  delegation: z.string(),
  /** Whether a socket of theirs is open now. */
  here: z.boolean(),
  joinedAt: z.string(),
})

export const invitationView = z.object({
  id: idField,
  role: z.enum(ROLES),
  delegation: z.string(),
  usesLeft: z.number().int().nonnegative(),
  uses: z.number().int().positive(),
  expiresAt: z.string(),
  revoked: z.boolean(),
  invitedBy: z.string(),
})

/** Everything that is written into the journal, as stable words. */
export const JOURNAL_ACTS = [
  'set-up',
  'sample-loaded',
  'text-brought-in',
  'text-described',
  'text-edited',
  'version-issued',
  'text-renumbered',
  'text-restored',
  'text-frozen',
  'text-unfrozen',
  'chapters-set',
  'invitation-made',
  'invitation-revoked',
  'member-joined',
  'member-changed',
  'member-ended',
  'reset-link-made',
  'access-reset',
  'comparison-pinned',
  'match-corrected',
  'thread-opened',
  'thread-replied',
  'thread-resolved',
  'thread-reopened',
  'rescued-dismissed',
  'rescued-returned',
] as const
export type JournalAct = (typeof JOURNAL_ACTS)[number]

/**
 * A line of the journal: what was done, by whom, when. `act` is one of `JOURNAL_ACTS`, or of a later version's; `subject` what it
 * was done to, in words that need no translation: names, titles, symbols, citations.
 */
export const journalLine = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  delegation: z.string(),
  act: z.string(),
  subject: z.string(),
  textId: idField.nullable(),
})

/** GET /api/negotiations/:id — everything the desk shows, cut to what the asker may see. */
export const deskView = z.object({
  negotiation: z.object({ id: idField, title: z.string() }),
  me: memberView,
  chapters: z.array(chapterView),
  texts: z.array(textView),
  members: z.array(memberView),
  /** Empty for those who may not see invitations. */
  invitations: z.array(invitationView),
  /** The latest 50, newest first. */
  journal: z.array(journalLine),
  /** The server's day, against which deadlines are late. */
  today: dayField,
})

/**
 * POST /api/negotiations/:id/sample — loads the sample texts. Answers what the newcomer needs next. Asked again, it makes
 * nothing twice and answers a fresh link.
 */
export const sampleLoaded = z.object({
  rollingTextId: idField,
  draftIds: z.array(idField),
  /** `/second#<token>`: opens the rolling text as a second drafter, once, within a day. */
  secondDrafterPath: z.string(),
})

/** POST /api/negotiations/:id/invitations */
export const inviteRequest = z.object({
  role: z.enum(ROLES),
  delegation: nameField,
  uses: z.number().int().min(1).max(1000),
  validDays: z.number().int().min(1).max(365),
})
/** `path` is shown once: `/join#<token>`; the server keeps only a hash. */
export const invited = z.object({ invitation: invitationView, path: z.string() })

/** PATCH /api/members/:id. DELETE /api/members/:id ends a membership; DELETE /api/invitations/:id revokes. */
export const memberChangeRequest = z.object({ role: z.enum(ROLES), delegation: nameField })
/** POST /api/members/:id/reset-link — `path` is `/reset#<token>`, shown once. */
export const resetLink = z.object({ path: z.string(), expiresAt: z.string() })

export type ChapterView = z.infer<typeof chapterView>
export type ChaptersRequest = z.infer<typeof chaptersRequest>
export type VersionView = z.infer<typeof versionView>
export type TextView = z.infer<typeof textView>
export type MemberView = z.infer<typeof memberView>
export type InvitationView = z.infer<typeof invitationView>
export type JournalLine = z.infer<typeof journalLine>
export type DeskView = z.infer<typeof deskView>
export type SampleLoaded = z.infer<typeof sampleLoaded>
export type InviteRequest = z.infer<typeof inviteRequest>
export type Invited = z.infer<typeof invited>
export type MemberChangeRequest = z.infer<typeof memberChangeRequest>
export type ResetLink = z.infer<typeof resetLink>
