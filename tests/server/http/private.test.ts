import { WebSocket } from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { broughtIn, comparisonMade, deskView, threadView } from '#shared/api/index.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let owner: Person
let ally: Person
let rival: Person
let privateId = ''
let rollingId = ''
const heard: string[] = []
let feed: WebSocket

const negotiation = () => `/api/negotiations/${chair.negotiationId}`
const draft = (kind: string, title: string) => ({
  kind,
  title,
  submitter: '',
  receivedOn: '2026-11-20',
  chapterIds: [],
  language: null,
  file: fileOf('t.txt', SHORT_TREATY),
})

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  owner = await invite(program, chair, { role: 'delegate', delegation: 'Merinda' })
  ally = await invite(program, chair, { role: 'drafter', delegation: 'Merinda' })
  rival = await invite(program, chair, { role: 'drafter', delegation: 'Halvard' })
  feed = new WebSocket(`${program.url.replace('http', 'ws')}/live/feed/${chair.negotiationId}`, {
    origin: program.url,
    headers: { cookie: rival.cookie() },
  })
  feed.on('message', (data: Buffer) => heard.push(data.toString('utf8')))
  await new Promise((resolve, reject) => feed.once('open', resolve).once('error', reject))
  rollingId = (await chair.post(`${negotiation()}/texts`, draft('rolling', 'Rolling'), broughtIn)).text.id
  privateId = (await owner.post(`${negotiation()}/texts`, draft('private', 'Secret position'), broughtIn)).text.id
})
afterAll(async () => {
  feed.terminate()
  await program.end()
})

test('a private draft is worked on by its delegation', async () => {
  const { texts, journal } = await ally.get(negotiation(), deskView)
  expect(texts.find(({ id }) => id === privateId)).toMatchObject({ title: 'Secret position', delegation: 'Merinda' })
  expect(journal.map(({ subject }) => subject)).toContain('Secret position')
  expect((await ally.ask(`/api/texts/${privateId}/content`)).status).toBe(200)
})

test('for everybody else, chair and reviewers of the delegation included, it does not exist', async () => {
  const outsider = await invite(program, chair, { role: 'reviewer', delegation: 'Merinda' })
  for (const person of [rival, chair, outsider]) {
    const raw = await (await person.ask(negotiation())).text()
    expect(raw).not.toContain('Secret position')
    expect(raw).not.toContain(privateId)
    for (const path of ['content', 'threads']) expect(await person.refusal(`/api/texts/${privateId}/${path}`)).toEqual([404, 'not-found'])
    expect(await person.refusal(`/api/texts/${privateId}/versions`, { method: 'POST', body: { symbol: null, note: '' } })).toEqual([404, 'not-found'])
    expect(await person.refusal(`/api/texts/${privateId}/renumber`, { method: 'POST' })).toEqual([404, 'not-found'])
    const body = { base: { textId: rollingId, versionId: null }, revised: { textId: privateId, versionId: null } }
    expect(await person.refusal(`${negotiation()}/comparisons`, { method: 'POST', body })).toEqual([404, 'not-found'])
    expect(await person.refusal(`${negotiation()}/matrices`, { method: 'POST', body: { texts: [body.base, body.base, body.revised] } })).toEqual([404, 'not-found'])
  }
})

test('nor do its threads, comparisons and matrices', async () => {
  const anchor = { clauseId: 'c_0123456789', quote: null, offset: 0, place: null }
  const about = { kind: 'comment', anchor, citation: 'Article 1', body: 'Our red line.' }
  const thread = await owner.post(`/api/texts/${privateId}/threads`, about, threadView)
  expect(await rival.refusal(`/api/threads/${thread.id}/entries`, { method: 'POST', body: { body: '?' } })).toEqual([404, 'not-found'])
  const refs = { base: { textId: privateId, versionId: null }, revised: { textId: rollingId, versionId: null } }
  const { id } = await owner.post(`${negotiation()}/comparisons`, refs, comparisonMade)
  expect((await ally.ask(`/api/comparisons/${id}`)).status).toBe(200)
  expect(await rival.refusal(`/api/comparisons/${id}`)).toEqual([404, 'not-found'])
  const matrix = await owner.post(`${negotiation()}/matrices`, { texts: [refs.revised, refs.base, refs.revised] }, comparisonMade)
  expect((await ally.ask(`/api/matrices/${matrix.id}`)).status).toBe(200)
  expect(await rival.refusal(`/api/matrices/${matrix.id}`)).toEqual([404, 'not-found'])
  const raw = await (await rival.ask(negotiation())).text()
  expect(raw).not.toContain('Secret position')
})

test('[PR5] the feed tells others that something changed, never what, and does not name a private draft', async () => {
  await expect.poll(() => heard.join()).toContain(rollingId)
  expect(heard.join()).not.toContain(privateId)
  for (const line of heard) expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(['textId', 'topic'])
})
