import type { ClauseText } from '#shared/clauses/index.ts'
import type { InvitationRow, MemberRow, Storage, TextRow, ThreadEventRow, ThreadRow, VersionRow } from '#server/storage/port.ts'
import { parseClauseId } from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'

const AT = '2026-03-02T10:00:00.000Z'

/** Who wrote a row of a draft's log. */
export const ANA = { memberId: 'm1', name: 'Ana Ferreira', delegation: 'Portugal' }

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

export const textOf = (id: string, change: Partial<TextRow> = {}): TextRow => ({
  id,
  negotiationId: 'n1',
  kind: 'rolling',
  title: 'Rolling text',
  submitter: 'Secretariat',
  delegation: 'Secretariat',
  receivedOn: '2026-03-01',
  chapterIds: ['general', 'final'],
  language: 'en',
  style: 'un',
  createdBy: 'm1',
  createdAt: AT,
  changedAt: AT,
  articles: 2,
  clauses: 9,
  frozen: null,
  ...change,
})

export const memberOf = (id: string, change: Partial<MemberRow> = {}): MemberRow => ({
  id,
  negotiationId: 'n1',
  userId: `user-${id}`,
  name: 'Ana Ferreira',
  role: 'drafter',
  delegation: 'Portugal',
  joinedAt: AT,
  leftAt: null,
  ...change,
})

export const invitationOf = (id: string, change: Partial<InvitationRow> = {}): InvitationRow => ({
  id,
  kind: 'invitation',
  tokenHash: `hash-${id}`,
  negotiationId: 'n1',
  role: 'drafter',
  delegation: 'Portugal',
  memberId: null,
  invitedBy: 'm1',
  uses: 1,
  usesLeft: 1,
  createdAt: AT,
  expiresAt: '2026-04-01T00:00:00.000Z',
  revokedAt: null,
  ...change,
})

export const versionOf = (id: string, change: Partial<VersionRow> = {}): Omit<VersionRow, 'journalHead'> => ({
  id,
  textId: 't1',
  ordinal: 1,
  symbol: null,
  note: 'as adopted',
  contentHash: 'h1',
  issuedBy: 'm1',
  issuedAt: AT,
  ...change,
})

const sampleId = parseClauseId('c_0000000001')
invariant(sampleId !== null, 'the sample id is a clause id')
export const clauseId = sampleId

export function threadOf(id: string, textId = 't1'): ThreadRow {
  const quote = { exact: 'serious crime', prefix: 'any ', suffix: ' means' }
  return { id, textId, kind: 'question', anchor: { clauseId, quote, offset: 4, place: null }, citation: 'Article 2(a)' }
}

export const eventOf = (id: string, what: ThreadEventRow['what'], threadId = 'th1'): ThreadEventRow => ({
  id,
  threadId,
  what,
  body: what === 'said' ? 'Why serious?' : '',
  memberId: 'm1',
  name: 'Ana Ferreira',
  delegation: 'Portugal',
  at: AT,
})

export const wording = (title: string): ClauseText => ({
  title,
  settings: { style: 'un', language: 'en', articleWord: null },
  clauses: [],
})

/** A storage with one negotiation `n1` and one text `t1` in it, seeded with the single byte 0. */
export async function withText(storage: Storage): Promise<Storage> {
  await storage.negotiations.create({ id: 'n1', title: 'Cybercrime convention', createdAt: AT })
  await storage.texts.create(textOf('t1'), bytes(0))
  return storage
}
