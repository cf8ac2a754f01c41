import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE } from '../../shared/protocol/index.ts'
import { addressBytes, greetings, rawSocket, syncFrame, type Entry } from './dialects.ts'
import type { Crowd, CrowdOptions } from './full.ts'
import { handIn } from './hand.ts'
import { Ledger } from './ledger.ts'

/** A bare socket in the room: it has the draft as it was when it came, and does with what comes only what it is told to. */
class RawSeat {
  readonly doc = new Y.Doc()
  onUpdate: ((update: Uint8Array) => void) | null = null
  onStored: ((frames: number) => void) | null = null
  readonly #entry: Entry
  readonly #socket: WebSocket

  constructor(entry: Entry) {
    this.#entry = entry
    this.#socket = rawSocket(entry)
  }

  async sits(): Promise<void> {
    const { server } = this.#entry
    const arrived = new Promise<void>((resolve, reject) => {
      this.#socket.on('close', (code: number) => reject(new Error(`the room closed a socket with ${code}`)))
      this.#socket.on('error', reject)
      this.#socket.on('message', (data: Buffer) => this.#hear(data, resolve))
    })
    await once(this.#socket, 'open')
    for (const frame of greetings(server)) this.#socket.send(frame)
    this.send(messageYjsSyncStep1, Y.encodeStateVector(this.doc))
    await arrived
  }

  send(kind: number, body: Uint8Array): void {
    this.#socket.send(syncFrame(this.#entry.server, kind, body))
  }

  #hear(data: Buffer, arrived: () => void): void {
    const at = addressBytes(this.#entry.server)
    const [type, kind] = [data[at], data[at + 1]]
    if (type === MESSAGE.stored) return this.onStored?.(decoding.readVarUint(decoding.createDecoder(data.subarray(at + 1))))
    if (type !== MESSAGE.sync || kind === messageYjsSyncStep1) return
    if (kind === messageYjsUpdate && this.onUpdate === null) return // most seats only drain
    const update = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(at + 2)))
    if (kind === messageYjsUpdate) return this.onUpdate?.(update)
    if (kind !== messageYjsSyncStep2) return
    Y.applyUpdate(this.doc, update)
    arrived()
  }
}

/** Sockets that cost this process next to nothing, so that the server is what is measured. The writers are not the probes. */
export async function rawCrowd({ entries, writers, probes }: CrowdOptions): Promise<Crowd> {
  const ledger = new Ledger(probes)
  const seats = entries.map((entry) => new RawSeat(entry))
  await Promise.all(seats.map((seat) => seat.sits()))
  const hands = seats.slice(0, writers).map((seat, i) => {
    const sentAt: number[] = []
    let counted = 0
    // What the others write only drains here, so every update of this document is its own.
    seat.doc.on('update', (update: Uint8Array) => {
      sentAt.push(performance.now())
      seat.send(messageYjsUpdate, update)
    })
    seat.onStored = (frames) => {
      for (const now = performance.now(); counted < frames; counted++) ledger.stored(now - (sentAt[counted] ?? now))
    }
    return handIn(seat.doc, i / writers, ledger)
  })
  for (const seat of seats.slice(writers, writers + probes)) {
    const upTo = new Map<number, number>()
    seat.onUpdate = (update) => {
      for (const [client, to] of Y.parseUpdateMeta(update).to) {
        ledger.heard(client, upTo.get(client) ?? 0, to)
        upTo.set(client, Math.max(upTo.get(client) ?? 0, to))
      }
    }
  }
  return { hands, ledger }
}
