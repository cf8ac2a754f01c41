import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { broughtIn, contentView, deskView, threadView } from '#shared/api/index.ts'
import { FEED_PREFIX, LIVE_PATH, parseFeedEvent } from '#shared/protocol/index.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let drafter: Person
let textId = ''

const bringIn = (kind: string) => ({
  kind,
  title: `A ${kind} text`,
  submitter: '',
  receivedOn: '2026-11-20',
  chapterIds: [],
  language: null,
  file: fileOf('t.txt', SHORT_TREATY),
})

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  drafter = await invite(program, chair, { role: 'drafter', delegation: 'Halvard', name: 'Bo Drafter' })
  textId = (await chair.post(`/api/negotiations/${chair.negotiationId}/texts`, bringIn('rolling'), broughtIn)).text.id
})
afterAll(() => program.end())

const frozenOf = async (person: Person, id = textId) =>
  (await person.get(`/api/negotiations/${chair.negotiationId}`, deskView)).texts.find((text) => text.id === id)?.frozen
const act = (person: Person, what: 'freeze' | 'unfreeze', id = textId) =>
  person.ask(`/api/texts/${id}/${what}`, { method: 'POST', body: what === 'freeze' ? { reason: 'Second reading is over' } : {} })

test('[RT11] the chair alone freezes a common text, with a reason that everybody sees', async () => {
  const path = `/api/texts/${textId}/freeze`
  const secretary = await invite(program, chair, { role: 'secretariat', name: 'Sec' })
  for (const person of [drafter, secretary]) {
    expect(await person.refusal(path, { method: 'POST', body: { reason: 'Mine' } })).toEqual([403, 'not-allowed'])
    expect(await person.refusal(path.replace('freeze', 'unfreeze'), { method: 'POST', body: {} })).toEqual([403, 'not-allowed'])
  }
  expect(await chair.refusal(path, { method: 'POST', body: { reason: '  ' } })).toEqual([400, 'bad-input'])
  expect((await act(chair, 'freeze')).status).toBe(204)
  expect(await frozenOf(drafter)).toMatchObject({ reason: 'Second reading is over', by: 'Ada Chair', delegation: 'Secretariat' })
})

test('while it is frozen its numbers stay, comments and versions go on', async () => {
  const before = await drafter.get(`/api/texts/${textId}/content`, contentView)
  expect((await chair.ask(`/api/texts/${textId}/versions`, { method: 'POST', body: { symbol: 'A/1', note: '' } })).ok).toBe(true)
  expect(await chair.refusal(`/api/texts/${textId}/renumber`, { method: 'POST' })).toEqual([423, 'text-frozen'])
  const anchor = { clauseId: before.text.clauses[0]?.id, quote: null, offset: 0, place: null }
  await drafter.post(`/api/texts/${textId}/threads`, { kind: 'comment', anchor, citation: '', body: 'Noted.' }, threadView)
  expect((await drafter.get(`/api/texts/${textId}/content`, contentView)).text).toEqual(before.text)
})

test('freezing again keeps the first reason, and both acts are told and written down once', async () => {
  const socket = new WebSocket(program.url.replace('http', 'ws') + `${LIVE_PATH}/${FEED_PREFIX}${chair.negotiationId}`, {
    origin: program.url,
    headers: { cookie: drafter.cookie() },
  })
  const told: unknown[] = []
  socket.on('message', (data: Buffer) => told.push(parseFeedEvent(data.toString('utf8'))))
  await new Promise((resolve) => socket.once('open', resolve))
  await chair.ask(`/api/texts/${textId}/freeze`, { method: 'POST', body: { reason: 'Another reason' } })
  expect((await frozenOf(drafter))?.reason).toBe('Second reading is over')
  expect((await act(chair, 'unfreeze')).status).toBe(204)
  expect((await act(chair, 'unfreeze')).status).toBe(204)
  expect(await frozenOf(drafter)).toBeNull()
  await expect.poll(() => told).toContainEqual({ topic: 'texts', textId })
  socket.terminate()
  const { journal } = await drafter.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  const acts = journal.filter((line) => line.act.endsWith('frozen')).map(({ act: what, subject, by }) => ({ what, subject, by }))
  expect(acts).toEqual([
    { what: 'text-unfrozen', subject: 'A rolling text', by: 'Ada Chair' },
    { what: 'text-frozen', subject: 'A rolling text · Second reading is over', by: 'Ada Chair' },
  ])
})

test('[RT11] a private draft is its owners\' to freeze; to others it is not there', async () => {
  const { text } = await drafter.post(`/api/negotiations/${chair.negotiationId}/texts`, bringIn('private'), broughtIn)
  expect((await act(chair, 'freeze', text.id)).status).toBe(404)
  expect((await act(drafter, 'freeze', text.id)).status).toBe(204)
  expect((await frozenOf(drafter, text.id))?.by).toBe('Bo Drafter')
})
