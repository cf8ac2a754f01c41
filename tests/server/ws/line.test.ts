import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '#shared/protocol/index.ts'
import { framed } from '#server/ws/framed.ts'
import { LiveSocket, lineOn, type Line } from '#server/ws/line.ts'

const MIB = 1024 * 1024
const limits = { frameBytes: 1_000, heartbeatMs: 20_000, socketsPerMember: 5, unreadBytes: 2 * MIB, handshakes: 9, goodbyeMs: 100 }

async function pair(): Promise<{ line: Line; client: WebSocket; cuts: string[] }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', WebSocket: LiveSocket, maxPayload: limits.frameBytes })
  await once(server, 'listening')
  const address = server.address()
  const client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
  const [socket, { socket: stream }] = (await once(server, 'connection')) as [WebSocket, IncomingMessage]
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open')
  socket.on('error', () => undefined) // the close code is what these tests look at
  onTestFinished(() => {
    client.terminate()
    server.close()
  })
  const cuts: string[] = []
  return { line: lineOn({ socket, stream }, limits, (why) => cuts.push(why)), client, cuts }
}

test('whoever does not read what is sent is cut before it fills the memory', async () => {
  const { line, client, cuts } = await pair()
  client.pause()
  const part = new Uint8Array(MIB)
  let sent = 0
  while (cuts.length === 0 && sent < 200) {
    line.send(part)
    line.sendFrame(framed(part))
    sent += 2
  }
  expect(cuts).toEqual(['it does not read what it is sent'])
  expect(sent).toBeLessThan(100)
  line.send(part) // to nobody, quietly
  line.sendFrame(framed(part))
})

test('whole messages of every size arrive as they were framed, in order with what ws sends itself', async () => {
  const { line, client } = await pair()
  const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000]
  const heard: Buffer[] = []
  client.on('message', (data: Buffer) => heard.push(data))
  for (const size of sizes) {
    line.sendFrame(framed(Buffer.alloc(size, size % 251)))
    line.send(Buffer.from([size % 251]))
  }
  line.beat()
  line.hangUp(CLOSE['shutting-down'])
  line.sendFrame(framed(Buffer.from('too late')))
  const [code] = (await once(client, 'close')) as [number]
  expect(code).toBe(CLOSE['shutting-down'].code)
  expect(heard.map(({ length }) => length)).toEqual(sizes.flatMap((size) => [size, 1]))
  expect(heard.every((data, i) => data.every((byte) => byte === (sizes[i >> 1] ?? 0) % 251))).toBe(true)
})

test('one frame written to several lines is the same for each', async () => {
  const [one, other] = [await pair(), await pair()]
  const frame = framed(Buffer.from('shall'))
  const heard = Promise.all([one, other].map(({ client }) => once(client, 'message')))
  for (const { line } of [one, other]) line.sendFrame(frame)
  expect((await heard).map(([data]) => String(data))).toEqual(['shall', 'shall'])
})

test('what ws refuses by itself bears our reasons', async () => {
  const large = await pair()
  large.client.send(new Uint8Array(limits.frameBytes + 1))
  const [tooLarge] = (await once(large.client, 'close')) as [number]
  const words = await pair()
  words.client.send(Buffer.from([0xff, 0xfe]), { binary: false })
  const [malformed] = (await once(words.client, 'close')) as [number]
  expect([tooLarge, malformed]).toEqual([CLOSE['too-large'].code, CLOSE['frame-malformed'].code])
})
