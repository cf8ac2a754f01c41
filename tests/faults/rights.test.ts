import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { deskView, dismissalView, threadView, type DeskView } from '#shared/api/index.ts'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { CLOSE, MESSAGE, closeReasonOf, draftRoom, type CloseId } from '#shared/protocol/index.ts'
import { ROLES, may, type Act, type Role, type TextKind } from '#shared/rights/index.ts'
import { invite, signUpChair, startForTest, type Ask, type Person, type TestProgram, type Visitor } from '#tests/support/program.ts'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { fileOf, SHORT_TREATY } from '../server/http/treaty.ts'
import { updateFrame, vectorFrame, awarenessFrame, written } from './frames/writing.ts'

/** Ids of what the table speaks of. */
type House = Readonly<{ negotiation: string; rolling: string; privateText: string; thread: string; chair: string; invitation: string; comparison: string; matrix: string; dismissal: string }>

/** Who must be let in: anybody; whoever is signed in to this negotiation; or by the table of rights. */
type Rule = 'anybody' | 'member' | Act

type Entry = Readonly<{ path: (house: House) => string; ask?: Omit<Ask, 'method'>; rule: Rule }>

const rollingText = { kind: 'rolling', delegation: '' } as const
const bringIn = (kind: TextKind) => ({ kind, title: 'T', submitter: '', receivedOn: '2026-11-20', chapterIds: [], language: null, file: fileOf('t.txt', SHORT_TREATY) })
const anchor = { clauseId: 'c_0123456789', quote: null, offset: 0, place: null }
const anyText = { textId: 'a'.repeat(20), versionId: null }
const onText = (path: string, rule: Rule, body?: unknown): Entry => ({ path: ({ rolling }) => `/api/texts/${rolling}${path}`, rule, ...(body === undefined ? {} : { ask: { body } }) })
const rescued = { ranges: [{ client: 1, clock: 2, length: 3 }], quote: 'the', citation: 'Article 1' }
const onThread = (path: string, body?: unknown): Entry => ({
  path: ({ thread }) => `/api/threads/${thread}${path}`,
  rule: { do: 'annotate', text: rollingText },
  ...(body === undefined ? {} : { ask: { body } }),
})

