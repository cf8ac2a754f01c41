import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { After } from '#client/features/room/after.ts'
import { keepCopy } from '#client/features/room/kept-copy.ts'
import { openKept, type Kept } from '#client/platform/index.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const KEY = { memberId: 'm1', textId: 't1' }

/** A page that keeps its copy on a disk that can be full. */
async function open({ after }: { after?: After } = {}) {
  const kept = await openKept('ana')
  const disk = { isFull: false, tries: 0 }
  const limited: Kept = {
    ...kept,
    write: (...writing) => {
      disk.tries++
      return disk.isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : kept.write(...writing)
    },
  }
  const doc = new Y.Doc()
  const copy = keepCopy({ doc, kept: Promise.resolve(limited), key: KEY, origin: {}, now: () => '2026-11-24', onChange: () => undefined, ...(after && { after }) })
  onTestFinished(() => copy.close())
  const found = await copy.found
  return { doc, copy, disk, kept, found }
}

const type = (doc: Y.Doc, text: string) => doc.getText('body').insert(doc.getText('body').length, text)
const wordsIn = async (kept: Kept) => {
  const doc = new Y.Doc()
  for (const update of (await kept.read(KEY)).updates) Y.applyUpdate(doc, update)
  return doc.getText('body').toJSON()
}

test('says where words are: on their way, on this computer, and only in the page while the disk is full', async () => {
  const { doc, copy, disk, kept } = await open()
  type(doc, 'one ')
  copy.note(1)
  expect(copy.keeping()).toBe('writing')
  await expect.poll(() => copy.keeping()).toBe('computer')
  disk.isFull = true
  type(doc, 'two ')
  copy.note(2)
  await expect.poll(() => copy.keeping()).toBe('page')
  for (let i = 0; i < 50; i++) type(doc, `${i} `)
  await expect.poll(() => copy.keeping()).toBe('page')
  expect(disk.tries).toBeLessThan(20) // a full disk is not asked at every key
  disk.isFull = false
  for (let i = 0; i < 80; i++) {
    type(doc, '.')
    await Promise.resolve()
  }
  await expect.poll(() => copy.keeping()).toBe('computer')
  expect(await wordsIn(kept)).toBe(doc.getText('body').toJSON())
  expect(await kept.list()).toMatchObject([{ unsent: 2 }])
})

test('a copy that another page has emptied is written whole', async () => {
  const { doc, copy, kept } = await open()
  type(doc, 'one ')
  await expect.poll(() => copy.keeping()).toBe('computer')
  await kept.forgetText(KEY)
  type(doc, 'two ')
  await expect.poll(() => copy.keeping()).toBe('computer')
  expect(await wordsIn(kept)).toBe('one two ')
})

test('after sign-out the page keeps its words for itself', async () => {
  const { doc, copy, kept } = await open()
  type(doc, 'one ')
  await expect.poll(() => copy.keeping()).toBe('computer')
  await kept.forget(() => false)
  type(doc, 'two ')
  await expect.poll(() => copy.keeping()).toBe('page')
  expect(await wordsIn(kept)).toBe('')
})

test('a long history is folded when it is opened, and says the same', async () => {
  const kept = await openKept('ana')
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < 300; i++) type(doc, `${i} `)
  for (const update of updates) await kept.write(KEY, { update, note: null, base: null, writer: 'w', epoch: 0, generation: 0 })
  const second = await open()
  expect(second.found.some).toBe(true)
  expect(second.doc.getText('body').toJSON()).toBe(doc.getText('body').toJSON())
  expect((await second.kept.read(KEY)).updates).toHaveLength(1)
})

test.each(['time', 'own words', 'leaving'] as const)('what others write is gathered and written in one, at the latest by %s', async (by) => {
  const due: (() => void)[] = []
  const { doc, copy, disk, kept } = await open({
    after: (_ms, run) => {
      due.push(run)
      return () => due.splice(0)
    },
  })
  const other = new Y.Doc()
  other.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'line'))
  for (const word of ['one ', 'two ', 'three ']) {
    type(other, word)
    await kept.read(KEY)
  }
  expect(disk.tries).toBe(0)
  if (by === 'time') due.shift()?.()
  if (by === 'own words') type(doc, 'mine')
  if (by === 'leaving') await copy.close()
  await expect.poll(() => copy.keeping()).toBe('computer')
  expect(disk.tries).toBe(1)
  expect(due).toEqual([])
  expect(await wordsIn(kept)).toBe(doc.getText('body').toJSON())
})
