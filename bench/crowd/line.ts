import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from '../../shared/protocol/index.ts'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** A bare client of y-websocket's protocol: it asks for the draft and hears updates without keeping them. */
export class BenchLine {
  readonly doc = new Y.Doc()
  readonly #socket: WebSocket
  readonly #ready: Promise<void>
  /** Called with each update heard, when it is set. */
  onUpdate: ((update: Uint8Array) => void) | null = null
  /** Called with each count of `stored`, when it is set. */
  onStored: ((count: number) => void) | null = null

  constructor(url: string, member: string) {
    this.#socket = new WebSocket(url, { headers: { cookie: `account=${member}` } })
    let arrived: () => void = () => undefined
    this.#ready = new Promise((resolve, reject) => {
      arrived = resolve
      this.#socket.on('close', (code: number) => reject(new Error(`The line was closed with ${code}`)))
      this.#socket.on('error', reject)
    })
    this.#socket.on('message', (data) => {
      if (data instanceof Uint8Array) this.#hear(data, arrived)
    })
  }

  /** Resolves when the draft is here. */
  async joins(): Promise<void> {
    await once(this.#socket, 'open')
    this.#send(0, Y.encodeStateVector(this.doc))
    await this.#ready
  }

  write(update: Uint8Array): void {
    this.#send(2, update)
  }

  async leaves(): Promise<void> {
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #send(kind: number, body: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, body)
    this.#socket.send(encoding.toUint8Array(encoder))
  }

  #hear(frame: Uint8Array, arrived: () => void): void {
    const [type, kind] = frame
    if (type === MESSAGE.stored) {
      const decoder = decoding.createDecoder(frame.subarray(1))
      this.onStored?.(decoding.readVarUint(decoder))
      return
    }
    if (type !== MESSAGE.sync || kind === 0) return
    if (kind === 2 && this.onUpdate === null) return // most lines only drain
    const decoder = decoding.createDecoder(frame.subarray(2))
    const update = decoding.readVarUint8Array(decoder)
    if (kind === 2) this.onUpdate?.(update)
    else {
      Y.applyUpdate(this.doc, update)
      arrived()
    }
  }
}
