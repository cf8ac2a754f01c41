import { expect, test, vi } from 'vitest'
import { CLOSE } from '#shared/protocol/index.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { openHarbour } from '../server/ws/port.ts'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 30_000, interval: 5 })

test('[RM7] [PR2] unmodified y-websocket clients write together, and each learns when its words are on disk', async () => {
  const harbour = await openHarbour()
  const clients = ['ana', 'bo', 'chair', 'ana'].map((as) => openClient(harbour, { as }))
  await Promise.all(clients.map(synced))
  for (let i = 0; i < 30; i++) for (const [n, { doc }] of clients.entries()) typeInto(doc, `${n}`, 5 + ((i * (n + 3)) % 40))
  await settled(() => clients.every(({ frames }) => frames.sent > 30 && frames.stored === frames.sent))
  await settled(() => new Set(clients.map(({ doc }) => wordsOf(doc))).size === 1)
  const text = await harbour.rooms.read('draft1')
  expect(text.clauses.map((clause) => clause.text).join('')).toBe(clients[0] === undefined ? '' : wordsOf(clients[0].doc))
})

test('[PR2] what was written off line is stored on return, and counted from 0 again', async () => {
  const harbour = await openHarbour()
  const ana = openClient(harbour, { as: 'ana' })
  const bo = openClient(harbour, { as: 'bo' })
  await Promise.all([synced(ana), synced(bo)])
  ana.provider.disconnect()
  typeInto(ana.doc, 'written on the train ')
  ana.provider.connect()
  await settled(() => wordsOf(bo.doc).includes('on the train') && ana.frames.sent > 0 && ana.frames.stored === ana.frames.sent)
  expect(wordsOf(bo.doc)).toBe(wordsOf(ana.doc))
})

test('[PR4] [RM12] carets bear the name and delegation that the server knows, and go when their line goes', async () => {
  const harbour = await openHarbour()
  const ana = openClient(harbour, { as: 'ana' })
  const bo = openClient(harbour, { as: 'bo' })
  await Promise.all([synced(ana), synced(bo)])
  ana.provider.awareness.setLocalState({ user: { name: 'The Chair' }, caret: 12 })
  const seen = (): unknown => bo.provider.awareness.getStates().get(ana.doc.clientID)
  await settled(() => JSON.stringify(seen() ?? '').includes('12'))
  expect(seen()).toEqual({ user: { memberId: 'mana', name: 'Ms ana', delegation: 'Portugal', colour: expect.any(Number) as number }, caret: 12 })
  ana.provider.disconnect()
  await settled(() => seen() === undefined)
  ana.provider.connect()
  await settled(() => seen() !== undefined)
})

test('[RM10] a reader\'s unmodified client follows, is not closed for following, and is once it writes', async () => {
  const harbour = await openHarbour()
  const ana = openClient(harbour, { as: 'ana' })
  await synced(ana)
  ana.doc.getText('body').delete(4, 2)
  await settled(() => ana.frames.stored === ana.frames.sent)
  const rita = openClient(harbour, { as: 'rita' })
  await synced(rita)
  typeInto(ana.doc, 'for all to read ')
  await settled(() => wordsOf(rita.doc) === wordsOf(ana.doc))
  rita.provider.disconnect()
  rita.provider.connect()
  await synced(rita)
  await settled(() => rita.frames.stored === 1)
  expect(rita.closedWith).toEqual([0])
  typeInto(rita.doc, 'by a reader ')
  await settled(() => rita.closedWith.length === 2)
  expect(rita.closedWith[1]).toBe(CLOSE['not-allowed'].code)
  expect(rita.provider.shouldConnect).toBe(false)
  expect(wordsOf(ana.doc)).not.toContain('by a reader')
})

test('[PR7] a provider that is refused for good stops trying, one that may return does', async () => {
  const harbour = await openHarbour()
  const outdated = openClient(harbour, { as: 'ana', schema: '0' })
  const ana = openClient(harbour, { as: 'ana' })
  await synced(ana)
  await settled(() => outdated.closedWith.length > 0)
  expect([outdated.closedWith, outdated.provider.shouldConnect, outdated.doc.getText('body').length]).toEqual([[CLOSE['client-outdated'].code], false, 0])
  harbour.live.endAccess('ana')
  await settled(() => ana.closedWith.length === 1)
  expect(ana.closedWith).toEqual([CLOSE['access-changed'].code])
  await synced(ana)
})

test('a lone client hears often enough to keep its line', async () => {
  const beats: (() => void)[] = []
  const harbour = await openHarbour({
    after: (_ms, run) => {
      beats.push(run)
      return () => undefined
    },
  })
  const ana = openClient(harbour, { as: 'ana' })
  await synced(ana)
  typeInto(ana.doc, 'alone ')
  await settled(() => ana.frames.stored === 2)
  ana.frames.stored = 0
  for (const beat of beats.splice(0)) beat()
  await settled(() => ana.frames.stored === 2)
  expect(ana.closedWith).toEqual([])
})
