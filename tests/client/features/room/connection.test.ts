import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { joinRoom, type RoomConnection } from '#client/features/room/connection.ts'
import type { RoomPorts } from '#client/features/room/ports.ts'
import { keptNothingYet, openKept } from '#client/platform/index.ts'
import { readDraft } from '#shared/document/index.ts'
import { ORIGIN, type Harbour } from '../../../server/ws/harbour.ts'
import { openHarbour } from '../../../server/ws/port.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A browser page of one account: its sockets can be cut, its storage taken away. */
function browserOf(harbour: Harbour, { as = 'ana', frameBytes = 100_000, keeps = true, isSlow = false }: Readonly<{ as?: string; frameBytes?: number; keeps?: boolean; isSlow?: boolean }> = {}) {
  const sockets = new Set<WebSocket>()
  const sizes: number[] = []
  let isOnline = true
  class Signed extends WebSocket {
    constructor(url: string) {
      super(isOnline ? url : 'ws://127.0.0.1:1', { origin: ORIGIN, headers: { cookie: `account=${as}` } })
      sockets.add(this)
    }
    override send(data: Uint8Array): void {
      sizes.push(data.length)
      super.send(data)
    }
  }
  let openNow = (): void => undefined
  const slowly = isSlow ? new Promise<void>((resolve) => (openNow = resolve)) : Promise.resolve()
  const ports: RoomPorts = {
    socket: Signed as unknown as typeof globalThis.WebSocket,
    openKept: async (accountId) => {
      await slowly
      if (!keeps) throw new Error('no storage here')
      return openKept(accountId)
    },
    keptNothingYet,
    frameBytes,
    now: () => '2026-11-24T10:00:00.000Z',
    onNetworkChange: () => () => undefined,
    askBeforeLeaving: () => () => undefined,
  }
  let reopened = 0
  const open = (): RoomConnection => {
    const address = { liveUrl: harbour.url, textId: 'draft1', memberId: `m${as}`, accountId: as }
    const room = joinRoom(address, () => void reopened++, ports)
    onTestFinished(() => room.leave())
    return room
  }
  return {
    open,
    openNow: () => openNow(),
    sizes,
    reopened: () => reopened,
    goOffline: () => {
      isOnline = false
      for (const socket of sockets) socket.terminate()
    },
    comeBack: () => {
      isOnline = true
    },
  }
}

const words = (doc: Y.Doc): string => readDraft(doc).clauses.map(({ text }) => text).join('\n')
const type = ({ doc }: RoomConnection, text: string, at = 3) => doc.getText('body').insert(at, text)
const isSaved = (room: RoomConnection) => expect.poll(() => room.view(), { timeout: 10_000 }).toMatchObject({ status: 'live', unsaved: 0 })
const stored = async ({ storage }: Harbour): Promise<string> => {
  const doc = new Y.Doc()
  for (const update of await storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
  return words(doc)
}

test('[PR6] what was written offline leaves in frames that the server takes, and counts as saved with the last', async () => {
  const harbour = await openHarbour({ limits: { frameBytes: 3_000 } })
  const browser = browserOf(harbour, { frameBytes: 3_000 })
  const room = browser.open()
  await isSaved(room)
  browser.goOffline()
  await expect.poll(() => room.view().status).toBe('offline')
  for (let i = 0; i < 400; i++) type(room, `word ${i} of many, `, 3 + (i % 7))
  type(room, 'p'.repeat(20_000)) // a paste larger than a frame
  expect(room.view()).toMatchObject({ unsaved: 401, keeping: 'writing' })
  await expect.poll(() => room.view()).toMatchObject({ unsaved: 401, keeping: 'computer' })
  browser.comeBack()
  await isSaved(room)
  expect(Math.max(...browser.sizes)).toBeLessThanOrEqual(3_000)
  expect(browser.sizes.length).toBeGreaterThan(10)
  expect(await stored(harbour)).toBe(words(room.doc))
  type(room, 'q'.repeat(9_000)) // while the line is open
  await isSaved(room)
  expect(await stored(harbour)).toContain('q'.repeat(9_000))
  expect(harbour.logged).toEqual([])
})

test('[PR6] what cannot be cut is refused here, kept, and the draft opens anew without it', async () => {
  const harbour = await openHarbour({ limits: { frameBytes: 3_000 } })
  const browser = browserOf(harbour, { frameBytes: 3_000 })
  const room = browser.open()
  await isSaved(room)
  room.doc.getText('body').insertEmbed(3, { picture: 'x'.repeat(5_000) })
  await expect.poll(() => browser.reopened()).toBe(1)
  expect(room.view()).toMatchObject({ status: 'refused', because: 'too-large', unsaved: 1 })
  await room.leave()
  const again = browser.open()
  await isSaved(again)
  expect(again.news().asides).toMatchObject([{ because: 'too-large', unsent: 1 }])
  expect(harbour.logged).toEqual([]) // the server never saw it
})

test('words kept on this computer outlive the page, and are sent by the next', async () => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour)
  const first = browser.open()
  await isSaved(first)
  browser.goOffline()
  await expect.poll(() => first.view().status).toBe('offline')
  type(first, 'for the next page ')
  await first.leave()
  const second = browser.open()
  await second.ready // opens without the server
  expect(words(second.doc)).toContain('for the next page')
  expect(second.view()).toMatchObject({ status: 'offline', unsaved: 1, keeping: 'computer' })
  browser.comeBack()
  await isSaved(second)
  expect(await stored(harbour)).toContain('for the next page')
  await second.leave()
  const kept = await openKept('ana')
  await expect.poll(() => kept.list()).toMatchObject([{ textId: 'draft1', unsent: 0 }]) // still here to be opened offline
})

