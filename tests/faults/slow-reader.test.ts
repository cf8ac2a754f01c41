import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { typeInto, wordsOf } from '../server/rooms/sample.ts'
import { openClient, synced } from '../server/ws/client.ts'
import { openHarbour } from '../server/ws/port.ts'
import { connect } from '../server/ws/raw.ts'

const MIB = 1024 * 1024
/** Enough for each of the peers to be cut a few times over, with what the system itself buffers for them. */
const WRITES = 120

const settled = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 60_000, interval: 2 })

test('peers that stop reading are cut at the bound, and no other misses or waits for a word', async () => {
  const unreadBytes = 2 * MIB
  const harbour = await openHarbour({ limits: { unreadBytes } })
  const [ana, bo] = [openClient(harbour, { as: 'ana' }), openClient(harbour, { as: 'bo' })]
  const slow = ['rita', 'dora', 'chair'].map((as) => connect(harbour, { as }))
  await Promise.all([synced(ana), synced(bo), ...slow.map(({ socket }) => once(socket, 'message'))])
  for (const { socket } of slow) socket.pause()
  const before = process.memoryUsage().rss
  let behind = 0
  for (let n = 0; n < WRITES; n++) {
    typeInto(ana.doc, `<${n}>${'x'.repeat(200_000)}`)
    // However many do not read, each write reaches the other reader and is stored before the next is made.
    await settled(() => wordsOf(bo.doc).length === wordsOf(ana.doc).length && ana.frames.stored === ana.frames.sent)
    behind = Math.max(behind, ana.frames.sent - ana.frames.stored)
    ana.doc.getText('body').delete(5, 200_000)
  }
  const cuts = harbour.logged.filter(({ words }) => words === 'A line was cut: it does not read what it is sent')
  expect(new Set(cuts.map((cut) => 'memberId' in cut && cut.memberId))).toEqual(new Set(['mchair', 'mdora', 'mrita']))
  expect(harbour.live.here('n1')).toEqual(new Set(['mana', 'mbo']))
  expect([ana.closedWith, bo.closedWith, behind]).toEqual([[], [], 0])
  // Both ends of all lines are in this process.
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB)
  for (const { socket, closed } of slow) {
    socket.resume()
    expect(await closed).toBe(1006)
  }
})
