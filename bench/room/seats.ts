import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { messageYjsSyncStep1, messageYjsSyncStep2, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE } from '../../shared/protocol/index.ts'

/** A room to load: its address, and the headers that open it. */
export type Target = Readonly<{ url: string; headers: Readonly<Record<string, string>> }>

/** Sits in the room and notes when it first sees each clock of each client. */
export type Observer = Readonly<{
  /** The room's whole state, as it was when the seat was taken. */
  state: Promise<Uint8Array>
  /** Resolves once the first `clock` characters of every one of `clients` have come. */
  seen(clients: readonly number[], clock: number): Promise<void>
  /** Called with every stretch of a client's characters that comes: `from` up to but not including `to`. */
  onSeen(listener: (client: number, from: number, to: number) => void): void
  push(update: Uint8Array): void
  leave(): void
}>

const frameOf = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The frame that carries `update`. */
export const updateFrame = (update: Uint8Array): Uint8Array => frameOf((encoder) => writeUpdate(encoder, update))

/** A socket that reads and forgets what it gets. */
export function openSocket({ url, headers }: Target): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  socket.on('message', () => undefined)
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}

export async function observe(target: Target): Promise<Observer> {
  const socket = await openSocket(target)
  const clocks = new Map<number, number>()
  const listeners = new Set<(client: number, from: number, to: number) => void>()
  let resolveState: (state: Uint8Array) => void = () => undefined
  const state = new Promise<Uint8Array>((resolve) => {
    resolveState = resolve
  })
  let waiting: Readonly<{ isOver: () => boolean; resolve: () => void }> | null = null
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
    const kind = decoding.readVarUint(decoder)
    if (kind === messageYjsSyncStep1) return
    const update = decoding.readVarUint8Array(decoder)
    if (kind === messageYjsSyncStep2) return resolveState(update)
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, clock] of to) {
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
      for (const listener of listeners) listener(client, from.get(client) ?? 0, clock)
    }
    if (waiting?.isOver() === true) waiting.resolve()
  })
  socket.send(frameOf((encoder) => writeSyncStep1(encoder, new Y.Doc())))
  return {
    state,
    seen: (clients, clock) =>
      new Promise((resolve, reject) => {
        waiting = { isOver: () => clients.every((client) => (clocks.get(client) ?? 0) >= clock), resolve }
        socket.once('close', (code) => reject(new Error(`the room closed the observer’s socket with ${code}`)))
      }),
    onSeen: (listener) => void listeners.add(listener),
    push: (update) => socket.send(updateFrame(update)),
    leave: () => socket.terminate(),
  }
}
