import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { broughtIn, contentView, deskView, resetLink } from '#shared/api/index.ts'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { CLOSE, FEED_PREFIX, LIVE_PATH, MESSAGE, parseFeedEvent } from '#shared/protocol/index.ts'
import { invite, signUpChair, startForTest, tokenOf, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person

beforeEach(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
})
afterEach(() => program.end())

const feedPath = () => `${LIVE_PATH}/${FEED_PREFIX}${chair.negotiationId}`

/** An open socket of `person`, and the code it is closed with. */
async function openSocket(person: Person, path = feedPath()) {
  const socket = new WebSocket(program.url.replace('http', 'ws') + path, { origin: program.url, headers: { cookie: person.cookie() } })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const topics: string[] = []
  socket.on('message', (data: Buffer) => topics.push(parseFeedEvent(data.toString('utf8'))?.topic ?? ''))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return { closed, topics }
}

/** Where `words` begin in the body, in which a clause marker counts one. */
function placeOf(body: Y.Text, words: string): number {
  let at = 0
  for (const { insert } of body.toDelta() as { insert: unknown }[]) {
    const found = typeof insert === 'string' ? insert.indexOf(words) : -1
    if (found !== -1) return at + found
    at += typeof insert === 'string' ? insert.length : 1
  }
  throw new Error(`"${words}" is not in the body`)
}

test('a change of role, the end of a membership, a sign-out and a reset each close the sockets of that person, and of no other', async () => {
  const bystander = await openSocket(chair)
  const changed = CLOSE['access-changed'].code
  const person = async () => {
    const someone = await invite(program, chair, { role: 'drafter' })
    const { me } = await someone.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    return { someone, id: me.id, socket: await openSocket(someone) }
  }
  const demoted = await person()
  await chair.ask(`/api/members/${demoted.id}`, { method: 'PATCH', body: { role: 'reader', delegation: 'Merinda' } })
  expect(await demoted.socket.closed).toBe(changed)
  const ended = await person()
  await chair.ask(`/api/members/${ended.id}`, { method: 'DELETE' })
  expect(await ended.socket.closed).toBe(changed)
  const gone = await person()
  await gone.someone.ask('/api/sign-out', { method: 'POST' })
  expect(await gone.socket.closed).toBe(changed)
  const lost = await person()
  const { path } = await chair.post(`/api/members/${lost.id}/reset-link`, {}, resetLink)
  await program.visitor().ask('/api/reset-access', { method: 'POST', body: { token: tokenOf(path), password: 'an entirely new one' } })
  expect(await lost.socket.closed).toBe(changed)
  const stillOpen = await Promise.race([bystander.closed, Promise.resolve('open')])
  expect(stillOpen).toBe('open')
  await expect.poll(() => bystander.topics).toContain('people')
})

test('who signed out gets no socket with the old cookie', async () => {
  const person = await invite(program, chair, { role: 'drafter' })
  const cookie = person.cookie()
  await person.ask('/api/sign-out', { method: 'POST' })
  const socket = new WebSocket(program.url.replace('http', 'ws') + feedPath(), { origin: program.url, headers: { cookie } })
  expect(await new Promise<number>((resolve) => socket.once('close', resolve))).toBe(CLOSE['not-signed-in'].code)
})

test('what is typed in the live draft is what the content, the desk and the journal then show', async () => {
  const request = { kind: 'rolling', title: 'Rolling', submitter: '', receivedOn: '2026-11-20', chapterIds: [], language: null }
  const { text } = await chair.post(`/api/negotiations/${chair.negotiationId}/texts`, { ...request, file: fileOf('t.txt', SHORT_TREATY) }, broughtIn)
  const drafter = await invite(program, chair, { role: 'drafter', name: 'Typist' })
  const doc = new Y.Doc()
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: program.url, headers: { cookie: drafter.cookie() } })
    }
  }
  const provider = new WebsocketProvider(`${program.url.replace('http', 'ws')}${LIVE_PATH}`, `draft/${text.id}`, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    params: { schema: String(SCHEMA_VERSION) },
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE.stored] = () => undefined
  try {
    await expect.poll(() => provider.synced, { timeout: 10_000 }).toBe(true)
    const body = doc.getText('body')
    body.insert(placeOf(body, 'prevent trials'), 'always ')
    const wording = async () => JSON.stringify((await chair.get(`/api/texts/${text.id}/content`, contentView)).text)
    await expect.poll(wording, { timeout: 10_000 }).toContain('always prevent trials')
    const edited = async () => (await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)).journal[0]
    await expect.poll(edited, { timeout: 20_000 }).toMatchObject({ act: 'text-edited', by: 'Typist', subject: 'Rolling', textId: text.id })
    const { texts, members } = await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)
    expect((texts[0]?.changedAt ?? '') > text.changedAt).toBe(true)
    expect(members.filter(({ here }) => here).map(({ name }) => name)).toEqual(['Typist'])
  } finally {
    provider.destroy()
    doc.destroy()
  }
})

test('a stop hangs up with a reason that says to come back', async () => {
  const socket = await openSocket(chair)
  await program.travaux.close()
  expect(await socket.closed).toBe(CLOSE['shutting-down'].code)
  expect(CLOSE['shutting-down'].retry).toBe(true)
  program = await startForTest()
})