/** Every route of the program and who may have it: a route that is not here fails the test. */
const TABLE: Readonly<Record<string, Entry>> = {
  'GET /healthz': { path: () => '/healthz', rule: 'anybody' },
  'GET /api/session': { path: () => '/api/session', rule: 'anybody' },
  'POST /api/sign-in': { path: () => '/api/sign-in', rule: 'anybody' },
  'POST /api/sign-out': { path: () => '/api/sign-out', rule: 'anybody' },
  'POST /api/reset-access': { path: () => '/api/reset-access', rule: 'anybody' },
  'POST /api/setup': { path: () => '/api/setup', rule: 'anybody' },
  'POST /api/invitations/look': { path: () => '/api/invitations/look', rule: 'anybody' },
  'POST /api/join': { path: () => '/api/join', rule: 'anybody' },
  'POST /api/second-drafter': { path: () => '/api/second-drafter', rule: 'anybody' },
  'GET /api/negotiations/:id': { path: ({ negotiation }) => `/api/negotiations/${negotiation}`, rule: 'member' },
  'PUT /api/negotiations/:id/chapters': { path: ({ negotiation }) => `/api/negotiations/${negotiation}/chapters`, ask: { body: { chapters: [] } }, rule: { do: 'set-deadlines' } },
  'POST /api/negotiations/:id/sample': { path: ({ negotiation }) => `/api/negotiations/${negotiation}/sample`, rule: { do: 'start-sample' } },
  'POST /api/negotiations/:id/invitations': {
    path: ({ negotiation }) => `/api/negotiations/${negotiation}/invitations`,
    ask: { body: { role: 'secretariat', delegation: 'X', uses: 1, validDays: 1 } },
    rule: { do: 'invite', role: 'secretariat' },
  },
  'DELETE /api/invitations/:id': { path: ({ invitation }) => `/api/invitations/${invitation}`, rule: { do: 'invite', role: 'secretariat' } },
  'PATCH /api/members/:id': { path: ({ chair }) => `/api/members/${chair}`, ask: { body: { role: 'reader', delegation: 'X' } }, rule: { do: 'change-member', from: 'chair', to: 'reader' } },
  'DELETE /api/members/:id': { path: ({ chair }) => `/api/members/${chair}`, rule: { do: 'change-member', from: 'chair', to: 'reader' } },
  'POST /api/members/:id/reset-link': { path: ({ chair }) => `/api/members/${chair}/reset-link`, rule: { do: 'reset-access' } },
  'POST /api/negotiations/:id/texts': { path: ({ negotiation }) => `/api/negotiations/${negotiation}/texts`, ask: { body: bringIn('rolling') }, rule: { do: 'bring-in', kind: 'rolling', delegation: 'Merinda' } },
  'PATCH /api/texts/:id': onText('', { do: 'describe-text', text: rollingText }, { title: 'X', submitter: '', receivedOn: '2026-11-20', chapterIds: [] }),
  'GET /api/texts/:id/content': onText('/content', { do: 'read-text', text: rollingText }),
  'POST /api/texts/:id/versions': onText('/versions', { do: 'issue-version', text: rollingText }, { symbol: 'A/1', note: '' }),
  'POST /api/texts/:id/renumber': onText('/renumber', { do: 'renumber', text: rollingText }),
  'POST /api/texts/:id/freeze': onText('/freeze', { do: 'freeze', text: rollingText }, { reason: 'Why not?' }),
  'POST /api/texts/:id/unfreeze': onText('/unfreeze', { do: 'freeze', text: rollingText }),
  'GET /api/texts/:id/history': onText('/history', { do: 'read-history', text: rollingText }),
  'GET /api/texts/:id/history/at': onText('/history/at?seq=1', { do: 'read-history', text: rollingText }),
  'GET /api/texts/:id/history/clause': onText('/history/clause?clause=c_0123456789', { do: 'read-history', text: rollingText }),
  'POST /api/texts/:id/restore': onText('/restore', { do: 'restore-text', text: rollingText }, { seq: 1 }),
  'GET /api/texts/:id/authorship': onText('/authorship', { do: 'read-text', text: rollingText }),
  'GET /api/texts/:id/dismissals': onText('/dismissals', { do: 'read-text', text: rollingText }),
  'POST /api/texts/:id/dismissals': onText('/dismissals', { do: 'edit-text', text: rollingText }, rescued),
  'POST /api/dismissals/:id/return': { path: ({ dismissal }) => `/api/dismissals/${dismissal}/return`, rule: { do: 'edit-text', text: rollingText } },
  'POST /api/negotiations/:id/comparisons': { path: ({ negotiation }) => `/api/negotiations/${negotiation}/comparisons`, ask: { body: { base: anyText, revised: anyText } }, rule: { do: 'compare' } },
  'POST /api/negotiations/:id/matrices': { path: ({ negotiation }) => `/api/negotiations/${negotiation}/matrices`, ask: { body: { texts: [anyText, anyText] } }, rule: { do: 'compare' } },
  'GET /api/matrices/:id': { path: ({ matrix }) => `/api/matrices/${matrix}`, rule: { do: 'compare' } },
  'GET /api/comparisons/:id': { path: ({ comparison }) => `/api/comparisons/${comparison}`, rule: { do: 'compare' } },
  'POST /api/comparisons/:id/corrections': { path: ({ comparison }) => `/api/comparisons/${comparison}/corrections`, ask: { body: { base: 'c_0123456789', revised: 'c_0123456789', verdict: 'same' } }, rule: { do: 'correct-match' } },
  'GET /api/texts/:id/threads': onText('/threads', { do: 'read-text', text: rollingText }),
  'POST /api/texts/:id/threads': onText('/threads', { do: 'annotate', text: rollingText }, { kind: 'comment', anchor, citation: '', body: 'Why?' }),
  'POST /api/threads/:id/entries': onThread('/entries', { body: 'So.' }),
  'POST /api/threads/:id/resolve': onThread('/resolve'),
  'POST /api/threads/:id/reopen': onThread('/reopen'),
}

let program: TestProgram
let house: House
let people: ReadonlyMap<Role | 'stranger' | 'former' | 'elsewhere', Visitor>

