import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sessionView } from '#shared/api/index.ts'
import { invite, inviteToken, signUpChair, startForTest, tokenOf, type Person, type TestProgram } from '#tests/support/program.ts'

const WINDOW_MS = 60_000
let clock = Date.now()
let program: TestProgram
let chair: Person

beforeAll(async () => {
  const signInLimits = { perEmail: { max: 3, windowMs: WINDOW_MS }, perAddress: { max: 5, windowMs: WINDOW_MS } }
  program = await startForTest({ now: () => clock, signInLimits })
  chair = await signUpChair(program)
})
beforeEach(() => {
  clock += WINDOW_MS
})
afterAll(() => program.end())

const attempt = (email: string, password: string) => ({ method: 'POST' as const, body: { email, password } })
const right = () => attempt(chair.email, chair.password)

test('signing in opens a session, signing out ends it for good', async () => {
  const visitor = program.visitor()
  expect((await visitor.ask('/api/sign-in', right())).status).toBe(204)
  const stolen = visitor.cookie()
  expect((await visitor.get('/api/session', sessionView)).account?.email).toBe(chair.email)
  expect((await visitor.ask('/api/sign-out', { method: 'POST', body: {} })).status).toBe(204)
  expect(visitor.cookie()).toBe('')
  const replayed = await program.visitor().ask('/api/session', { headers: { cookie: stolen } })
  expect(await replayed.json()).toMatchObject({ account: null })
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const response = await program.visitor().ask('/api/sign-in', right())
  const cookies = response.headers.getSetCookie().filter((line) => line.startsWith('travaux.session_token='))
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/; HttpOnly/i)
  expect(cookies[0]).toMatch(/; SameSite=Lax/i)
  expect(cookies[0]).not.toMatch(/; Secure/i)
})

test('over https the cookie is marked secure', async () => {
  const publicUrl = 'https://travaux.example.org'
  const behind = await startForTest({ publicUrl })
  try {
    const token = tokenOf(behind.travaux.setupLink ?? '')
    expect(behind.travaux.setupLink).toMatch(/^https:\/\/travaux\.example\.org\/setup#/)
    const body = { token, name: 'A', email: 'a@example.org', password: 'long enough to pass', delegation: 'X', negotiationTitle: 'Y' }
    const response = await behind.visitor().ask('/api/setup', { method: 'POST', body, origin: publicUrl })
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie().join()).toMatch(/; Secure/i)
  } finally {
    await behind.end()
  }
})

test('a wrong password and an unknown address are told alike', async () => {
  const wrong = await program.visitor().ask('/api/sign-in', attempt(chair.email, 'not the password'))
  const unknown = await program.visitor().ask('/api/sign-in', attempt('nobody@example.org', 'not the password'))
  expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()])
  expect(wrong.status).toBe(401)
})

test('after too many failures for one account even the right password waits, and other accounts do not', async () => {
  const other = await invite(program, chair, { role: 'reader' })
  for (let i = 0; i < 3; i++) expect((await program.visitor().ask('/api/sign-in', attempt(chair.email, `wrong ${i}`))).status).toBe(401)
  expect(await program.visitor().refusal('/api/sign-in', right())).toEqual([429, 'too-many-attempts'])
  expect(await program.visitor().refusal('/api/sign-in', attempt(chair.email.toUpperCase(), chair.password))).toEqual([429, 'too-many-attempts'])
  expect((await program.visitor().ask('/api/sign-in', attempt(other.email, other.password))).status).toBe(204)
  clock += WINDOW_MS
  expect((await program.visitor().ask('/api/sign-in', right())).status).toBe(204)
})

test('after too many failures from one address every sign-in from it waits', async () => {
  for (let i = 0; i < 5; i++) await program.visitor().ask('/api/sign-in', attempt(`guess-${i}@example.org`, 'a common password'))
  expect(await program.visitor().refusal('/api/sign-in', right())).toEqual([429, 'too-many-attempts'])
  // A forwarded address is a proxy's word, and here is no proxy.
  const elsewhere = { ...right(), headers: { 'x-forwarded-for': '203.0.113.9' } }
  expect(await program.visitor().refusal('/api/sign-in', elsewhere)).toEqual([429, 'too-many-attempts'])
})

test('successes cost nothing', async () => {
  for (let i = 0; i < 7; i++) expect((await program.visitor().ask('/api/sign-in', right())).status).toBe(204)
})

test('no password, token or cookie is ever logged', async () => {
  const token = await inviteToken(chair, { role: 'reader' })
  await program.visitor().ask('/api/invitations/look', { method: 'POST', body: { token } })
  await program.visitor().ask(`/join?token=${token}`)
  await program.visitor().ask('/api/sign-in', attempt(chair.email, 'a telling wrong password'))
  await program.visitor().ask('/api/sign-in', { method: 'POST', body: `{"password":"half a body` })
  const log = program.log()
  expect(log).toContain('/api/invitations/look')
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
  const cookieValue = chair.cookie().split('=')[1] ?? 'absent'
  for (const secret of [token, chair.password, 'a telling wrong password', 'half a body', cookieValue, tokenOf(program.travaux.setupLink ?? '')]) {
    expect(log).not.toContain(secret)
  }
})
