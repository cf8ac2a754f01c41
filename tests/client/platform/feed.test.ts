import { once } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket as Line, WebSocketServer } from 'ws'
import { followFeed, type FeedState } from '#client/platform/index.ts'
import { CLOSE, type FeedEvent } from '#shared/protocol/index.ts'

let open: (() => void)[] = []
afterEach(() => {
  for (const close of open) close()
  open = []
  vi.unstubAllGlobals()
})

/** A server of feeds on a free port, which the page takes for its own. */
async function feeds(onLine: (line: Line, path: string) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  server.on('connection', (line, request) => onLine(line, request.url ?? ''))
  vi.stubGlobal('WebSocket', Line) // Node 20 has none of its own
  vi.stubGlobal('window', { location: { protocol: 'http:', host: `127.0.0.1:${address.port}` } })
  open.push(() => server.close(), () => server.clients.forEach((client) => client.terminate()))
}

function follow() {
  const events: FeedEvent[] = []
  const states: FeedState[] = []
  const end = followFeed('n1', { onEvent: (event) => events.push(event), onState: (state) => states.push(state) })
  open.push(end)
  return { events, states, end }
}

test('follows its negotiation and takes only what is an event', async () => {
  const paths: string[] = []
  await feeds((line, path) => {
    paths.push(path)
    line.send('noise')
    line.send(JSON.stringify({ topic: 'texts', textId: 't' }))
  })
  const { events, states } = follow()
  await vi.waitFor(() => expect(events).toEqual([{ topic: 'texts', textId: 't' }]))
  expect(paths).toEqual(['/live/feed/n1'])
  expect(states).toEqual(['connecting', 'open'])
})

test('a lost line is taken up again', async () => {
  let lines = 0
  await feeds((line) => {
    lines++
    if (lines === 1) line.terminate()
  })
  const { states } = follow()
  await vi.waitFor(() => expect(states).toEqual(['connecting', 'open', 'lost', 'open']), { timeout: 5000 })
})

test('a line that is refused for good is not tried again', async () => {
  let lines = 0
  await feeds((line) => {
    lines++
    line.close(CLOSE['not-a-member'].code)
  })
  const { states } = follow()
  await vi.waitFor(() => expect(states.at(-1)).toBe('refused'))
  expect(lines).toBe(1)
})

test('once ended it says nothing more', async () => {
  let closed = 0
  await feeds((line) => line.on('close', () => closed++))
  const { states, end } = follow()
  await vi.waitFor(() => expect(states).toContain('open'))
  end()
  await vi.waitFor(() => expect(closed).toBe(1))
  expect(states).toEqual(['connecting', 'open'])
})
