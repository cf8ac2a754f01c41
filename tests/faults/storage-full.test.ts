import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { ANA, bytes, withText } from '../contracts/storage-rows.ts'
import { tempFolder } from './folder.ts'
import { NO_MOUNT, smallDisk } from './small-disk.ts'

const large = (n: number): Uint8Array => new Uint8Array(64 * 1024).fill(n)

async function appendUntilFull({ drafts }: Storage): Promise<number> {
  for (let n = 1; n < 1_000; n++) {
    const entry = { textId: 't1', update: large(n), ...ANA, at: '2026-03-02T10:00:00.000Z', newClients: [n] }
    try {
      await drafts.append([entry, { ...entry, update: bytes(n), newClients: [] }])
    } catch (error) {
      if (error instanceof Refused && error.id === 'storage-full') return n - 1
      throw error
    }
  }
  throw new Error('The disk never filled')
}

/** Fills the disk of `storage`, frees it, and returns whether groups were kept whole throughout and the next one was taken. */
async function keepsWholeGroups(storage: Storage, free: () => Promise<void> | void): Promise<boolean> {
  await withText(storage)
  const whole = await appendUntilFull(storage)
  const log = await storage.drafts.load('t1')
  const clients = await storage.drafts.clients('t1')
  await free()
  await storage.probe()
  await storage.drafts.append([{ textId: 't1', update: large(7), ...ANA, at: '', newClients: [] }])
  const now = await storage.drafts.load('t1')
  return whole > 0 && log.length === 1 + 2 * whole && clients.size === whole && now.length === log.length + 1 && now.at(-1)?.at(0) === 7
}

test('[ST2] a full disk refuses whole groups, keeps what there was, and takes the next when there is space', async ({ skip }) => {
  const disk = smallDisk(8)
  if (disk === null) {
    console.warn(NO_MOUNT)
    skip(NO_MOUNT)
    return
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
    skip(NO_MOUNT)
    return
  }
  const { storage } = await openSqlite(disk.dataDir)
  onTestFinished(() => storage.close())
  expect(await keepsWholeGroups(storage, () => disk.grow(32))).toBe(true)
})

test('[ST2] the same at the page limit of SQLite', async () => {
  const { storage, dialect } = await openSqlite(tempFolder())
  onTestFinished(() => storage.close())
  const pages = (limit: number) => sql.raw(`PRAGMA max_page_count = ${limit}`).execute(new Kysely({ dialect }))
  await pages(200)
  const raise = async (): Promise<void> => {
    await pages(100_000)
  }
  expect(await keepsWholeGroups(storage, raise)).toBe(true)
})
