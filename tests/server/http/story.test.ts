import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  broughtIn,
  comparisonMade,
  comparisonView,
  matrixView,
  contentView,
  deskView,
  invitationLook,
  renumbered,
  sessionView,
  threadView,
  threadsView,
} from '#shared/api/index.ts'
import { invite, inviteToken, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { fileOf, SHORT_TREATY } from './treaty.ts'

describe('a negotiation from the first link to the annotated comparison, over HTTP', () => {
  let program: TestProgram
  let chair: Person
  let drafter: Person
  let reviewer: Person
  let baseId = ''
  let revisedId = ''

  beforeAll(async () => {
    program = await startForTest()
  })
  afterAll(() => program.end())

  const desk = (person: Person) => person.get(`/api/negotiations/${person.negotiationId}`, deskView)

  test('the first link makes the chair and the negotiation', async () => {
    expect(await program.visitor().get('/api/session', sessionView)).toEqual({ setUp: false, account: null, memberships: [] })
    expect(program.travaux.setupLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}$/)
    chair = await signUpChair(program)
    const session = await chair.get('/api/session', sessionView)
    expect(session).toMatchObject({ setUp: true, account: { name: 'Ada Chair' }, memberships: [{ role: 'chair', title: 'Convention on cybercrime' }] })
  })

  test('an invitation says who invites to what, and makes a member of whoever takes it', async () => {
    const token = await inviteToken(chair, { role: 'drafter', delegation: 'Merinda' })
    const look = await program.visitor().post('/api/invitations/look', { token }, invitationLook)
    expect(look).toMatchObject({ inviter: 'Ada Chair', negotiationTitle: 'Convention on cybercrime', role: 'drafter', delegation: 'Merinda' })
    drafter = await invite(program, chair, { role: 'drafter', delegation: 'Halvard', name: 'Bo Drafter' })
    reviewer = await invite(program, chair, { role: 'reviewer', delegation: 'Open Networks Watch', name: 'Cy Reviewer' })
    const { members, me } = await desk(drafter)
    expect(me).toMatchObject({ name: 'Bo Drafter', role: 'drafter', delegation: 'Halvard', here: false })
    expect(members.map(({ name }) => name).sort()).toEqual(['Ada Chair', 'Bo Drafter', 'Cy Reviewer'])
  })

  test('the chair sets the roadmap', async () => {
    const chapters = [
      { id: null, title: 'General provisions', dueOn: '2026-12-01' },
      { id: null, title: 'Preamble', dueOn: null },
    ]
    expect((await chair.ask(`/api/negotiations/${chair.negotiationId}/chapters`, { method: 'PUT', body: { chapters } })).status).toBe(204)
    const before = (await desk(chair)).chapters
    expect(before.map(({ title }) => title)).toEqual(['General provisions', 'Preamble'])
    const renamed = { chapters: before.map((chapter) => ({ ...chapter, title: `${chapter.title}!` })) }
    await chair.ask(`/api/negotiations/${chair.negotiationId}/chapters`, { method: 'PUT', body: renamed })
    expect((await desk(chair)).chapters.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('two texts are brought in and read', async () => {
    const [general] = (await desk(chair)).chapters
    const common = { submitter: '', receivedOn: '2026-11-20', chapterIds: [general?.id], language: null }
    const first = await chair.post(
      `/api/negotiations/${chair.negotiationId}/texts`,
      { ...common, kind: 'rolling', title: 'Rolling text', file: fileOf('pasted.txt', SHORT_TREATY) },
      broughtIn,
    )
    baseId = first.text.id
    expect(first.text).toMatchObject({ kind: 'rolling', articles: 2, openThreads: 0, heldUnder: null, versions: [] })
    const second = await chair.post(
      `/api/negotiations/${chair.negotiationId}/texts`,
      { ...common, kind: 'submitted', title: 'Draft of Merinda', submitter: 'Merinda', file: fileOf('d.txt', SHORT_TREATY.replace('shall', 'may')) },
      broughtIn,
    )
    revisedId = second.text.id
    const content = await drafter.get(`/api/texts/${baseId}/content`, contentView)
    expect(content.text.title).toBe('Rolling text')
    expect(content.text.clauses.filter(({ kind }) => kind === 'article').map(({ text }) => text)).toEqual(['Purposes', 'Illegal access'])
    expect((await desk(reviewer)).texts.map(({ title }) => title)).toEqual(['Rolling text', 'Draft of Merinda'])
  })

  test('its description is corrected', async () => {
    const body = { title: 'Draft submitted by Merinda', submitter: 'Merinda', receivedOn: '2026-11-21', chapterIds: [] }
    expect((await chair.ask(`/api/texts/${revisedId}`, { method: 'PATCH', body })).status).toBe(204)
    const shown = (await desk(chair)).texts.find(({ id }) => id === revisedId)
    expect(shown).toMatchObject({ title: 'Draft submitted by Merinda', receivedOn: '2026-11-21', chapterIds: [] })
  })

  test('a comparison is pinned, and its link shows the same for good', async () => {
    const ref = (textId: string) => ({ textId, versionId: null })
    const { id } = await drafter.post(`/api/negotiations/${drafter.negotiationId}/comparisons`, { base: ref(baseId), revised: ref(revisedId) }, comparisonMade)
    const pinned = await reviewer.get(`/api/comparisons/${id}`, comparisonView)
    expect(pinned.base.title).toBe('Rolling text')
    expect(pinned.base.contentHash).toMatch(/^[\da-f]{64}$/)
    expect(pinned.base.contentHash).not.toBe(pinned.revised.contentHash)
    const content = await drafter.get(`/api/texts/${baseId}/content`, contentView)
    expect(content.contentHash).toBe(pinned.base.contentHash)
    expect(pinned.base.text).toEqual(content.text)
  })

  test('a matrix pins two to six wordings in their order, by the hashes that their comparisons have', async () => {
    const ref = (textId: string) => ({ textId, versionId: null })
    const path = `/api/negotiations/${drafter.negotiationId}/matrices`
    const { id } = await drafter.post(path, { texts: [baseId, revisedId, baseId].map(ref) }, comparisonMade)
    const pinned = await reviewer.get(`/api/matrices/${id}`, matrixView)
    expect(pinned.texts.map(({ ref: { textId } }) => textId)).toEqual([baseId, revisedId, baseId])
    const content = await drafter.get(`/api/texts/${revisedId}/content`, contentView)
    expect(pinned.texts[1]).toMatchObject({ contentHash: content.contentHash, text: content.text })
    for (const count of [1, 7]) {
      const [status] = await drafter.refusal(path, { method: 'POST', body: { texts: Array.from({ length: count }, () => ref(baseId)) } })
      expect(status).toBe(400)
    }
  })

  test('a version with a symbol holds the numbering; renumbering ends the hold', async () => {
    const issue = (body: unknown) => chair.ask(`/api/texts/${baseId}/versions`, { method: 'POST', body })
    expect((await issue({ symbol: null, note: 'first reading' })).status).toBe(200)
    expect((await issue({ symbol: 'A/AC.1/22', note: '' })).status).toBe(200)
    expect(await chair.refusal(`/api/texts/${revisedId}/versions`, { method: 'POST', body: { symbol: 'A/AC.1/22', note: '' } })).toEqual([409, 'symbol-taken'])
    const shown = (await desk(chair)).texts.find(({ id }) => id === baseId)
    expect(shown?.heldUnder).toBe('A/AC.1/22')
    expect(shown?.versions.map(({ ordinal, symbol }) => [ordinal, symbol])).toEqual([[1, null], [2, 'A/AC.1/22']])
    const [, held] = shown?.versions ?? []
    const version = await drafter.get(`/api/texts/${baseId}/content?version=${held?.id}`, contentView)
    expect(version.version?.symbol).toBe('A/AC.1/22')
    expect(version.held).toMatchObject({ symbol: 'A/AC.1/22' })
    const { rows } = await chair.post(`/api/texts/${baseId}/renumber`, {}, renumbered)
    expect(rows.every(({ fate }) => fate === 'same')).toBe(true)
    expect((await desk(chair)).texts.find(({ id }) => id === baseId)?.heldUnder).toBeNull()
    expect(await chair.refusal(`/api/texts/${baseId}/renumber`, { method: 'POST' })).toEqual([400, 'bad-input'])
  })

  test('a thread is opened, answered, closed and reopened, each under its author', async () => {
    const { text } = await reviewer.get(`/api/texts/${baseId}/content`, contentView)
    const clause = text.clauses.find(({ kind }) => kind === 'paragraph')
    const anchor = { clauseId: clause?.id, quote: null, offset: 0, place: null }
    const about = { kind: 'comment', anchor, citation: 'Article 1(1)', body: 'Too broad.' }
    const opened = await reviewer.post(`/api/texts/${baseId}/threads`, about, threadView)
    expect(opened.entries).toMatchObject([{ body: 'Too broad.', signature: { name: 'Cy Reviewer', delegation: 'Open Networks Watch' } }])
    await drafter.post(`/api/threads/${opened.id}/entries`, { body: 'We disagree.' }, threadView)
    const closed = await chair.post(`/api/threads/${opened.id}/resolve`, undefined, threadView)
    expect(closed.resolved).toMatchObject({ name: 'Ada Chair' })
    const { threads } = await drafter.get(`/api/texts/${baseId}/threads`, threadsView)
    expect(threads).toMatchObject([{ entries: [{ body: 'Too broad.' }, { body: 'We disagree.' }], resolved: { name: 'Ada Chair' } }])
    expect((await desk(drafter)).texts.find(({ id }) => id === baseId)?.openThreads).toBe(0)
    const reopened = await drafter.post(`/api/threads/${opened.id}/reopen`, {}, threadView)
    expect(reopened.resolved).toBeNull()
    expect((await desk(drafter)).texts.find(({ id }) => id === baseId)?.openThreads).toBe(1)
  })

  test('the journal tells it all, newest first', async () => {
    const { journal } = await desk(reviewer)
    expect(journal.map(({ act }) => act)).toEqual([
      'thread-reopened',
      'thread-resolved',
      'thread-replied',
      'thread-opened',
      'text-renumbered',
      'version-issued',
      'version-issued',
      'comparison-pinned',
      'comparison-pinned',
      'text-described',
      'text-brought-in',
      'text-brought-in',
      'chapters-set',
      'chapters-set',
      'member-joined',
      'invitation-made',
      'member-joined',
      'invitation-made',
      'invitation-made',
      'set-up',
    ])
  })

  test('it is all there after a restart, and those who were signed in still are', async () => {
    const again = await program.restart()
    program = again
    expect(again.travaux.setupLink).toBeNull()
    const response = await fetch(`${again.url}/api/negotiations/${chair.negotiationId}`, { headers: { cookie: chair.cookie() } })
    const shown = deskView.parse(await response.json())
    expect(shown.texts).toHaveLength(2)
    expect(shown.me.name).toBe('Ada Chair')
  })
})
