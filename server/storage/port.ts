import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { Anchor, ThreadKind } from '#shared/records/index.ts'
import type { Role, TextKind } from '#shared/rights/index.ts'
import type { Language, NumberingStyle } from '#shared/clauses/index.ts'

/**
 * What the server keeps, and nothing of how. Asynchronous throughout, so that PostgreSQL can stand behind it.
 * Every method that writes has made its write durable when its promise resolves (ST1); it rejects with
 * `Refused('storage-full')` when the disk is full and `Refused('storage-failed')` for any other fault of the medium,
 * having written nothing (ST2). Ids are made by the caller; times are ISO 8601 UTC strings.
 */
export type Storage = Readonly<{
  drafts: DraftStore
  negotiations: NegotiationStore
  members: MemberStore
  invitations: InvitationStore
  texts: TextStore
  contents: ContentStore
  threads: ThreadStore
  journal: JournalStore
  /** Resolves when a write would succeed; rejects like any write otherwise. For `/healthz`. */
  probe(): Promise<void>
  close(): Promise<void>
}>

/** One update of a live draft, as the room appends it: who sent it, and which Yjs clients it speaks for first. */
export type DraftAppend = Readonly<{
  textId: string
  update: Uint8Array
  memberId: string
  at: string
  /** Yjs client ids seen for the first time, bound to `memberId` from now on. */
  newClients: readonly number[]
}>

/** The append-only log of live drafts: Yjs updates, merged now and then into a snapshot that replaces none of them in meaning. */
export type DraftStore = Readonly<{
  /** Appends a group in one durable commit, in order: all or nothing (ST3). */
  append(group: readonly DraftAppend[]): Promise<void>
  /** The draft's updates in order, a snapshot first if there is one; [] for an unknown text. */
  load(textId: string): Promise<readonly Uint8Array[]>
  /** Which member each Yjs client id speaks for. */
  clients(textId: string): Promise<ReadonlyMap<number, string>>
  /** Replaces the first `through` updates, as counted by `load`, by one `snapshot` that means the same. */
  compact(fold: Readonly<{ textId: string; snapshot: Uint8Array; through: number }>): Promise<void>
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
}>

export type TextStore = Readonly<{
  /** Makes the text and its live draft's first update in one commit (ST5). The seed's Yjs client stays unbound: nobody may write as it. */
  create(row: TextRow, seed: Uint8Array): Promise<void>
  get(id: string): Promise<TextRow | null>
  ofNegotiation(negotiationId: string): Promise<readonly TextRow[]>
  describe(id: string, change: Pick<TextRow, 'title' | 'submitter' | 'receivedOn' | 'chapterIds'>): Promise<void>
  /** Notes that the wording changed, with its size now. */
  touch(id: string, facts: Pick<TextRow, 'changedAt' | 'articles' | 'clauses' | 'title'>): Promise<void>
  /** Refuses with `symbol-taken` when another version in the negotiation bears the symbol. */
  addVersion(row: VersionRow): Promise<void>
  versions(textId: string): Promise<readonly VersionRow[]>
  /** The hold on the text's numbering, or null while numbering runs. */
  held(textId: string): Promise<HeldNumbers | null>
  setHeld(textId: string, held: HeldNumbers | null): Promise<void>
  /** Freezes the text, or lets it go on; answers false, and changes nothing, when it stands so already (ST13). */
  setFrozen(textId: string, frozen: Freeze | null): Promise<boolean>
}>

/** One side of a pinned comparison: which text or version, as of when, with the content that was pinned. */
export type PinnedSide = Readonly<{ textId: string; versionId: string | null; pinnedAt: string; contentHash: string }>
export type ComparisonRow = Readonly<{
  id: string
  negotiationId: string
  base: PinnedSide
  revised: PinnedSide
  createdBy: string
  createdAt: string
}>

/** Immutable wordings by the hash of their content, and the comparisons that point at them. */
export type ContentStore = Readonly<{
  /** Keeps a wording with its hold; keeping the same hash again changes nothing. */
  put(hash: string, content: Readonly<{ text: ClauseText; held: HeldNumbers | null }>): Promise<void>
  get(hash: string): Promise<Readonly<{ text: ClauseText; held: HeldNumbers | null }> | null>
  addComparison(row: ComparisonRow): Promise<void>
  comparison(id: string): Promise<ComparisonRow | null>
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

/** Who did what, append-only. `act` is a stable word ("text-brought-in"), `subject` the words to show for what it was done to. */
export type JournalEntry = Readonly<{
  negotiationId: string
  at: string
  memberId: string
  name: string
  delegation: string
  act: string
  subject: string
  textId: string | null
}>

export type JournalStore = Readonly<{
  append(entry: JournalEntry): Promise<void>
  latest(negotiationId: string, limit: number): Promise<readonly (JournalEntry & { readonly id: number })[]>
}>
