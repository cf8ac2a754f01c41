import type { HeldNumbers } from '#shared/clauses/index.ts'
import type { ItemRange } from '#shared/document/index.ts'
import type { Anchor, Signature, ThreadKind } from '#shared/records/index.ts'
import type { Role, TextKind } from '#shared/rights/index.ts'
import type { Language, NumberingStyle } from '#shared/clauses/index.ts'
import type { ContentStore } from './pinned.ts'

export type { ComparisonRow, ContentStore, CorrectionRow, MatrixRow, PinnedSide } from './pinned.ts'

/**
 * What the server keeps, and nothing of how. Asynchronous throughout, so that PostgreSQL can stand behind it.
 * Every method that writes has made its write durable when its promise resolves (ST1); it rejects with
 * `Refused('storage-full')` when the disk is full and `Refused('storage-failed')` for any other fault of the medium,
 * having written nothing (ST2). Ids are made by the caller; times are ISO 8601 UTC strings.
 */
export type Storage = Stores &
  Readonly<{
    /**
     * Makes what `work` asks of the stores it is given one commit, in that order: all of it or nothing. What is asked after
     * `work` has returned is too late and throws.
     */
    together(work: (inside: Stores) => readonly Promise<unknown>[]): Promise<void>
    /** Resolves when a write would succeed; rejects like any write otherwise. For `/healthz`. */
    probe(): Promise<void>
    close(): Promise<void>
  }>

export type Stores = Readonly<{
  drafts: DraftStore
  negotiations: NegotiationStore
  members: MemberStore
  invitations: InvitationStore
  texts: TextStore
  contents: ContentStore
  threads: ThreadStore
  dismissals: DismissalStore
  journal: JournalStore
}>

/** One update of a live draft, as the room appends it: who sent it, in whose name, and which Yjs clients it speaks for first. */
export type DraftAppend = Readonly<{
  textId: string
  update: Uint8Array
  memberId: string
  name: string
  /** The delegation held at that moment. */
  delegation: string
  at: string
  /** Yjs client ids seen for the first time, bound to `memberId` from now on. */
  newClients: readonly number[]
}>

/**
 * A stored row of a draft's log: what one member wrote, in whose name, and when. Nobody's in the seed and in what was folded
 * before rows were kept; rows older than the columns have no name and no delegation.
 */
export type DraftLogRow = Readonly<{
  seq: number
  update: Uint8Array
  memberId: string | null
  name: string | null
  delegation: string | null
  at: string | null
}>

/** A snapshot that means the first `through` updates, as counted by `load`, and how the log's rows behind it shrink. */
export type DraftFold = Readonly<{
  textId: string
  snapshot: Uint8Array
  through: number
  /** Answers fewer rows that say the same, each under the `seq` of one of those given; called once, with rows of one draft in order. */
  merge(rows: readonly DraftLogRow[]): readonly DraftLogRow[]
}>

/** The log of live drafts, kept for good: Yjs updates with their authors; and of each draft the snapshot that opening starts from. */
export type DraftStore = Readonly<{
  /** Appends a group in one durable commit, in order: all or nothing (ST3). */
  append(group: readonly DraftAppend[]): Promise<void>
  /** What opening starts from: the snapshot, if there is one, and the updates after it in order; [] for an unknown text. */
  load(textId: string): Promise<readonly Uint8Array[]>
  /**
   * The whole log in order, the seed first, for history and authorship. Folding may have merged rows of one member that lie
   * within a minute; it never mixes members or delegations and never drops what a row wrote or deleted (ST13).
   */
  log(textId: string): Promise<readonly DraftLogRow[]>
  /** Which member each Yjs client id speaks for. */
  clients(textId: string): Promise<ReadonlyMap<number, string>>
  /** Lets `load` start from a new snapshot, and merges the rows it covers that no snapshot covered before: one commit (ST7). */
  compact(fold: DraftFold): Promise<void>
}>

export type NegotiationRow = Readonly<{ id: string; title: string; createdAt: string }>
export type ChapterRow = Readonly<{ id: string; title: string; dueOn: string | null }>

export type NegotiationStore = Readonly<{
  create(row: NegotiationRow): Promise<void>
  get(id: string): Promise<NegotiationRow | null>
  count(): Promise<number>
  chapters(id: string): Promise<readonly ChapterRow[]>
  replaceChapters(id: string, chapters: readonly ChapterRow[]): Promise<void>
}>

/** A membership: `leftAt` set once it has ended. `userId` is the account's id in the identity tables. */
export type MemberRow = Readonly<{
  id: string
  negotiationId: string
  userId: string
  name: string
  role: Role
  delegation: string
  joinedAt: string
  leftAt: string | null
}>

export type MemberStore = Readonly<{
  add(row: MemberRow): Promise<void>
  get(id: string): Promise<MemberRow | null>
  /** Those who have not left. */
  ofNegotiation(negotiationId: string): Promise<readonly MemberRow[]>
  ofUser(userId: string): Promise<readonly MemberRow[]>
  change(id: string, change: Readonly<{ role: Role; delegation: string }>): Promise<void>
  end(id: string, at: string): Promise<void>
}>

/** A one-time link. `kind` tells what it opens; only the token's hash is kept. `memberId` is whom a reset is for. */
export type InvitationRow = Readonly<{
  id: string
  kind: 'setup' | 'invitation' | 'second-drafter' | 'reset'
  tokenHash: string
  negotiationId: string | null
  role: Role
  delegation: string
  memberId: string | null
  invitedBy: string
  uses: number
  usesLeft: number
  createdAt: string
  expiresAt: string
  revokedAt: string | null
}>

