import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SIGN_IN_LIMITS, openIdentity, type Cookies, type Identity } from '#server/identity/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'

const ada = { name: 'Ada', email: 'Ada@Example.org', password: 'long enough to pass' }
let folder: string
let storage: Storage
let identity: Identity
let open: (secret: string) => Promise<Identity>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-identity-'))
  const sqlite = await openSqlite(folder)
  storage = sqlite.storage
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  open = (secret) => openIdentity({ dialect: sqlite.dialect, secret, publicUrl: null, now: Date.now, log, limits: SIGN_IN_LIMITS })
  identity = await open('k'.repeat(64))
})
afterEach(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

const headersOf = (cookies: Cookies) => ({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })

test('an account is made once for an address, in whatever case it is written', async () => {
  expect(await identity.hasAccounts()).toBe(false)
  const account = await identity.createAccount(ada)
  expect(account).toMatchObject({ name: 'Ada', email: 'ada@example.org' })
  expect(await identity.hasAccounts()).toBe(true)
  expect(await identity.byEmail('ADA@EXAMPLE.ORG')).toEqual(account)
  expect(await identity.byId(account.userId)).toEqual(account)
  await expect(identity.createAccount({ ...ada, email: 'ada@example.ORG' })).rejects.toThrow('e-mail-taken')
})

test('of two who take the same address at once one is refused, and one account is there', async () => {
  const results = await Promise.allSettled([identity.createAccount(ada), identity.createAccount(ada)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await identity.enter({ email: ada.email, password: ada.password })
})

test('a session is known by its cookie, on another start with the same secret too, and not with another', async () => {
  const account = await identity.createAccount(ada)
  const { cookies } = await identity.signIn({ email: ada.email, password: ada.password }, '127.0.0.1')
  expect(await identity.accountOf(headersOf(cookies))).toEqual(account)
  expect(await (await open('k'.repeat(64))).accountOf(headersOf(cookies))).toEqual(account)
  expect(await (await open('z'.repeat(64))).accountOf(headersOf(cookies))).toBeNull()
  expect(await identity.accountOf({})).toBeNull()
  expect(await identity.accountOf({ cookie: 'travaux.session_token=nonsense; x=%E0%A4%A' })).toBeNull()
})

test('a sign-out ends one session, a new password all of them', async () => {
  const account = await identity.createAccount(ada)
  const [one, two] = [await identity.enter(ada), await identity.enter(ada)].map(({ cookies }) => headersOf(cookies))
  await identity.signOut(one ?? {})
  expect(await identity.accountOf(one ?? {})).toBeNull()
  expect(await identity.accountOf(two ?? {})).toEqual(account)
  await identity.resetPassword(account.userId, 'an entirely new one')
  expect(await identity.accountOf(two ?? {})).toBeNull()
  await expect(identity.enter(ada)).rejects.toThrow('sign-in-failed')
  await identity.enter({ email: ada.email, password: 'an entirely new one' })
})

test('an account that came to nothing leaves nothing behind', async () => {
  const account = await identity.createAccount(ada)
  const { cookies } = await identity.enter(ada)
  await identity.removeAccount(account.userId)
  expect(await identity.hasAccounts()).toBe(false)
  expect(await identity.accountOf(headersOf(cookies))).toBeNull()
  await identity.createAccount(ada)
})
