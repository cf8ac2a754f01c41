import type { IncomingHttpHeaders } from 'node:http'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import type { Dialect } from 'kysely'
import { Refused } from '#shared/kernel/index.ts'
import type { Log } from '../log.ts'
import { openAttempts, type AttemptLimit } from './attempts.ts'

/** A person with an account, whatever negotiations they are in. */
export type Account = Readonly<{ userId: string; name: string; email: string }>

/** `Set-Cookie` values to hand to the browser. */
export type Cookies = readonly string[]

export type Credentials = Readonly<{ email: string; password: string }>
export type Visit = Readonly<{ account: Account; cookies: Cookies }>

/** Accounts and sessions. There is no way to an account but `createAccount`: nothing of the library is served. */
export type Identity = Readonly<{
  /** Who the session cookie in `headers` belongs to; null when there is none, or it is forged, ended or expired. */
  accountOf(headers: IncomingHttpHeaders): Promise<Account | null>
  /** The same, prolonging the session when it is due; `cookies` renews it in the browser. */
  visit(headers: IncomingHttpHeaders): Promise<Readonly<{ account: Account | null; cookies: Cookies }>>
  hasAccounts(): Promise<boolean>
  byEmail(email: string): Promise<Account | null>
  byId(userId: string): Promise<Account | null>
  /** Refuses with `e-mail-taken`. */
  createAccount(person: Readonly<{ name: string; email: string; password: string }>): Promise<Account>
  /** Undoes `createAccount` when what it was made for came to nothing. */
  removeAccount(userId: string): Promise<void>
  /** Opens a session. Refuses with `sign-in-failed`, or `too-many-attempts` after too many failures from one address or for one account. */
  signIn(credentials: Credentials, ip: string): Promise<Visit>
  /** Opens a session for somebody who has just proved by a link who they are: `signIn` without the limits. */
  enter(credentials: Credentials): Promise<Visit>
  /** Ends the session in `headers`; `cookies` takes it out of the browser. */
  signOut(headers: IncomingHttpHeaders): Promise<Cookies>
  /** Sets a new password and ends every session of the account. */
  resetPassword(userId: string, password: string): Promise<void>
}>

/** How many failed sign-ins are borne before more are refused unheard. */
export type SignInLimits = Readonly<{ perEmail: AttemptLimit; perAddress: AttemptLimit }>

const QUARTER_HOUR_MS = 15 * 60 * 1000
/** An address may stand for a whole delegation behind one router, so it gets more than an account. */
export const SIGN_IN_LIMITS: SignInLimits = {
  perEmail: { max: 10, windowMs: QUARTER_HOUR_MS },
  perAddress: { max: 60, windowMs: QUARTER_HOUR_MS },
}

const SESSION_DAYS = 14

export type IdentitySettings = Readonly<{
  dialect: Dialect
  secret: string
  /** The origin people use, or null; https makes the cookie `Secure`. */
  publicUrl: string | null
  now: () => number
  log: Log
  limits: SignInLimits
}>

