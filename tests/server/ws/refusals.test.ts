import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { CLOSE } from '#shared/protocol/index.ts'
import { encodeFrame } from '#server/ws/frames.ts'
import type { Outgoing } from '#server/rooms/index.ts'
import { SEED_CLIENT, sampleText } from '../rooms/sample.ts'
import { openClient, synced } from './client.ts'
import type { Harbour } from './harbour.ts'
import { openHarbour } from './port.ts'
import { connect, statusOf, type RawOptions } from './raw.ts'

const frame = (message: Outgoing): Uint8Array => encodeFrame(message)

/** An update by `client` that says something new about the first draft. */
async function updateBy({ storage }: Harbour, { client, edit }: { client: number; edit: (body: Y.Text) => void }): Promise<Uint8Array> {
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  edit(doc.getText('body'))
  return Y.encodeStateAsUpdate(doc, before)
}

describe('before any of the draft is sent', () => {
  const cases: readonly [string, RawOptions, keyof typeof CLOSE][] = [
    ['a stranger', {}, 'not-signed-in'],
    ['a member of another negotiation', { as: 'olga' }, 'not-a-member'],
    ['an account that is no member anywhere', { as: 'nobody' }, 'not-a-member'],
    ['an unknown room', { as: 'ana', path: 'draft/nowhere' }, 'not-found'],
    ['what is no room', { as: 'ana', path: 'draft/../draft1' }, 'not-found'],
    ['a private draft of another delegation', { as: 'ana', path: 'draft/private1' }, 'not-found'],
    ['an older schema', { as: 'ana', schema: '0' }, 'client-outdated'],
    ['no schema', { as: 'ana', schema: '' }, 'client-outdated'],
    ['a newer schema', { as: 'ana', schema: String(SCHEMA_VERSION + 1) }, 'client-outdated'],
    ['a schema that is none', { as: 'ana', schema: `${SCHEMA_VERSION}x` }, 'client-outdated'],
    ['the feed of a negotiation one is no member of', { as: 'olga', path: 'feed/n1' }, 'not-a-member'],
    ['the feed, for a stranger', { path: 'feed/n1' }, 'not-signed-in'],
  ]
  test.each(cases)('%s is refused with its reason', async (_who, options, reason) => {
    const harbour = await openHarbour()
    const { closed, heard } = connect(harbour, options)
    expect(await closed).toBe(CLOSE[reason].code)
    expect(heard).toEqual([])
    expect(harbour.logged).toMatchObject([{ refusal: reason }])
  })

  test('[PR7] what an older client sends before it hears that it is one does not reach the draft', async () => {
    const harbour = await openHarbour()
    const before = await harbour.storage.drafts.load('draft1')
    const update = await updateBy(harbour, { client: 900, edit: (body) => body.insert(5, 'X') })
    const { socket, opened, closed, heard } = connect(harbour, { as: 'ana', schema: '0' })
    await opened
    for (const data of [Uint8Array.of(0, 0, 1, 0), frame({ kind: 'update', update })]) socket.send(data)
    expect([await closed, heard]).toEqual([CLOSE['client-outdated'].code, []])
    expect(await harbour.storage.drafts.load('draft1')).toEqual(before)
  })

  test('a foreign origin, and a path that is not ours, are refused without a socket', async () => {
    const harbour = await openHarbour()
    expect(await statusOf(harbour, { as: 'ana', origin: 'http://elsewhere.test' })).toBe(403)
    expect(await statusOf({ url: harbour.url.replace('/live', '/other') }, { as: 'ana' })).toBe(404)
    expect(harbour.live.here('n1')).toEqual(new Set())
  })

  test('a delegation sees its own private draft', async () => {
    const harbour = await openHarbour()
    const dora = openClient(harbour, { as: 'dora', textId: 'private1' })
    await synced(dora)
    expect(dora.doc.getText('body').length).toBeGreaterThan(10)
  })

  test('a member who holds too many sockets gets no more', async () => {
    const harbour = await openHarbour({ limits: { socketsPerMember: 2 } })
    const first = [connect(harbour, { as: 'ana' }), connect(harbour, { as: 'ana', path: 'feed/n1' })]
    await Promise.all(first.map(({ opened }) => opened))
    expect(await connect(harbour, { as: 'ana' }).closed).toBe(CLOSE['too-many-attempts'].code)
    first[0]?.socket.close()
    await first[0]?.closed
    await connect(harbour, { as: 'bo' }).opened
  })
})

/** Sends `frames` from a raw socket, and proves that the room serves an honest client as before. */
async function refused(
  harbour: Harbour,
  { as, frames, bo }: Readonly<{ as: string; frames: readonly (Uint8Array | string)[]; bo: ReturnType<typeof openClient> }>,
): Promise<number> {
  const raw = connect(harbour, { as })
  await raw.opened
  const before = bo.doc.getText('body').toJSON()
  for (const data of frames) raw.socket.send(data)
  const code = await raw.closed
  expect(bo.doc.getText('body').toJSON()).toBe(before)
  expect((await harbour.rooms.read('draft1')).clauses).toHaveLength(sampleText().clauses.length)
  expect([bo.provider.wsconnected, bo.closedWith]).toEqual([true, []])
  return code
}