test('nobody waits for storage that was never written to, and what was typed meanwhile is kept all the same', async () => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour, { isSlow: true })
  const room = browser.open()
  await isSaved(room)
  browser.goOffline()
  await expect.poll(() => room.view().status).toBe('offline')
  type(room, 'before the storage opened ')
  expect(room.view()).toMatchObject({ unsaved: 1, keeping: 'writing' })
  browser.openNow()
  await expect.poll(() => room.view()).toMatchObject({ unsaved: 1, keeping: 'computer' })
  await room.leave()
  const again = browser.open()
  await again.ready
  expect(words(again.doc)).toContain('before the storage opened')
  expect(again.view()).toMatchObject({ status: 'offline', unsaved: 1 })
})

test('a browser that keeps nothing drafts all the same, and says where the words are', async () => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour, { keeps: false })
  const room = browser.open()
  await isSaved(room)
  browser.goOffline()
  await expect.poll(() => room.view().status).toBe('offline')
  type(room, 'in this page alone ')
  expect(room.view()).toMatchObject({ unsaved: 1, keeping: 'page' })
  browser.comeBack()
  await isSaved(room)
  expect(await stored(harbour)).toContain('in this page alone')
})

const FREEZE = { reason: 'first reading', by: 'Ines', delegation: 'Chair', at: '2026-03-02T10:00:00.000Z' }
const setFrozen = async ({ storage, rooms }: Harbour, frozen: boolean) => {
  await storage.texts.setFrozen('draft1', frozen ? FREEZE : null)
  await rooms.setFrozen('draft1', frozen)
}

test.each([true, false])('[RM18] words that a frozen draft refuses are kept, and writing goes on once it is let go; a browser that keeps: %s', async (keeps) => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour, { keeps })
  const room = browser.open()
  await isSaved(room)
  browser.goOffline()
  await expect.poll(() => room.view().status).toBe('offline')
  type(room, 'too late ')
  await setFrozen(harbour, true)
  browser.comeBack()
  await expect.poll(() => browser.reopened(), { timeout: 10_000 }).toBe(1)
  expect(room.view()).toMatchObject({ status: 'refused', because: 'text-frozen' })
  await room.leave()
  const again = browser.open()
  await isSaved(again)
  expect(words(again.doc)).toBe(await stored(harbour))
  await expect.poll(() => again.news().asides).toMatchObject([{ because: 'text-frozen', unsent: 1, words: 'too late ' }])
  const { state } = again.news().asides[0] ?? {}
  const asideDoc = new Y.Doc()
  Y.applyUpdate(asideDoc, state ?? new Uint8Array())
  expect(words(asideDoc)).toContain('too late')
  await setFrozen(harbour, false)
  type(again, 'in time ')
  await isSaved(again)
  expect(await stored(harbour)).toContain('in time')
  expect(await stored(harbour)).not.toContain('too late')
  await again.dropAside(again.news().asides[0]?.id ?? '')
  expect(again.news().asides).toEqual([])
  expect(browser.reopened()).toBe(1)
})

test('of a text that may no longer be read, nothing stays but one\'s own words', async () => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour)
  const room = browser.open()
  await isSaved(room)
  browser.goOffline()
  await expect.poll(() => room.view().status).toBe('offline')
  type(room, 'my own words ')
  await harbour.storage.members.end('mana', '2026-03-03T00:00:00.000Z')
  browser.comeBack()
  await expect.poll(() => room.news().asides, { timeout: 10_000 }).toMatchObject([{ because: 'not-a-member', state: null, words: 'my own words ' }])
  const kept = await openKept('ana')
  expect((await kept.read({ memberId: 'mana', textId: 'draft1' })).updates).toEqual([])
  expect(browser.reopened()).toBe(0)
})

test('two pages of one person offline: neither loses the other\'s words, whichever is closed or comes back first', async () => {
  const harbour = await openHarbour()
  const browser = browserOf(harbour)
  const [one, two] = [browser.open(), browser.open()]
  await Promise.all([isSaved(one), isSaved(two)])
  browser.goOffline()
  await expect.poll(() => [one.view().status, two.view().status]).toEqual(['offline', 'offline'])
  type(one, 'from the first ')
  type(two, 'from the second ')
  await one.leave()
  await two.leave()
  const third = browser.open()
  await third.ready
  expect(third.view()).toMatchObject({ unsaved: 2 })
  browser.comeBack()
  await isSaved(third)
  for (const text of ['from the first', 'from the second']) expect(await stored(harbour)).toContain(text)
  const kept = await openKept('ana')
  await expect.poll(() => kept.list()).toMatchObject([{ unsent: 0 }])
})

test('a merge after a spell offline is reported by clause, once it is stored', async () => {
  const harbour = await openHarbour()
  const [ana, bo] = [browserOf(harbour), browserOf(harbour, { as: 'bo' })]
  const [mine, theirs] = [ana.open(), bo.open()]
  await Promise.all([isSaved(mine), isSaved(theirs)])
  ana.goOffline()
  await expect.poll(() => mine.view().status).toBe('offline')
  type(mine, 'mine ')
  type(theirs, 'theirs ')
  theirs.doc.getText('body').insert(theirs.doc.getText('body').length, ' at the end')
  await isSaved(theirs)
  expect(mine.news().report).toBeNull()
  ana.comeBack()
  await isSaved(mine)
  await expect.poll(() => mine.news().report?.lines.map(({ verdict }) => verdict)).toEqual(['both', 'theirs'])
  expect(theirs.news().report).toBeNull()
  mine.dismissReport()
  expect(mine.news().report).toBeNull()
})