/** The library is used through its functions alone; its own HTTP routes, public sign-up among them, are nowhere mounted. */
const libraryOn = ({ dialect, secret, publicUrl, log }: IdentitySettings) =>
  betterAuth({
    appName: 'Travaux',
    baseURL: publicUrl ?? 'http://127.0.0.1',
    secret,
    database: { dialect, type: 'sqlite' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: SESSION_DAYS * 24 * 60 * 60, updateAge: 24 * 60 * 60, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'travaux',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    // Its messages alone: what it passes beside them can be whole requests.
    logger: { level: 'error', log: (level, message) => log[level === 'debug' ? 'info' : level]({ part: 'identity' }, message) },
  })

/** Opens accounts and sessions on `dialect`, bringing the identity tables up to date first. */
export async function openIdentity(settings: IdentitySettings): Promise<Identity> {
  const library = libraryOn(settings)
  await (await getMigrations(library.options)).runMigrations()
  const { internalAdapter, password } = await library.$context
  const perEmail = openAttempts(settings.limits.perEmail, settings.now)
  const perAddress = openAttempts(settings.limits.perAddress, settings.now)

  const byEmail = async (email: string): Promise<Account | null> => {
    const found = await internalAdapter.findUserByEmail(email)
    return found === null ? null : accountFrom(found.user)
  }
  const removeAccount = async (userId: string) => {
    await internalAdapter.deleteUserSessions(userId)
    await internalAdapter.deleteUser(userId)
  }
  const sessionOf = (headers: IncomingHttpHeaders, disableRefresh: boolean) =>
    library.api.getSession({ headers: cookieHeaders(headers), query: { disableRefresh }, returnHeaders: true })

  const enter = async (body: Credentials): Promise<Visit> => {
    try {
      const { response, headers } = await library.api.signInEmail({ body, returnHeaders: true })
      return { account: accountFrom(response.user), cookies: headers.getSetCookie() }
    } catch (error) {
      if (!(error instanceof APIError) || error.statusCode >= 500) throw error
      throw new Refused('sign-in-failed', 'E-mail address and password do not match.')
    }
  }

  return {
    byEmail,
    removeAccount,
    enter,
    async byId(userId) {
      const user = await internalAdapter.findUserById(userId)
      return user === null ? null : accountFrom(user)
    },
    async accountOf(headers) {
      if (headers.cookie === undefined) return null
      const { response } = await sessionOf(headers, true)
      return response === null ? null : accountFrom(response.user)
    },
    async visit(headers) {
      if (headers.cookie === undefined) return { account: null, cookies: [] }
      const { response, headers: answered } = await sessionOf(headers, false)
      return { account: response === null ? null : accountFrom(response.user), cookies: answered.getSetCookie() }
    },
    hasAccounts: async () => (await internalAdapter.countTotalUsers()) > 0,
    async createAccount({ name, email, password: chosen }) {
      const taken = new Refused('e-mail-taken', 'There is an account with this e-mail address. Sign in with it, then open the link again.')
      if ((await byEmail(email)) !== null) throw taken
      const hash = await password.hash(chosen)
      let userId: string
      try {
        userId = (await internalAdapter.createUser({ name, email, emailVerified: false }, { method: 'email' })).id
      } catch (error) {
        if ((await byEmail(email)) !== null) throw taken // somebody else was quicker
        throw error
      }
      try {
        await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
      } catch (error) {
        await removeAccount(userId)
        throw error
      }
      return { userId, name, email: email.toLowerCase() }
    },
    async signIn({ email, password: given }, ip) {
      const key = email.toLowerCase()
      const tooMany = new Refused('too-many-attempts', 'Too many failed sign-ins. Wait a quarter of an hour, or ask the chair for a reset link.')
      if (!perAddress.take(ip)) throw tooMany
      if (!perEmail.take(key)) {
        perAddress.giveBack(ip) // an account that is shut must not shut out the room it is in
        throw tooMany
      }
      const visit = await enter({ email, password: given })
      perAddress.giveBack(ip)
      perEmail.giveBack(key)
      return visit
    },
    async signOut(headers) {
      const { headers: answered } = await library.api.signOut({ headers: cookieHeaders(headers), returnHeaders: true })
      return answered.getSetCookie()
    },
    async resetPassword(userId, chosen) {
      await internalAdapter.updatePassword(userId, await password.hash(chosen))
      await internalAdapter.deleteUserSessions(userId)
    },
  }
}

const accountFrom = ({ id, name, email }: Readonly<{ id: string; name: string; email: string }>): Account => ({ userId: id, name, email })

/** Only the cookie: nothing else of a request concerns the library. */
const cookieHeaders = (headers: IncomingHttpHeaders): Headers => new Headers(headers.cookie === undefined ? {} : { cookie: headers.cookie })
