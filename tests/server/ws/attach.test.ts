import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { CLOSE, parseFeedEvent, type FeedEvent } from '#shared/protocol/index.ts'
import { openClient, synced } from './client.ts'
import { openHarbour } from './port.ts'
import { connect, type Raw } from './raw.ts'

const nextEvent = async ({ socket }: Raw): Promise<FeedEvent | null> => {
  const [data] = (await once(socket, 'message')) as [Buffer]
  return parseFeedEvent(data.toString())
}

describe('the feed', () => {
  test('[PR5] tells members what changed, and nobody of a private draft that is not theirs', async () => {
    const harbour = await openHarbour()
    const ana = connect(harbour, { as: 'ana', path: 'feed/n1' })
    await ana.opened
    const heard: (FeedEvent | null)[] = []
    ana.socket.on('message', (data: Buffer) => heard.push(parseFeedEvent(data.toString())))
    const dora = connect(harbour, { as: 'dora', path: 'feed/n1' })
    expect(await nextEvent(ana)).toEqual({ topic: 'presence', textId: null })
    await dora.opened
    const doraHears = nextEvent(dora)
    harbour.bus.publish('n1', { topic: 'texts', textId: 'private1' })
    harbour.bus.publish('n2', { topic: 'texts', textId: null })
    harbour.bus.publish('n1', { topic: 'threads', textId: 'draft1' })
    expect(await doraHears).toEqual({ topic: 'texts', textId: 'private1' })
    await expect.poll(() => heard.at(-1)).toEqual({ topic: 'threads', textId: 'draft1' })
    expect(heard).not.toContainEqual({ topic: 'texts', textId: 'private1' })
    expect(heard).not.toContainEqual({ topic: 'texts', textId: null })
  })

  test('is read, not written to', async () => {
    const harbour = await openHarbour()
    const ana = connect(harbour, { as: 'ana', path: 'feed/n1' })
    await ana.opened
    ana.socket.send('{"topic":"texts","textId":null}')
    expect(await ana.closed).toBe(CLOSE['frame-malformed'].code)
  })
})

describe('access that ends', () => {
  test('closes the sockets of that account, or of that membership, and no others', async () => {
    const harbour = await openHarbour()
    const [ana, feed, bo] = [connect(harbour, { as: 'ana' }), connect(harbour, { as: 'ana', path: 'feed/n1' }), connect(harbour, { as: 'bo' })]
    await Promise.all([ana.opened, feed.opened, bo.opened])
    expect(harbour.live.here('n1')).toEqual(new Set(['mana', 'mbo']))
    harbour.live.endAccess('ana')
    expect(await Promise.all([ana.closed, feed.closed])).toEqual([CLOSE['access-changed'].code, CLOSE['access-changed'].code])
    await expect.poll(() => harbour.live.here('n1')).toEqual(new Set(['mbo']))
    harbour.live.endMember('mbo')
    expect(await bo.closed).toBe(CLOSE['access-changed'].code)
  })

  test('counts also while the socket is being checked', async () => {
    const harbour = await openHarbour()
    harbour.whileChecking.run = () => {
      harbour.whileChecking.run = () => undefined
      void harbour.storage.members.end('mana', '2026-03-03T00:00:00.000Z')
      harbour.live.endMember('mana')
    }
    const ana = connect(harbour, { as: 'ana' })
    expect(await ana.closed).toBe(CLOSE['not-a-member'].code)
    expect(ana.heard).toEqual([])
  })

  test('a socket that is ended takes no more part, though it never says goodbye', async () => {
    const harbour = await openHarbour()
    const [ana, bo] = [connect(harbour, { as: 'ana' }), openClient(harbour, { as: 'bo' })]
    await Promise.all([ana.opened, synced(bo)])
    ana.socket.pause()
    harbour.live.endMember('mana')
    bo.doc.getText('body').insert(5, 'unheard ')
    await expect.poll(() => bo.frames.stored === bo.frames.sent).toBe(true)
    ana.socket.resume()
    await ana.closed
    expect(ana.heard.some((frame) => Buffer.from(frame).includes('unheard'))).toBe(false)
  })
})

describe('a line that is not kept', () => {
  test('is cut when it gives no sign of life from one beat to the next', async () => {
    let beat = (): void => undefined
    const harbour = await openHarbour({
      limits: { heartbeatMs: 77 },
      after(ms, run) {
        if (ms === 77) beat = run
        return () => undefined
      },
    })
    const [silent, lively] = [connect(harbour, { as: 'ana' }), connect(harbour, { as: 'bo' })]
    await Promise.all([silent.opened, lively.opened])
    await expect.poll(() => harbour.live.here('n1').size).toBe(2)
    silent.socket.pause()
    const pinged = once(lively.socket, 'ping')
    beat()
    await pinged
    lively.socket.send(Uint8Array.of(3)) // asks who is present: a sign of life
    await once(lively.socket, 'message')
    beat()
    silent.socket.resume()
    expect(await silent.closed).toBe(1006)
    expect(harbour.live.here('n1')).toEqual(new Set(['mbo']))
  })
})

test('closing says so to every socket and takes no more', async () => {
  const harbour = await openHarbour()
  const sockets = [connect(harbour, { as: 'ana' }), connect(harbour, { as: 'bo', path: 'feed/n1' })]
  await Promise.all(sockets.map(({ opened }) => opened))
  await harbour.live.close()
  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([CLOSE['shutting-down'].code, CLOSE['shutting-down'].code])
  expect(harbour.live.here('n1')).toEqual(new Set())
})
