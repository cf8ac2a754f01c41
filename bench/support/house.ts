import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { arrived, broughtIn, contentView, deskView, invited, sampleLoaded, threadView, type TextView } from '../../shared/api/index.ts'
import { wordsAnchor } from '../../shared/records/index.ts'
import { end } from './child.ts'

/** A Travaux process of its own on a data folder that is thrown away, with its chair signed in. */
export type House = Readonly<{
  url: string
  dataDir: string
  /** The chair's cookies, as a request carries them. */
  cookie: string
  negotiationId: string
  texts(): Promise<readonly TextView[]>
  /** Loads the sample negotiation; answers its text with the most clauses. */
  loadSample(): Promise<TextView>
  /** Brings in `source` as a rolling text; answers its id. */
  bringIn(title: string, source: string): Promise<string>
  /** Opens `count` threads on words of clauses all over text `textId`, by the API. `placeOf`: the place of a character, as anchors name it. */
  annotate(textId: string, count: number, placeOf: (clauseId: string, offset: number) => string): Promise<void>
  /** Lets a drafter of a delegation of their own in; answers their cookies. */
  letIn(name: string): Promise<string>
  close(): Promise<void>
}>

const CHAIR = { name: 'Ines Duarte', email: 'chair@example.org', password: 'a long enough password', delegation: 'Chair', negotiationTitle: 'Bench' }

/** Starts the program on a free port and makes the chair's account by the link it prints. */
export async function openHouse(): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'travaux-bench-'))
  const env = { ...process.env, TRAVAUX_HOST: '127.0.0.1', TRAVAUX_PORT: '0', TRAVAUX_DATA: dataDir, NODE_ENV: 'production' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const close = async (): Promise<void> => {
    await end(child)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const link = new URL(await setupLinkOf(child))
    return await movedIn({ url: link.origin, token: link.hash.slice(1), dataDir, close })
  } catch (error) {
    await close()
    throw error
  }
}

const setupLinkOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it printed its link`)))
    if (child.stdout === null) return reject(new Error('the server has no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const link = /http:\/\/\S+\/setup#[\w-]+/.exec(line)?.[0]
      if (link !== undefined) resolve(link)
    })
  })

type Ask = <Answer>(path: string, answer: z.ZodType<Answer>, body?: object) => Promise<Answer>

/** Somebody's browser, as far as the API knows it. */
function visitor(url: string): Readonly<{ ask: Ask; cookie(): string }> {
  let cookie = ''
  return {
    cookie: () => cookie,
    async ask(path, answer, body) {
      const headers = { origin: url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      const response = await fetch(url + path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      const set = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
      if (set.length > 0) cookie = set.join('; ')
      return answer.parse(await response.json())
    },
  }
}

async function movedIn({ url, token, dataDir, close }: Readonly<{ url: string; token: string; dataDir: string; close: () => Promise<void> }>): Promise<House> {
  const { ask, cookie } = visitor(url)
  const { negotiationId } = await ask('/api/setup', arrived, { token, ...CHAIR })
  const here = `/api/negotiations/${negotiationId}`
  const texts = async (): Promise<readonly TextView[]> => (await ask(here, deskView)).texts
  return {
    url,
    dataDir,
    cookie: cookie(),
    negotiationId,
    texts,
    async loadSample() {
      await ask(`${here}/sample`, sampleLoaded, {})
      const [largest] = (await texts()).toSorted((a, b) => b.clauses - a.clauses)
      if (largest === undefined) throw new Error('the sample has no text')
      return largest
    },
    async bringIn(title, source) {
      const file = { name: 'brought-in.txt', base64: Buffer.from(source).toString('base64') }
      const body = { kind: 'rolling', title, submitter: '', receivedOn: '2026-01-01', chapterIds: [], language: 'en', file }
      return (await ask(`${here}/texts`, broughtIn, body)).text.id
    },
    async annotate(textId, count, placeOf) {
      const { text } = await ask(`/api/texts/${textId}/content`, contentView)
      const long = text.clauses.filter((clause) => clause.text.length > 60)
      for (let i = 0; i < count; i++) {
        const clause = long[Math.floor((i * long.length) / count)]
        if (clause === undefined) throw new Error('the text has no clause to comment on')
        const from = clause.text.indexOf(' ', 10) + 1
        const anchor = wordsAnchor(clause, { from, to: from + 24, place: placeOf(clause.id, from) })
        await ask(`/api/texts/${textId}/threads`, threadView, { kind: 'comment', anchor, citation: `clause ${i + 1}`, body: 'This could be said in fewer words, and the reference to the other provision should be made clear.' })
      }
    },
    async letIn(name) {
      const { path } = await ask(`${here}/invitations`, invited, { role: 'drafter', delegation: `Delegation of ${name}`, uses: 1, validDays: 1 })
      const guest = visitor(url)
      const account = { name, email: `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`, password: CHAIR.password }
      await guest.ask('/api/join', arrived, { token: path.slice(path.indexOf('#') + 1), account })
      return guest.cookie()
    },
    close,
  }
}
