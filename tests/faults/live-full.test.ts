import { expect, test, vi } from 'vitest'
import { CLOSE } from '#shared/protocol/index.ts'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { openHarbour } from '../server/ws/port.ts'
import { NO_MOUNT, smallDisk } from './small-disk.ts'

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 30_000, interval: 5 })

test('[RM1] [RM3] on a full disk nobody sees what is not stored, the writer is told why, and all is well when there is space', async ({ skip }) => {
  const disk = smallDisk(12)
  if (disk === null) {
    console.warn(NO_MOUNT)
    skip(NO_MOUNT)
    return
  }
  const harbour = await openHarbour({ dataDir: disk.dataDir })
  const ana = openClient(harbour, { as: 'ana' })
  const bo = openClient(harbour, { as: 'bo' })
  await Promise.all([synced(ana), synced(bo)])
  typeInto(ana.doc, 'before ')
  await settled(() => wordsOf(bo.doc).includes('before'))
  const before = wordsOf(bo.doc)
  disk.fill()
  typeInto(ana.doc, 'x'.repeat(300_000)) // more than the log has room for
  await settled(() => ana.closedWith.filter((code) => code === CLOSE['storage-full'].code).length > 1) // tried again, refused again
  expect(bo.closedWith).toContain(CLOSE['storage-full'].code)
  expect(wordsOf(bo.doc)).toBe(before)
  expect(harbour.logged.map(({ refusal }) => refusal)).toContain('storage-full')
  typeInto(ana.doc, 'meanwhile ')
  disk.free()
  await settled(() => wordsOf(bo.doc).includes('meanwhile') && ana.frames.sent > 0 && ana.frames.stored === ana.frames.sent)
  expect(wordsOf(bo.doc)).toBe(wordsOf(ana.doc))
})
