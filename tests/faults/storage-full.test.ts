import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { bytes, withText } from '../contracts/storage-rows.ts'
import { tempFolder } from './folder.ts'
import { NO_MOUNT, smallDisk } from './small-disk.ts'

const large = (n: number): Uint8Array => new Uint8Array(64 * 1024).fill(n)

async function appendUntilFull({ drafts }: Storage): Promise<number> {
  for (let n = 1; n < 1_000; n++) {
    const entry = { textId: 't1', update: large(n), memberId: 'm1', at: '2026-03-02T10:00:00.000Z', newClients: [n] }
    try {
      await drafts.append([entry, { ...entry, update: bytes(n), newClients: [] }])
    } catch (error) {
      if (error instanceof Refused && error.id === 'storage-full') return n - 1
      throw error
    }
  }
  throw new Error('The disk never filled')
}

async function keepsWholeGroups(storage: Storage, free: () => Promise<void> | void): Promise<void> {
  await withText(storage)
  const whole = await appendUntilFull(storage)
  expect(whole).toBeGreaterThan(0)
  expect(await storage.drafts.load('t1')).toHaveLength(1 + 2 * whole)
  expect((await storage.drafts.clients('t1')).size).toBe(whole)
  await expect(storage.drafts.append([{ textId: 't1', update: large(0), memberId: 'm1', at: '', newClients: [] }])).rejects.toMatchObject({
    id: 'storage-full',
  })
  await free()
  await storage.probe()
  await storage.drafts.append([{ textId: 't1', update: large(7), memberId: 'm1', at: '', newClients: [] }])
  expect((await storage.drafts.load('t1')).at(-1)).toEqual(large(7))
}

test('[ST2] a full disk refuses whole groups, keeps what there was, and takes the next when there is space', async ({ skip }) => {
  const disk = smallDisk(8)
  if (disk === null) {
    console.warn(NO_MOUNT)
    return skip(NO_MOUNT)
  }
  const { storage } = await openSqlite(disk.dataDir)
  onTestFinished(() => storage.close())
  await withText(storage)
  disk.fill()
  await expect(storage.probe()).rejects.toMatchObject({ id: 'storage-full' })
  disk.free()
  await storage.probe()
})

test('[ST2] the same on a disk that fills by what is stored', async ({ skip }) => {
  const disk = smallDisk(6)
  if (disk === null) {
    console.warn(NO_MOUNT)
    return skip(NO_MOUNT)
  }
  const { storage } = await openSqlite(disk.dataDir)
  onTestFinished(() => storage.close())
  await keepsWholeGroups(storage, () => disk.grow(32))
})

test('[ST2] the same at the page limit of SQLite', async () => {
  const { storage, dialect } = await openSqlite(tempFolder())
  onTestFinished(() => storage.close())
  const pages = (limit: number) => sql.raw(`PRAGMA max_page_count = ${limit}`).execute(new Kysely({ dialect }))
  await pages(200)
  await keepsWholeGroups(storage, async () => {
    await pages(100_000)
  })
})