export type InvitationStore = Readonly<{
  add(row: InvitationRow): Promise<void>
  byHash(tokenHash: string): Promise<InvitationRow | null>
  get(id: string): Promise<InvitationRow | null>
  ofNegotiation(negotiationId: string): Promise<readonly InvitationRow[]>
  /** Takes one use; false when none is left, it has expired by `at` or was revoked. Two at once never share a use (ST4). */
  spend(id: string, at: string): Promise<boolean>
  /** Gives a use back when what it was spent for came to nothing. */
  restore(id: string): Promise<void>
  revoke(id: string, at: string): Promise<void>
}>

/** Why nobody may change a text now, and who said so when. */
export type Freeze = Readonly<{ reason: string; by: string; delegation: string; at: string }>

export type TextRow = Readonly<{
  id: string
  negotiationId: string
  kind: TextKind
  title: string
  submitter: string
  delegation: string
  receivedOn: string
  chapterIds: readonly string[]
  language: Language
  style: NumberingStyle
  createdBy: string
  createdAt: string
  changedAt: string
  articles: number
  clauses: number
  /** Null while the text may be changed. */
  frozen: Freeze | null
}>

export type VersionRow = Readonly<{
  id: string
  textId: string
  ordinal: number
  symbol: string | null
  note: string
  contentHash: string
  issuedBy: string
  issuedAt: string
  /** The head of the negotiation's journal when the version was issued, its own entry included (JR5); null for one from before the chain. */
  journalHead: string | null
}>

export type TextStore = Readonly<{
  /** Makes the text and its live draft's first update in one commit (ST5). The seed's Yjs client stays unbound: nobody may write as it. */
  create(row: TextRow, seed: Uint8Array): Promise<void>
  get(id: string): Promise<TextRow | null>
  ofNegotiation(negotiationId: string): Promise<readonly TextRow[]>
  describe(id: string, change: Pick<TextRow, 'title' | 'submitter' | 'receivedOn' | 'chapterIds'>): Promise<void>
  /** Notes that the wording changed, with its size now. */
  touch(id: string, facts: Pick<TextRow, 'changedAt' | 'articles' | 'clauses' | 'title'>): Promise<void>
  /** Keeps the version with the journal's head. Refuses with `symbol-taken` when another version in the negotiation bears the symbol. */
  addVersion(row: Omit<VersionRow, 'journalHead'>): Promise<void>
  versions(textId: string): Promise<readonly VersionRow[]>
  /** The hold on the text's numbering, or null while numbering runs. */
  held(textId: string): Promise<HeldNumbers | null>
  setHeld(textId: string, held: HeldNumbers | null): Promise<void>
  /** Freezes the text, or lets it go on; answers false, and changes nothing, when it stands so already (ST21). */
  setFrozen(textId: string, frozen: Freeze | null): Promise<boolean>
}>

export type ThreadRow = Readonly<{
  id: string
  textId: string
  kind: ThreadKind
  anchor: Anchor
  citation: string
}>

/** Statements and closings, append-only; the state of a thread follows from its events in order (ST6). */
export type ThreadEventRow = Readonly<{
  id: string
  threadId: string
  what: 'said' | 'resolved' | 'reopened'
  body: string
  memberId: string
  name: string
  delegation: string
  at: string
}>

export type ThreadStore = Readonly<{
  /** Makes the thread with its first statement in one commit. */
  open(row: ThreadRow, first: ThreadEventRow): Promise<void>
  append(event: ThreadEventRow): Promise<void>
  get(id: string): Promise<ThreadRow | null>
  ofText(textId: string): Promise<readonly Readonly<{ row: ThreadRow; events: readonly ThreadEventRow[] }>[]>
  openCounts(textIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}>

/** Rescued words that somebody took out of the tray. */
export type DismissalRow = Signature & Readonly<{ id: string; textId: string; ranges: readonly ItemRange[]; quote: string; citation: string }>

/** Dismissals, none of which is ever forgotten: one that was brought back no longer stands (ST20). */
export type DismissalStore = Readonly<{
  add(row: DismissalRow): Promise<void>
  /** Also one that no longer stands. */
  get(id: string): Promise<DismissalRow | null>
  /** Those that stand, oldest first. */
  ofText(textId: string): Promise<readonly DismissalRow[]>
  /** Whether it stood until now: of two who ask at once one is told so. */
  bringBack(id: string, at: string): Promise<boolean>
}>

/**
 * Who did what, append-only. `act` is a stable word ("text-brought-in"), `subject` the words to show for what it was done to,
 * `digest` the SHA-256 of a wording that it fixes for good, or null.
 */
export type JournalEntry = Readonly<{
  negotiationId: string
  at: string
  memberId: string
  name: string
  delegation: string
  act: string
  subject: string
  textId: string | null
  digest: string | null
}>

/** The journal: one chain of hashes a negotiation (rules in `journal/SPEC.md`). */
export type JournalStore = Readonly<{
  /** Puts the entry at the end of its chain. */
  append(entry: JournalEntry): Promise<void>
  /** What was done to one text by the acts of one name, the earliest first. */
  ofText(textId: string, act: string): Promise<readonly JournalEntry[]>
  /** Newest first; `id` is the entry's position in its chain. */
  latest(negotiationId: string, limit: number): Promise<readonly (JournalEntry & { readonly id: number })[]>
}>