describe('what a seated socket may not send', () => {
  const meet = async (): Promise<{ harbour: Harbour; bo: ReturnType<typeof openClient> }> => {
    const harbour = await openHarbour()
    const bo = openClient(harbour, { as: 'bo' })
    await synced(bo)
    return { harbour, bo }
  }

  const malformed: readonly [string, Uint8Array | string][] = [
    ['nothing', Uint8Array.of()],
    ['words', 'hello'],
    ['an unknown type', Uint8Array.of(77, 0, 0)],
    ['the server\'s own message', Uint8Array.of(10, 3)],
    ['an auth message', Uint8Array.of(2, 0, 1, 65)],
    ['an unknown sync message', Uint8Array.of(0, 9, 0)],
    ['a length beyond the frame', Uint8Array.of(0, 2, 255, 255, 3, 1, 2)],
    ['a number without an end', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
    ['something behind the message', Uint8Array.of(3, 3)],
    ['an update that is none', Uint8Array.of(0, 2, 3, 1, 9, 9)],
    ['a state vector that is none', Uint8Array.of(0, 0, 2, 200, 200)],
    ['a presence that is no JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 65)],
    ['a presence that is a list', Uint8Array.of(1, 6, 1, 7, 1, 2, 91, 93)],
    ['a presence that goes on', Uint8Array.of(1, 2, 0, 0)],
  ]
  test.each(malformed)('malformed: %s', async (_what, data) => {
    const { harbour, bo } = await meet()
    expect(await refused(harbour, { as: 'ana', frames: [data], bo })).toBe(CLOSE['frame-malformed'].code)
    expect(harbour.logged.some(({ refusal }) => refusal === 'frame-malformed')).toBe(true)
  })

  test('a frame or a presence beyond its limit', async () => {
    const harbour = await openHarbour({ limits: { frameBytes: 100_000 } })
    const bo = openClient(harbour, { as: 'bo' })
    await synced(bo)
    const large = new Uint8Array(100_001)
    expect(await refused(harbour, { as: 'ana', frames: [large], bo })).toBe(CLOSE['too-large'].code)
    const presence = frame({ kind: 'awareness', entries: [{ client: 7, clock: 1, state: { caret: 'x'.repeat(65 * 1024) } }] })
    expect(await refused(harbour, { as: 'ana', frames: [presence], bo })).toBe(CLOSE['too-large'].code)
  })

  test('[RM10] [RM9] a reader\'s words, words under another\'s or the seed\'s name, and the deletion of a marker', async () => {
    const { harbour, bo } = await meet()
    bo.doc.getText('body').insert(5, 'mine ')
    await expect.poll(() => bo.frames.stored === bo.frames.sent).toBe(true)
    const attempt = async (as: string, client: number, edit: (body: Y.Text) => void): Promise<number> => {
      const update = await updateBy(harbour, { client, edit })
      return refused(harbour, { as, frames: [frame({ kind: 'update', update })], bo })
    }
    const write = (body: Y.Text): void => body.insert(5, 'X')
    expect(await attempt('rita', 900, write)).toBe(CLOSE['not-allowed'].code)
    expect(await attempt('rita', 900, (body) => body.delete(5, 1))).toBe(CLOSE['not-allowed'].code)
    expect(await attempt('dora', 900, write)).toBe(CLOSE['not-allowed'].code) // a delegate does not edit the rolling text
    expect(await attempt('ana', bo.doc.clientID, write)).toBe(CLOSE['foreign-authorship'].code)
    expect(await attempt('ana', SEED_CLIENT, write)).toBe(CLOSE['foreign-authorship'].code)
    expect(await attempt('ana', 901, (body) => body.delete(0, 1))).toBe(CLOSE['marker-deleted'].code)
  })

  test('[RM11] whatever bytes come, the room stays as it was', async () => {
    const { harbour, bo } = await meet()
    const kinds = fc.constantFrom([], [0, 0], [0, 1], [0, 2], [1], [3])
    const noise = fc.tuple(kinds, fc.uint8Array({ maxLength: 60 })).map(([head, tail]) => Uint8Array.of(...head, ...tail))
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { minLength: 1, maxLength: 5 }), async (frames) => {
        const code = await refused(harbour, { as: 'rita', frames: [...frames, 'the end'], bo })
        expect([CLOSE['frame-malformed'].code, CLOSE['not-allowed'].code, CLOSE['marker-deleted'].code]).toContain(code)
      }),
      { numRuns: 60 },
    )
  })
})
