import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { wireOver } from '#client/features/room/wire.ts'
import { MESSAGE } from '#shared/protocol/index.ts'

/** A line that keeps what is sent over it, and what was said of it. */
function lineTaking(frameBytes: number) {
  const sent: Uint8Array[] = []
  const told: unknown[] = []
  class Line {
    send(data: Uint8Array): void {
      sent.push(data)
    }
  }
  const wire = wireOver(Line as unknown as typeof WebSocket, { frameBytes, onAnswered: (frame) => told.push(frame), onTooLarge: () => told.push('too large') })
  return { wire, sent, told, open: () => new wire.socket('ws://room') }
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const docWith = (words: string): Y.Doc => {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, words)
  return doc
}

test('[PR6] [PR2] every part of a cut frame is counted as the server will count it, and the answer is said to end with its last', () => {
  const { wire, sent, told, open } = lineTaking(500)
  const socket = open()
  socket.send(frame((encoder) => writeSyncStep1(encoder, new Y.Doc())))
  expect(wire.frames()).toBe(0) // a state vector is no document frame
  socket.send(frame((encoder) => writeSyncStep2(encoder, docWith('x'.repeat(2_000)))))
  const parts = sent.length - 1
  expect(parts).toBeGreaterThan(3)
  expect([wire.frames(), told]).toEqual([parts, [parts]])
  socket.send(frame((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(docWith('short')))))
  expect([wire.frames(), sent.length, told]).toEqual([parts + 1, parts + 2, [parts]])
  socket.send(frame((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(docWith('y'.repeat(2_000))))))
  expect(wire.frames()).toBe(sent.length - 1)
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(500)
  open()
  expect(wire.frames()).toBe(0) // every connection counts from 0
})

test('[PR6] what cannot be cut is neither sent nor counted; what is no document frame passes as it is', () => {
  const { wire, sent, told, open } = lineTaking(500)
  const doc = new Y.Doc()
  doc.getText('body').insertEmbed(0, { picture: 'x'.repeat(1_000) })
  const socket = open()
  socket.send(frame((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc))))
  expect([wire.frames(), sent, told]).toEqual([0, [], ['too large']])
  const presence = new Uint8Array(800).fill(MESSAGE.awareness, 0, 1)
  socket.send(presence)
  expect([wire.frames(), sent]).toEqual([0, [presence]])
})
