import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '#shared/protocol/index.ts'
import { LiveSocket, lineOn, type Line } from '#server/ws/line.ts'

const MIB = 1024 * 1024
const limits = { frameBytes: 1_000, heartbeatMs: 20_000, socketsPerMember: 5, unreadBytes: 2 * MIB, handshakes: 9, goodbyeMs: 100 }

async function pair(): Promise<{ line: Line; client: WebSocket; cuts: string[] }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', WebSocket: LiveSocket, maxPayload: limits.frameBytes })
  await once(server, 'listening')
  const address = server.address()
  const client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
  const [socket] = (await once(server, 'connection')) as [WebSocket]
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open')
  socket.on('error', () => undefined) // the close code is what these tests look at
  onTestFinished(() => {
    client.terminate()
    server.close()
  })
  const cuts: string[] = []
  return { line: lineOn(socket, limits, (why) => cuts.push(why)), client, cuts }
}

test('whoever does not read what is sent is cut before it fills the memory', async () => {
  const { line, client, cuts } = await pair()
  client.pause()
  const part = new Uint8Array(MIB)
  let sent = 0
  while (cuts.length === 0 && sent < 200) {
    line.send(part)
    sent++
  }
  expect(cuts).toEqual(['it does not read what it is sent'])
  expect(sent).toBeLessThan(100)
  line.send(part) // to nobody, quietly
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