beforeAll(async () => {
  const first = await startForTest()
  const chair = await signUpChair(first)
  const at = `/api/negotiations/${chair.negotiationId}`
  const rolling = (await (await chair.ask(`${at}/texts`, { method: 'POST', body: bringIn('rolling') })).json()) as { text: { id: string } }
  const ours = (await (await chair.ask(`${at}/texts`, { method: 'POST', body: bringIn('private') })).json()) as { text: { id: string } }
  const thread = await chair.post(`/api/texts/${rolling.text.id}/threads`, { kind: 'comment', anchor, citation: '', body: 'Why?' }, threadView)
  const dismissal = await chair.post(`/api/texts/${rolling.text.id}/dismissals`, rescued, dismissalView)
  const ref = { textId: rolling.text.id, versionId: null }
  const comparison = (await (await chair.ask(`${at}/comparisons`, { method: 'POST', body: { base: ref, revised: ref } })).json()) as { id: string }
  const matrix = (await (await chair.ask(`${at}/matrices`, { method: 'POST', body: { texts: [ref, ref, ref] } })).json()) as { id: string }
  await chair.ask(`${at}/invitations`, { method: 'POST', body: { role: 'secretariat', delegation: 'Open', uses: 1, validDays: 1 } })
  const persons = new Map<Role | 'former' | 'elsewhere', Person>([['chair', chair]])
  for (const role of ROLES.filter((role) => role !== 'chair')) persons.set(role, await invite(first, chair, { role, name: role }))
  for (const who of ['former', 'elsewhere'] as const) persons.set(who, await invite(first, chair, { role: 'secretariat', name: who }))
  const desk: DeskView = await chair.get(at, deskView)
  const idOf = (name: string): string => desk.members.find((member) => member.name === name)?.id ?? ''
  for (const name of ['former', 'elsewhere']) await chair.ask(`/api/members/${idOf(name)}`, { method: 'DELETE' })
  await first.travaux.close()
  // Another negotiation on the same server, whose secretariat the last of them is.
  const { storage } = await openSqlite(first.dataDir)
  const row = await storage.members.get(idOf('elsewhere'))
  await storage.negotiations.create({ id: 'other', title: 'Another negotiation', createdAt: '' })
  if (row !== null) await storage.members.add({ ...row, id: 'melsewhere', negotiationId: 'other', leftAt: null })
  await storage.close()

  program = await startForTest({ dataDir: first.dataDir })
  house = {
    negotiation: chair.negotiationId,
    rolling: rolling.text.id,
    privateText: ours.text.id,
    thread: thread.id,
    chair: idOf('Ada Chair'),
    invitation: desk.invitations.find(({ delegation }) => delegation === 'Open')?.id ?? '',
    comparison: comparison.id,
    matrix: matrix.id,
    dismissal: dismissal.id,
  }
  const entered = new Map<Role | 'stranger' | 'former' | 'elsewhere', Visitor>([['stranger', program.visitor()]])
  for (const [who, { email, password }] of persons) {
    const visitor = program.visitor()
    await visitor.ask('/api/sign-in', { method: 'POST', body: { email, password } })
    entered.set(who, visitor)
  }
  people = entered
})
afterAll(() => program.end())

const KEPT = ['negotiations', 'chapters', 'members', 'invitations', 'texts', 'versions', 'contents', 'comparisons', 'matrices', 'threads', 'thread_events', 'journal', 'draft_log', 'draft_snapshots', 'draft_clients', 'dismissals', 'corrections']

/** Everything that negotiations consist of, as it stands in the database. */
function everything(): string {
  const database = new Database(join(program.dataDir, 'travaux.db'))
  try {
    return JSON.stringify(KEPT.map((table) => database.prepare(`SELECT * FROM ${table}`).raw().all([])))
  } finally {
    database.close()
  }
}

/** How `who` must be refused; null for those who must not be. */
function refusalFor(who: Role | 'stranger' | 'former' | 'elsewhere', rule: Rule): readonly [number, string] | null {
  if (rule === 'anybody') return null
  if (who === 'stranger') return [401, 'not-signed-in']
  if (who === 'former' || who === 'elsewhere') return [404, 'not-found']
  return rule === 'member' || may({ role: who, delegation: 'Merinda' }, rule) ? null : [403, 'not-allowed']
}

test('every route stands in the table', () => {
  const served = program.travaux.routes.filter((route) => !route.startsWith('HEAD ') && /^\w+ \/(?:api|healthz)/.test(route))
  expect([...new Set(served)].sort((a, b) => a.localeCompare(b))).toEqual(Object.keys(TABLE).sort((a, b) => a.localeCompare(b)))
})

