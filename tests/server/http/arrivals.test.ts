import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrived, deskView, invited, sessionView } from '#shared/api/index.ts'
import { invite, inviteToken, signUpChair, startForTest, tokenOf, type Person, type TestProgram } from '#tests/support/program.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const setup = (token: string, change: object = {}) => ({
  method: 'POST' as const,
  body: {
    token,
    name: 'Eve',
    email: 'eve@example.org',
    password: 'long enough to pass',
    delegation: 'X',
    negotiationTitle: 'Y',
    ...change,
  },
})
const newcomer = (email: string) => ({ name: 'New Comer', email, password: 'long enough to pass' })

let program: TestProgram
let chair: Person
let clock = Date.now()

beforeAll(async () => {
  program = await startForTest({ now: () => clock })
})
afterAll(() => program.end())

test('the first link is refused unless it is whole, what it is, and this start’s', async () => {
  const stale = tokenOf(program.travaux.setupLink ?? '')
  program = await program.restart()
  expect(await program.visitor().refusal('/api/setup', setup(stale)), 'a new start replaces the link of the old').toEqual([404, 'token-invalid'])
  expect(await program.visitor().refusal('/api/setup', setup('x'.repeat(43)))).toEqual([404, 'token-invalid'])
  expect(await program.visitor().refusal('/api/setup', setup('short'))).toEqual([400, 'bad-input'])
  const token = tokenOf(program.travaux.setupLink ?? '')
  expect(await program.visitor().refusal('/api/setup', setup(token, { password: 'short' }))).toEqual([400, 'bad-input'])
  expect(await program.visitor().refusal('/api/invitations/look', { method: 'POST', body: { token } }), 'it is no invitation').toEqual([404, 'token-invalid'])
  chair = await signUpChair(program)
  expect((await chair.get('/api/session', sessionView)).setUp).toBe(true)
})

test('the first link works once, and only while there is no account', async () => {
  const token = tokenOf(program.travaux.setupLink ?? '')
  expect(await program.visitor().refusal('/api/setup', setup(token))).toEqual([409, 'already-set-up'])
  expect(await program.visitor().refusal('/api/setup', setup('x'.repeat(43)))).toEqual([409, 'already-set-up'])
})

test('an invitation serves as often as it says', async () => {
  const token = await inviteToken(chair, { role: 'reader', uses: 2 })
  for (const email of ['one@example.org', 'two@example.org']) {
    expect((await program.visitor().ask('/api/join', { method: 'POST', body: { token, account: newcomer(email) } })).status).toBe(200)
  }
  expect(await program.visitor().refusal('/api/join', { method: 'POST', body: { token, account: newcomer('three@example.org') } })).toEqual([410, 'invitation-spent'])
  const { invitations } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  expect(invitations.at(-1)).toMatchObject({ uses: 2, usesLeft: 0 })
})

test('two who take the last use at once do not share it', async () => {
  const token = await inviteToken(chair, { role: 'reader' })
  const takes = ['a@example.org', 'b@example.org', 'c@example.org'].map((email) =>
    program.visitor().ask('/api/join', { method: 'POST', body: { token, account: newcomer(email) } }),
  )
  const statuses = (await Promise.all(takes)).map(({ status }) => status)
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 410, 410])
})

test('an expired invitation, a withdrawn one and one that never was each say so', async () => {
  const join = (token: string) => program.visitor().refusal('/api/join', { method: 'POST', body: { token, account: newcomer('late@example.org') } })
  const expired = await inviteToken(chair, { role: 'reader', validDays: 1 })
  clock += DAY_MS
  expect(await join(expired)).toEqual([410, 'invitation-expired'])
  const terms = { role: 'reader', delegation: 'Merinda', uses: 1, validDays: 1 }
  const made = await chair.post(`/api/negotiations/${chair.negotiationId}/invitations`, terms, invited)
  expect((await chair.ask(`/api/invitations/${made.invitation.id}`, { method: 'DELETE' })).status).toBe(204)
  expect(await join(tokenOf(made.path))).toEqual([410, 'invitation-revoked'])
  expect(await join('y'.repeat(43))).toEqual([404, 'token-invalid'])
  const after = await program.visitor().refusal('/api/sign-in', { method: 'POST', body: { email: 'late@example.org', password: 'long enough to pass' } })
  expect(after, 'no account was made').toEqual([401, 'sign-in-failed'])
})

test('an e-mail address that is taken costs no use, and its owner joins by signing in', async () => {
  const bystander = await invite(program, chair, { role: 'reader' })
  const token = await inviteToken(chair, { role: 'drafter' })
  const taken = { method: 'POST' as const, body: { token, account: newcomer(bystander.email.toUpperCase()) } }
  expect(await program.visitor().refusal('/api/join', taken)).toEqual([409, 'e-mail-taken'])
  expect(await program.visitor().refusal('/api/join', { method: 'POST', body: { token, account: null } })).toEqual([401, 'not-signed-in'])
  // Already a member: they arrive, and the invitation keeps its use.
  await bystander.post('/api/join', { token, account: null }, arrived)
  const session = await bystander.get('/api/session', sessionView)
  expect(session.memberships.map(({ role }) => role)).toEqual(['reader'])
  expect((await program.visitor().ask('/api/join', { method: 'POST', body: { token, account: newcomer('fresh@example.org') } })).status).toBe(200)
})

test('somebody whose membership ended comes back by a new invitation with the same account', async () => {
  const person = await invite(program, chair, { role: 'reader' })
  const { me } = await person.get(`/api/negotiations/${chair.negotiationId}`, deskView)
  await chair.ask(`/api/members/${me.id}`, { method: 'DELETE' })
  await person.post('/api/join', { token: await inviteToken(chair, { role: 'drafter' }), account: null }, arrived)
  expect((await person.get('/api/session', sessionView)).memberships).toMatchObject([{ role: 'drafter' }])
})
