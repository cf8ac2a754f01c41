import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { broughtIn, deskView, dismissalView, resetLink, sessionView, threadView } from '#shared/api/index.ts'
import { invite, inviteToken, signUpChair, startForTest, tokenOf, type Ask, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

const bringIn = (kind: string, change: object = {}) => ({
  kind,
  title: `A ${kind} text`,
  submitter: '',
  receivedOn: '2026-11-20',
  chapterIds: [],
  language: null,
  file: fileOf('t.txt', SHORT_TREATY),
  ...change,
})

describe('who may do what, over HTTP', () => {
  let program: TestProgram
  let chair: Person
  let textId = ''
  let threadId = ''
  let memberIds: ReadonlyMap<string, string>
  let everyWrite: readonly (readonly [path: string, ask: Ask])[] = []
  let everyRead: readonly string[] = []
  const anyId = 'a'.repeat(20)

  beforeAll(async () => {
    program = await startForTest()
    chair = await signUpChair(program)
    const negotiation = `/api/negotiations/${chair.negotiationId}`
    textId = (await chair.post(`${negotiation}/texts`, bringIn('rolling'), broughtIn)).text.id
    const anchor = { clauseId: 'c_0123456789', quote: null, offset: 0, place: null }
    const about = { kind: 'comment', anchor, citation: '', body: 'Why?' }
    threadId = (await chair.post(`/api/texts/${textId}/threads`, about, threadView)).id
    await invite(program, chair, { role: 'delegate', name: 'Dee' })
    const { members } = await chair.get(negotiation, deskView)
    memberIds = new Map(members.map(({ name, id }) => [name, id]))
    const chairId = memberIds.get('Ada Chair') ?? ''
    everyRead = [negotiation, `/api/texts/${textId}/content`, `/api/texts/${textId}/threads`, `/api/texts/${textId}/authorship`, `/api/texts/${textId}/dismissals`, `/api/texts/${textId}/history`, `/api/texts/${textId}/history/at?seq=1`]
    const rescued = { ranges: [{ client: 1, clock: 2, length: 3 }], quote: 'the', citation: 'Article 1' }
    const dismissalId = (await chair.post(`/api/texts/${textId}/dismissals`, rescued, dismissalView)).id
    everyWrite = [
      [`/api/texts/${textId}/dismissals`, { method: 'POST', body: rescued }],
      [`/api/dismissals/${dismissalId}/return`, { method: 'POST' }],
      [`${negotiation}/chapters`, { method: 'PUT', body: { chapters: [] } }],
      [`${negotiation}/sample`, { method: 'POST' }],
      [`${negotiation}/invitations`, { method: 'POST', body: { role: 'reader', delegation: 'X', uses: 1, validDays: 1 } }],
      [`/api/members/${chairId}`, { method: 'PATCH', body: { role: 'reader', delegation: 'X' } }],
      [`/api/members/${chairId}`, { method: 'DELETE' }],
      [`/api/members/${chairId}/reset-link`, { method: 'POST' }],
      [`${negotiation}/texts`, { method: 'POST', body: bringIn('private') }],
      [`${negotiation}/texts`, { method: 'POST', body: bringIn('reference') }],
      [`/api/texts/${textId}`, { method: 'PATCH', body: { title: 'X', submitter: '', receivedOn: '2026-11-20', chapterIds: [] } }],
      [`/api/texts/${textId}/versions`, { method: 'POST', body: { symbol: 'A/1', note: '' } }],
      [`/api/texts/${textId}/renumber`, { method: 'POST' }],
      [`/api/texts/${textId}/restore`, { method: 'POST', body: { seq: 1 } }],
      [`/api/texts/${textId}/threads`, { method: 'POST', body: about }],
      [`/api/threads/${threadId}/entries`, { method: 'POST', body: { body: 'So.' } }],
      [`/api/threads/${threadId}/resolve`, { method: 'POST' }],
      [`/api/threads/${threadId}/reopen`, { method: 'POST' }],
    ]
  })
  afterAll(() => program.end())

  test('a stranger gets nothing but the ways in', async () => {
    const stranger = program.visitor()
    for (const path of everyRead) expect(await stranger.refusal(path), path).toEqual([401, 'not-signed-in'])
    for (const [path, ask] of everyWrite) expect(await stranger.refusal(path, ask), path).toEqual([401, 'not-signed-in'])
    expect(await stranger.refusal(`/api/comparisons/${anyId}`)).toEqual([401, 'not-signed-in'])
    const forged = { headers: { cookie: 'travaux.session_token=abcdefghijklmnopqrstuvwxyz012345.c2lnbmF0dXJl' } }
    expect(await stranger.refusal(everyRead[0] ?? '', forged)).toEqual([401, 'not-signed-in'])
  })

  test('there is no public sign-up, and nothing of the identity library is served', async () => {
    const body = { name: 'Mallory', email: 'm@example.org', password: 'long enough to pass' }
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/sign-up']) {
      expect(await program.visitor().refusal(path, { method: 'POST', body })).toEqual([404, 'not-found'])
    }
  })

  test('a member of nothing learns of nothing: everything is as if it did not exist', async () => {
    const former = await invite(program, chair, { role: 'secretariat', name: 'Fay Former' })
    const { members } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    const id = members.find(({ name }) => name === 'Fay Former')?.id
    expect((await chair.ask(`/api/members/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await former.get('/api/session', sessionView)).memberships).toEqual([])
    for (const path of everyRead) expect(await former.refusal(path), path).toEqual([404, 'not-found'])
    for (const [path, ask] of everyWrite) expect(await former.refusal(path, ask), path).toEqual([404, 'not-found'])
  })

  test('a reader reads everything and writes nothing', async () => {
    const reader = await invite(program, chair, { role: 'reader' })
    for (const path of everyRead) expect((await reader.ask(path)).status, path).toBe(200)
    for (const [path, ask] of everyWrite) expect(await reader.refusal(path, ask), path).toEqual([403, 'not-allowed'])
  })

  test('a reviewer annotates and writes nothing else', async () => {
    const reviewer = await invite(program, chair, { role: 'reviewer' })
    for (const [path, ask] of everyWrite) {
      const annotates = path.includes('/threads')
      const { status } = await reviewer.ask(path, ask)
      expect(status, path).toBe(annotates ? 200 : 403)
    }
  })

  test('nobody gives more than they have', async () => {
    const secretary = await invite(program, chair, { role: 'secretariat', name: 'Sec' })
    const drafter = await invite(program, chair, { role: 'drafter' })
    const invitations = `/api/negotiations/${chair.negotiationId}/invitations`
    const terms = { delegation: 'X', uses: 1, validDays: 1 }
    for (const role of ['chair', 'secretariat']) {
      expect(await secretary.refusal(invitations, { method: 'POST', body: { ...terms, role } })).toEqual([403, 'not-allowed'])
    }
    expect(await drafter.refusal(invitations, { method: 'POST', body: { ...terms, role: 'reader' } })).toEqual([403, 'not-allowed'])
    const dee = `/api/members/${memberIds.get('Dee')}`
    expect(await secretary.refusal(dee, { method: 'PATCH', body: { role: 'chair', delegation: 'X' } })).toEqual([403, 'not-allowed'])
    const ada = `/api/members/${memberIds.get('Ada Chair')}`
    expect(await secretary.refusal(ada, { method: 'PATCH', body: { role: 'reader', delegation: 'X' } })).toEqual([403, 'not-allowed'])
    expect(await secretary.refusal(ada, { method: 'DELETE' })).toEqual([403, 'not-allowed'])
    expect(await secretary.refusal(`${ada}/reset-link`, { method: 'POST' })).toEqual([403, 'not-allowed'])
    const { members } = await secretary.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    const own = `/api/members/${members.find(({ name }) => name === 'Sec')?.id}`
    expect(await secretary.refusal(own, { method: 'PATCH', body: { role: 'chair', delegation: 'X' } })).toEqual([403, 'not-allowed'])
    expect((await secretary.ask(dee, { method: 'PATCH', body: { role: 'reviewer', delegation: 'Y' } })).status).toBe(204)
  })

  test('an invitation by somebody who may no longer give it is void', async () => {
    const secretary = await invite(program, chair, { role: 'secretariat', name: 'Soon Reader' })
    const token = await inviteToken(secretary, { role: 'drafter' })
    const { members } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    const id = members.find(({ name }) => name === 'Soon Reader')?.id
    await chair.ask(`/api/members/${id}`, { method: 'PATCH', body: { role: 'reader', delegation: 'X' } })
    expect(await program.visitor().refusal('/api/invitations/look', { method: 'POST', body: { token } })).toEqual([410, 'invitation-revoked'])
    const account = { name: 'L', email: 'late@example.org', password: 'long enough to pass' }
    expect(await program.visitor().refusal('/api/join', { method: 'POST', body: { token, account } })).toEqual([410, 'invitation-revoked'])
  })

  test('only officers see the invitations, and never a token or its hash', async () => {
    const token = await inviteToken(chair, { role: 'reader', delegation: 'Seen' })
    const raw = await (await chair.ask(`/api/negotiations/${chair.negotiationId}`)).text()
    expect(raw).toContain('Seen')
    expect(raw).not.toContain(token)
    expect(raw).not.toMatch(/hash":"[\da-f]{64}/i)
    const drafter = await invite(program, chair, { role: 'drafter' })
    expect((await drafter.get(`/api/negotiations/${chair.negotiationId}`, deskView)).invitations).toEqual([])
  })

  test('a drafter submits for the own delegation only', async () => {
    const drafter = await invite(program, chair, { role: 'drafter', delegation: 'Halvard' })
    const texts = `/api/negotiations/${chair.negotiationId}/texts`
    const foreign = bringIn('submitted', { submitter: 'Merinda' })
    expect(await drafter.refusal(texts, { method: 'POST', body: foreign })).toEqual([403, 'not-allowed'])
    expect(await drafter.refusal(texts, { method: 'POST', body: bringIn('rolling') })).toEqual([403, 'not-allowed'])
    const { text } = await drafter.post(texts, bringIn('submitted', { title: 'Ours' }), broughtIn)
    expect(text.submitter).toBe('Halvard')
  })

  test('a negotiation keeps a chair', async () => {
    const ada = `/api/members/${memberIds.get('Ada Chair')}`
    const [status, id] = await chair.refusal(ada, { method: 'PATCH', body: { role: 'reader', delegation: 'X' } })
    expect([status, id]).toEqual([403, 'not-allowed'])
    expect(await chair.refusal(ada, { method: 'DELETE' })).toEqual([403, 'not-allowed'])
  })

  test('a member may leave', async () => {
    const guest = await invite(program, chair, { role: 'reader', name: 'Guest' })
    const { me } = await guest.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    expect((await guest.ask(`/api/members/${me.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await guest.refusal(`/api/negotiations/${chair.negotiationId}`)).toEqual([404, 'not-found'])
  })

  test('a reset link sets a new password once and ends the old sessions', async () => {
    const lost = await invite(program, chair, { role: 'drafter', name: 'Lost' })
    const { me } = await lost.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    const { path } = await chair.post(`/api/members/${me.id}/reset-link`, {}, resetLink)
    const body = { token: tokenOf(path), password: 'an entirely new one' }
    const visitor = program.visitor()
    expect((await visitor.ask('/api/reset-access', { method: 'POST', body })).status).toBe(204)
    expect((await visitor.get('/api/session', sessionView)).account?.name).toBe('Lost')
    expect((await lost.get('/api/session', sessionView)).account).toBeNull()
    expect(await visitor.refusal('/api/reset-access', { method: 'POST', body })).toEqual([410, 'invitation-spent'])
    const old = { email: lost.email, password: lost.password }
    expect(await program.visitor().refusal('/api/sign-in', { method: 'POST', body: old })).toEqual([401, 'sign-in-failed'])
    const anew = { email: lost.email, password: body.password }
    expect((await program.visitor().ask('/api/sign-in', { method: 'POST', body: anew })).status).toBe(204)
  })

  test('an unknown id, or what is no id, names nothing', async () => {
    for (const id of [anyId, 'UPPER', '..%2f..', 'x'.repeat(50)]) {
      expect((await chair.ask(`/api/texts/${id}/content`)).status, id).toBe(404)
      expect((await chair.ask(`/api/negotiations/${id}`)).status, id).toBe(404)
    }
    expect(await chair.refusal(`/api/texts/${textId}/content?version=${anyId}`)).toEqual([404, 'not-found'])
    expect(await chair.refusal('/api/nothing')).toEqual([404, 'not-found'])
  })
})
