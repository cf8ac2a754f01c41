import type { InvitationRow, JournalEntry, MemberRow, Storage, TextRow, ThreadEventRow, ThreadRow, VersionRow } from '#server/storage/port.ts'
import type { ThreadView } from '#shared/api/index.ts'
import type { Signature } from '#shared/records/index.ts'

/** Rows as the API shows them. */

export const memberView = (row: MemberRow, here: ReadonlySet<string>) => ({
  id: row.id,
  name: row.name,
  role: row.role,
  delegation: row.delegation,
  here: here.has(row.id),
  joinedAt: row.joinedAt,
})

export const invitationView = (row: InvitationRow, nameOf: (memberId: string) => string) => ({
  id: row.id,
  role: row.role,
  delegation: row.delegation,
  usesLeft: row.usesLeft,
  uses: row.uses,
  expiresAt: row.expiresAt,
  revoked: row.revokedAt !== null,
  invitedBy: nameOf(row.invitedBy),
})

export const versionView = ({ textId: _textId, ...shown }: VersionRow) => shown

export const journalView = (entry: JournalEntry & Readonly<{ id: number }>) => ({
  id: entry.id,
  at: entry.at,
  by: entry.name,
  delegation: entry.delegation,
  act: entry.act,
  subject: entry.subject,
  textId: entry.textId,
})

/** The texts as the desk lists them; `chapterIds` beyond the roadmap as it now is are left out. */
export async function textViews(texts: readonly TextRow[], storage: Pick<Storage, 'texts' | 'threads'>, chapterIds: ReadonlySet<string>) {
  const openThreads = await storage.threads.openCounts(texts.map(({ id }) => id))
  return Promise.all(
    texts.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      submitter: row.submitter,
      delegation: row.kind === 'private' ? row.delegation : '',
      receivedOn: row.receivedOn,
      chapterIds: row.chapterIds.filter((id) => chapterIds.has(id)),
      language: row.language,
      style: row.style,
      articles: row.articles,
      clauses: row.clauses,
      openThreads: openThreads.get(row.id) ?? 0,
      changedAt: row.changedAt,
      frozen: row.frozen,
      heldUnder: (await storage.texts.held(row.id))?.symbol ?? null,
      versions: (await storage.texts.versions(row.id)).map(versionView),
    })),
  )
}

const signatureOf = ({ memberId, name, delegation, at }: ThreadEventRow): Signature => ({ memberId, name, delegation, at })

/** A thread as its events make it: the last closing or reopening decides. */
export function threadView({ id, textId, kind, anchor, citation }: ThreadRow, events: readonly ThreadEventRow[]): ThreadView {
  const last = events.filter(({ what }) => what !== 'said').at(-1)
  const { quote } = anchor
  return {
    id,
    textId,
    kind,
    anchor: { ...anchor, quote: quote === null ? null : { ...quote } },
    citation,
    entries: events
      .filter(({ what }) => what === 'said')
      .map((event) => ({ id: event.id, signature: signatureOf(event), body: event.body })),
    resolved: last?.what === 'resolved' ? signatureOf(last) : null,
  }
}

/** What a version is called: by its symbol, or by its number. */
export const versionName = ({ symbol, ordinal }: Pick<VersionRow, 'symbol' | 'ordinal'>): string => symbol ?? `Version ${ordinal}`
