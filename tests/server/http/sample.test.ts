import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrived, contentView, deskView, sampleLoaded, sessionView, type SampleLoaded } from '#shared/api/index.ts'
import { invite, openVisitor, signUpChair, startForTest, tokenOf, type Person, type TestProgram } from '#tests/support/program.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let program: TestProgram
let chair: Person
let sample: SampleLoaded
let clock = Date.now()

beforeAll(async () => {
  program = await startForTest({ now: () => clock })
  chair = await signUpChair(program)
  sample = await chair.post(`/api/negotiations/${chair.negotiationId}/sample`, {}, sampleLoaded)
})
afterAll(() => program.end())

const desk = () => chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)

test('the sample is a rolling text and two rival drafts over the chapters of the case', async () => {
  const { texts, chapters, journal, today } = await desk()
  expect(texts.map(({ kind }) => kind)).toEqual(['rolling', 'submitted', 'submitted'])
  expect(texts.map(({ id }) => id)).toEqual([sample.rollingTextId, ...sample.draftIds])
  for (const text of texts) {
    expect(text.articles, text.title).toBeGreaterThanOrEqual(25)
    expect(text.chapterIds.length).toBeGreaterThan(0)
    expect(text.receivedOn <= today).toBe(true)
  }
  expect(chapters).toHaveLength(9)
  expect(chapters.some(({ dueOn }) => dueOn !== null && dueOn < today)).toBe(true)
  expect(chapters.some(({ dueOn }) => dueOn !== null && dueOn > today)).toBe(true)
  expect(journal[0]?.act).toBe('sample-loaded')
})

test('its texts can be read, and nothing in them is unrecognised', async () => {
  for (const id of [sample.rollingTextId, ...sample.draftIds]) {
    const { text } = await chair.get(`/api/texts/${id}/content`, contentView)
    expect(text.clauses.filter(({ kind }) => kind === 'text').map((clause) => clause.text)).toEqual([])
  }
})

test('its link makes a second drafter, once, without a form', async () => {
  expect(sample.secondDrafterPath).toMatch(/^\/second#[\w-]{43}$/)
  const token = tokenOf(sample.secondDrafterPath)
  const second = openVisitor(program.url)
  const { negotiationId } = await second.post('/api/second-drafter', { token }, arrived)
  const session = await second.get('/api/session', sessionView)
  expect(session.memberships).toMatchObject([{ negotiationId, role: 'drafter' }])
  const { members } = await desk()
  expect(members.map(({ delegation }) => delegation)).toHaveLength(new Set(members.map(({ delegation }) => delegation)).size)
  expect(await openVisitor(program.url).refusal('/api/second-drafter', { method: 'POST', body: { token } })).toEqual([410, 'invitation-spent'])
})

test('asked again it makes nothing twice and gives a fresh link, which lasts a day', async () => {
  const [one, two] = await Promise.all(
    [1, 2].map(() => chair.post(`/api/negotiations/${chair.negotiationId}/sample`, {}, sampleLoaded)),
  )
  expect(one?.rollingTextId).toBe(sample.rollingTextId)
  expect(one?.secondDrafterPath).not.toBe(two?.secondDrafterPath)
  const { texts, chapters } = await desk()
  expect([texts.length, chapters.length]).toEqual([3, 9])
  clock += DAY_MS
  const late = { method: 'POST' as const, body: { token: tokenOf(one?.secondDrafterPath ?? '') } }
  expect(await openVisitor(program.url).refusal('/api/second-drafter', late)).toEqual([410, 'invitation-expired'])
})

test('only the chair loads it', async () => {
  const secretary = await invite(program, chair, { role: 'secretariat' })
  expect(await secretary.refusal(`/api/negotiations/${chair.negotiationId}/sample`, { method: 'POST' })).toEqual([403, 'not-allowed'])
})
