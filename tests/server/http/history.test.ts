import { TextSelection } from '@tiptap/pm/state'
import { randomInt } from 'node:crypto'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { broughtIn, clauseHistoryView, contentView, deskView, historyView, pastView } from '#shared/api/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { draftSync, headlessEditor, readDraft, removeClause, SCHEMA_VERSION } from '#shared/document/index.ts'
import { LIVE_PATH, MESSAGE } from '#shared/protocol/index.ts'
import { invite, signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { SHORT_TREATY, fileOf } from './treaty.ts'

let program: TestProgram
let chair: Person
let drafter: Person
let textId = ''
let privateId = ''

const draft = (kind: string, title: string) => ({
  kind,
  title,
  submitter: '',
  receivedOn: '2026-11-20',
  chapterIds: [],
  language: null,
  file: fileOf('t.txt', SHORT_TREATY),
})
const wording = async (versionId: string | null = null) =>
  (await chair.get(`/api/texts/${textId}/content${versionId === null ? '' : `?version=${versionId}`}`, contentView)).text.clauses
const versions = async () => (await chair.get(`/api/negotiations/${chair.negotiationId}`, deskView)).texts.find(({ id }) => id === textId)?.versions ?? []
const history = () => chair.get(`/api/texts/${textId}/history`, historyView)

/** A live editor without a screen. */
function openSeat({ url }: TestProgram, person: Person, text: string) {
  const doc = new Y.Doc()
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: url, headers: { cookie: person.cookie() } })
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}${LIVE_PATH}`, `draft/${text}`, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    params: { schema: String(SCHEMA_VERSION) },
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE.stored] = () => undefined
  const opened = () => {
    const editor = headlessEditor(draftSync({ doc, newId: clauseIdsFrom(drawBelow) }))
    const paragraph = (words: string): number => {
      let at = 0
      editor.state.doc.forEach((node, offset) => {
        if (node.textContent.includes(words)) at = offset + 1 + node.textContent.indexOf(words)
      })
      return at
    }
    return { editor, paragraph }
  }
  const end = (): void => {
    provider.destroy()
    doc.destroy()
  }
  return { doc, provider, opened, end }
}

const drawBelow = (below: number): number => randomInt(below)
const restore = (body: object, person = chair) => person.ask(`/api/texts/${textId}/restore`, { method: 'POST', body })

beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  drafter = await invite(program, chair, { role: 'drafter', delegation: 'Merinda', name: 'Some Member' })
  textId = (await chair.post(`/api/negotiations/${chair.negotiationId}/texts`, draft('rolling', 'Rolling'), broughtIn)).text.id
  privateId = (await drafter.post(`/api/negotiations/${chair.negotiationId}/texts`, draft('private', 'Secret'), broughtIn)).text.id
})
afterAll(() => program.end())

test('a text that nobody has touched has one point and no session', async () => {
  expect(await history()).toMatchObject({ sessions: [], versions: [], restored: [], earlierRows: 0, points: [{ hands: [], rests: true }] })
})

test('a draft goes back to a version by a change on top, in the name of whoever restores, while another types; and forward again', async () => {
  await chair.ask(`/api/texts/${textId}/versions`, { method: 'POST', body: { symbol: 'A/AC.1/L.1', note: '' } })
  const version = await wording()
  const seat = openSeat(program, drafter, textId)
  try {
    await expect.poll(() => seat.provider.synced, { timeout: 10_000 }).toBe(true)
    const { editor, paragraph } = seat.opened()
    editor.dispatch(editor.state.tr.insertText('always ', paragraph('prevent trials')))
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, paragraph('Each State Party shall cooperate'))))
    editor.run(removeClause)
    await expect.poll(async () => (await wording()).length, { timeout: 10_000 }).toBe(version.length - 1)
    const { sessions, points } = await history()
    expect(sessions).toMatchObject([{ hand: { name: 'Some Member', delegation: 'Merinda' }, wordsIn: 1, wordsOut: 5, clauseCount: 2 }])
    const later = await wording()

    const [issued] = await versions()
    expect((await restore({ versionId: issued?.id })).status).toBe(204)
    expect(await wording()).toEqual(version)
    await expect.poll(() => readDraft(seat.doc).clauses, { timeout: 10_000 }).toEqual(version)
    expect(await history()).toMatchObject({ sessions: [{}, { hand: { name: 'Ada Chair' } }], restored: [{ by: 'Ada Chair', subject: 'A/AC.1/L.1 · Rolling' }] })

    seat.provider.disconnect() // what follows is typed without knowing of the restoration
    editor.dispatch(editor.state.tr.insertText('!', editor.state.doc.content.size - 1))
    expect((await restore({ seq: points.at(-1)?.seq })).status).toBe(204)
    await expect.poll(async () => (await wording()).map(({ text }) => text).join(), { timeout: 10_000 }).toContain('always prevent')
    expect((await wording()).map(({ id }) => id)).toEqual(later.map(({ id }) => id))
    seat.provider.connect()
    await expect.poll(async () => (await wording()).at(-1)?.text, { timeout: 10_000 }).toMatch(/!$/) // typed, not lost
  } finally {
    seat.end()
  }
})

test('restoring what the draft reads already changes nothing', async () => {
  const { points } = await history()
  expect((await restore({ seq: points.at(-1)?.seq })).status).toBe(204)
  expect((await history()).points.map(({ seq }) => seq)).toEqual(points.map(({ seq }) => seq))
})

test('who may restore, what cannot be restored, and that a private draft stays unknown', async () => {
  const [version] = await versions()
  expect(await drafter.refusal(`/api/texts/${textId}/restore`, { method: 'POST', body: { versionId: version?.id } })).toEqual([403, 'not-allowed'])
  expect(await chair.refusal(`/api/texts/${textId}/restore`, { method: 'POST', body: { versionId: 'nowhere' } })).toEqual([404, 'not-found'])
  expect(await chair.refusal(`/api/texts/${textId}/restore`, { method: 'POST', body: { seq: -1 } })).toEqual([400, 'bad-input'])
  expect(await chair.refusal(`/api/texts/${textId}/history/at?seq=x`)).toEqual([400, 'bad-input'])
  expect(await chair.refusal(`/api/texts/${textId}/history/clause?clause=x`)).toEqual([404, 'not-found'])
  for (const path of ['history', 'history/at?seq=1', 'history/clause?clause=c_0123456789'])
    expect(await chair.refusal(`/api/texts/${privateId}/${path}`), path).toEqual([404, 'not-found'])
  expect(await chair.refusal(`/api/texts/${privateId}/restore`, { method: 'POST', body: { seq: 1 } })).toEqual([404, 'not-found'])
  expect((await drafter.get(`/api/texts/${privateId}/history`, historyView)).points).toHaveLength(1)
})

test('a moment is read with the numbers that were held then', async () => {
  const [{ seq } = { seq: 0 }] = (await history()).points
  const past = await chair.get(`/api/texts/${textId}/history/at?seq=${seq}`, pastView)
  const [issued] = await versions()
  expect(past.text.clauses).toEqual(await wording(issued?.id))
  expect([past.held, past.changed, past.gone]).toEqual([null, [], []]) // the symbol came later
  const [first] = past.text.clauses
  const clause = await chair.get(`/api/texts/${textId}/history/clause?clause=${first?.id}`, clauseHistoryView)
  expect(clause).toMatchObject({ clause: { id: first?.id, opening: 'Convention on trials' }, entries: [], left: 0 })
})