test('whoever may not is refused on every route, changes nothing, and is written into the log', async () => {
  const before = everything()
  const wrong: string[] = []
  let tried = 0
  for (const [route, { path, ask, rule }] of Object.entries(TABLE)) {
    const [method = ''] = route.split(' ')
    for (const [who, visitor] of people) {
      const expected = refusalFor(who, rule)
      if (expected === null) continue
      tried++
      const logged = program.log().length
      const given = await visitor.refusal(path(house), { ...ask, method: method as 'GET' })
      const line = program.log().slice(logged)
      if (given.join() !== expected.join()) wrong.push(`${route} for ${who}: ${given.join()} instead of ${expected.join()}`)
      if (!line.includes(`"refusal":"${expected[1]}"`)) wrong.push(`${route} for ${who} is not in the log`)
    }
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(100)
  expect(everything()).toBe(before)
})

/** What a client can say on a draft's socket. `edits`: it takes the right to edit; `never`: nobody may say it. */
function sayings(): readonly Readonly<{ what: string; frame: Uint8Array | string; needs: 'nothing' | 'edits' | 'never' }>[] {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'written')
  const update = Y.encodeStateAsUpdate(doc)
  return [
    { what: 'a state vector', frame: vectorFrame(Uint8Array.of(0)), needs: 'nothing' },
    { what: 'an update', frame: updateFrame(update), needs: 'edits' },
    { what: 'an answer to a state vector', frame: written(MESSAGE.sync, 1, update.length, update), needs: 'edits' },
    { what: 'a presence', frame: awarenessFrame(written(1, doc.clientID, 1, '{}')), needs: 'nothing' },
    { what: 'a question who is present', frame: Uint8Array.of(MESSAGE.queryAwareness), needs: 'nothing' },
    { what: 'a permission', frame: written(MESSAGE.auth, 0, 'none'), needs: 'never' },
    { what: 'that all is stored', frame: written(MESSAGE.stored, 1), needs: 'never' },
    { what: 'words', frame: '{}', needs: 'never' },
  ]
}

/** The reason with which the socket of `visitor` is closed for saying `frame` in the room of `textId`; null when it is not. */
async function closedFor(visitor: Visitor, { textId, frame }: Readonly<{ textId: string; frame: Uint8Array | string }>): Promise<CloseId | 'access-changed' | number | null> {
  const url = `${program.url.replace('http', 'ws')}/live/${draftRoom(textId)}?schema=${SCHEMA_VERSION}`
  const socket = new WebSocket(url, { origin: program.url, headers: { cookie: visitor.cookie() } })
  const closed = once(socket, 'close').then(([code]: unknown[]) => Number(code))
  await once(socket, 'open')
  socket.send(frame)
  const answered = once(socket, 'pong').then(() => null)
  socket.ping()
  const code = await Promise.race([closed, answered])
  socket.terminate()
  if (code === null) return null
  const reason = closeReasonOf(code)
  return reason === null ? code : (reason.reason as CloseId)
}

test('whoever may not is hung up on for every message on a live draft, changes nothing, and is written into the log', async () => {
  const before = everything()
  const wrong: string[] = []
  for (const [who, visitor] of people) {
    for (const [textId, text] of [[house.rolling, rollingText], [house.privateText, { kind: 'private', delegation: 'Secretariat' }]] as const) {
      for (const { what, frame, needs } of sayings()) {
        const actor = who === 'stranger' || who === 'former' || who === 'elsewhere' ? null : { role: who, delegation: who === 'chair' ? 'Secretariat' : 'Merinda' }
        const outside = who === 'stranger' ? 'not-signed-in' : actor === null ? 'not-a-member' : may(actor, { do: 'read-text', text }) ? null : 'not-found'
        const mayEdit = actor !== null && may(actor, { do: 'edit-text', text })
        const inside = needs === 'never' ? 'frame-malformed' : needs === 'edits' && !mayEdit ? 'not-allowed' : null
        const expected = outside ?? inside
        if (expected === null && needs === 'edits') continue // what is allowed is tried elsewhere
        const logged = program.log().length
        const given = await closedFor(visitor, { textId, frame })
        if (given !== expected) wrong.push(`${what} of ${who} in the ${text.kind} text: ${given} instead of ${expected}`)
        if (expected !== null && !program.log().slice(logged).includes(`"refusal":"${expected}"`)) wrong.push(`${what} of ${who} is not in the log`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(CLOSE['not-allowed'].retry).toBe(false)
  expect(everything()).toBe(before)
})
