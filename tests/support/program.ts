import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTravaux, type Surroundings, type Travaux } from '#server/program.ts'
import type { Config } from '#server/config.ts'
import { arrived, invited, type InviteRequest } from '#shared/api/index.ts'
import type { Role } from '#shared/rights/index.ts'
import type { z } from 'zod'

/** One request as `Visitor.ask` sends it. `origin` null = none is sent; by default it is that of the server's own pages. */
export type Ask = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  origin?: string | null
  headers?: Readonly<Record<string, string>>
}>

/** A browser without a screen: it keeps cookies and sends an origin. */
export type Visitor = Readonly<{
  ask(path: string, ask?: Ask): Promise<Response>
  /** Asks and reads the answer by its schema; throws with the body when it is no success. */
  get<Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer>
  post<Answer>(path: string, body: unknown, answer: z.ZodType<Answer>): Promise<Answer>
  /** Status and refusal id of a request that is expected to be refused. */
  refusal(path: string, ask?: Ask): Promise<readonly [status: number, id: unknown]>
  /** The cookie header as the browser would send it now. */
  cookie(): string
}>

/** Somebody signed in. */
export type Person = Visitor & Readonly<{ email: string; password: string; negotiationId: string }>

export type TestProgram = Readonly<{
  travaux: Travaux
  /** `http://127.0.0.1:<port>` */
  url: string
  dataDir: string
  /** What was logged so far. */
  log: () => string
  visitor(): Visitor
  /** Stops it and starts it again on the same data folder, on another port. */
  restart(): Promise<TestProgram>
  /** Stops it and throws its data folder away. */
  end(): Promise<void>
}>

export type TestSettings = Partial<Surroundings & Pick<Config, 'publicUrl' | 'dataDir' | 'port'>>

/** Starts the real program on a free port with a data folder of its own. */
export async function startForTest({ publicUrl = null, dataDir, port = 0, ...surroundings }: TestSettings = {}): Promise<TestProgram> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'travaux-test-')))
  const lines: string[] = []
  const config: Config = { host: '127.0.0.1', port, dataDir: folder, secret: null, publicUrl }
  const travaux = await startTravaux(config, { writeLog: (line) => void lines.push(line), ...surroundings })
  const url = `http://127.0.0.1:${travaux.port}`
  return {
    travaux,
    url,
    dataDir: folder,
    log: () => lines.join(''),
    visitor: () => openVisitor(url),
    restart: async () => {
      await travaux.close()
      return startForTest({ publicUrl, ...surroundings, dataDir: folder })
    },
    end: async () => {
      await travaux.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A visitor of the server at `url`, without cookies. */
export function openVisitor(url: string): Visitor {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  const ask: Visitor['ask'] = async (path, { method = 'GET', body, origin = url, headers = {} } = {}) => {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(jar.size === 0 ? {} : { cookie: cookie() }),
        ...(origin === null ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    return response
  }
  const read = async <Answer>(response: Response, answer: z.ZodType<Answer>): Promise<Answer> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`)
    return answer.parse(text === '' ? undefined : JSON.parse(text))
  }
  return {
    ask,
    cookie,
    get: async (path, answer) => read(await ask(path), answer),
    post: async (path, body, answer) => read(await ask(path, { method: 'POST', body }), answer),
    refusal: async (path, how) => {
      const response = await ask(path, how)
      const body: unknown = await response.json()
      return [response.status, typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : body]
    },
  }
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
  if (gone) jar.delete(name.trim())
  else jar.set(name.trim(), value.join('='))
}

/** The token in a link's fragment. */
export const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1)

const PASSWORD = 'correct horse battery'
let people = 0

/** Spends the first start's link: makes the chair's account and the negotiation. */
export async function signUpChair(program: TestProgram): Promise<Person> {
  const visitor = program.visitor()
  const email = 'chair@example.org'
  const { negotiationId } = await visitor.post(
    '/api/setup',
    {
      token: tokenOf(program.travaux.setupLink ?? ''),
      name: 'Ada Chair',
      email,
      password: PASSWORD,
      delegation: 'Secretariat',
      negotiationTitle: 'Convention on cybercrime',
    },
    arrived,
  )
  return { ...visitor, email, password: PASSWORD, negotiationId }
}

/** Makes an invitation as `by`; answers its token. */
export async function inviteToken(by: Person, invitation: Partial<InviteRequest> & Readonly<{ role: Role }>): Promise<string> {
  const terms: InviteRequest = { delegation: 'Merinda', uses: 1, validDays: 7, ...invitation }
  const { path } = await by.post(`/api/negotiations/${by.negotiationId}/invitations`, terms, invited)
  return tokenOf(path)
}

/** Invites somebody as `by` and lets them join with a new account; answers them, signed in. */
export async function invite(
  program: TestProgram,
  by: Person,
  invitation: Partial<InviteRequest> & Readonly<{ role: Role; name?: string }>,
): Promise<Person> {
  const { name, ...terms } = invitation
  const token = await inviteToken(by, terms)
  const visitor = program.visitor()
  const email = `person-${++people}@example.org`
  const account = { name: name ?? `${terms.role} of ${terms.delegation ?? 'Merinda'}`, email, password: PASSWORD }
  const { negotiationId } = await visitor.post('/api/join', { token, account }, arrived)
  return { ...visitor, email, password: PASSWORD, negotiationId }
}
