import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#shared/protocol/index.ts'
import { encodeFrame } from '#server/ws/frames.ts'
import { openClient, synced } from './client.ts'
import { openHarbour } from './port.ts'
import { connect } from './raw.ts'

const FREEZE = { reason: 'first reading', by: 'Ines', delegation: 'Chair', at: '2026-03-02T10:00:00.000Z' }

test('[RM18] writing into a frozen draft over a raw socket closes it with 4423, leaves a line in the log and changes nothing', async () => {
  const harbour = await openHarbour()
  const bo = openClient(harbour, { as: 'bo' })
  await synced(bo)
  const before = await harbour.rooms.read('draft1')
  const rows = (await harbour.storage.drafts.load('draft1')).length
  await harbour.storage.texts.setFrozen('draft1', FREEZE)
  await harbour.rooms.setFrozen('draft1', true)

  const forged = new Y.Doc()
  for (const update of await harbour.storage.drafts.load('draft1')) Y.applyUpdate(forged, update)
  const vector = Y.encodeStateVector(forged)
  forged.getText('body').insert(5, 'I insist ')
  for (const as of ['ana', 'chair']) {
    const raw = connect(harbour, { as })
    await raw.opened
    raw.socket.send(encodeFrame({ kind: 'update', update: Y.encodeStateAsUpdate(forged, vector) }))
    expect(await raw.closed).toBe(CLOSE['text-frozen'].code)
    expect(raw.heard.some((frame) => frame[0] === 10)).toBe(false) // never told that it is stored
  }
  expect(harbour.logged.map(({ refusal }) => refusal)).toEqual(['text-frozen', 'text-frozen'])
  expect(await harbour.rooms.read('draft1')).toEqual(before)
  expect(await harbour.storage.drafts.load('draft1')).toHaveLength(rows)
  expect(bo.closedWith).toEqual([])
  expect(bo.doc.getText('body').toJSON()).not.toContain('I insist')
})
