import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Cookie } from 'playwright-core'
import { WebSocket } from 'ws'
import { messageYjsSyncStep2, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { LIVE_PATH, MESSAGE, draftRoom } from '#shared/protocol/index.ts'
import type { House } from './house.ts'

/**
 * Speaks the wire's protocol by hand with a reader's cookies: asks for the text, then sends an update that writes in it.
 * Answers whether the text came and the code that the socket was closed with.
 */
export async function readerWritesOverRawSocket({ house, cookies, textPath }: Readonly<{ house: House; cookies: readonly Cookie[]; textPath: string }>): Promise<Readonly<{ received: boolean; closedWith: number }>> {
  const textId = new URL(textPath).pathname.split('/').at(-1) ?? ''
  const url = `${house.url.replace('http', 'ws')}${LIVE_PATH}/${draftRoom(textId)}?schema=${SCHEMA_VERSION}`
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(url, { headers: { cookie, origin: house.url } })
  let received = false
  const closed = new Promise<number>((resolve, reject) => {
    socket.on('close', resolve)
    socket.on('error', reject)
  })
  socket.on('open', () => socket.send(framed((encoder) => writeSyncStep1(encoder, new Y.Doc()))))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== MESSAGE.sync || decoding.readVarUint(decoder) !== messageYjsSyncStep2) return
    const copy = new Y.Doc()
    Y.applyUpdate(copy, decoding.readVarUint8Array(decoder))
    received = copy.getText('body').length > 100
    copy.getText('body').insert(5, 'a reader was here')
    socket.send(framed((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(copy))))
  })
  return { closedWith: await closed, received }
}

function framed(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
