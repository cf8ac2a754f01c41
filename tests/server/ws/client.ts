import { onTestFinished } from 'vitest'
import * as decoding from 'lib0/decoding'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { MESSAGE, draftRoom } from '#shared/protocol/index.ts'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { ORIGIN, type Harbour } from './harbour.ts'

/** An unmodified y-websocket client with the session's cookie, and what `stored` told it. */
export type Client = Readonly<{
  doc: Y.Doc
  provider: WebsocketProvider
  /** Document frames sent over the present line, and how many of them the server called stored. */
  frames: { sent: number; stored: number }
  closedWith: number[]
}>

const socketOf = (account: string, onFrame: (frame: Uint8Array) => void): typeof globalThis.WebSocket => {
  class SignedIn extends WebSocket {
    constructor(url: string) {
      super(url, { origin: ORIGIN, headers: { cookie: `account=${account}` } })
    }

    override send(data: Uint8Array): void {
      onFrame(data)
      super.send(data)
    }

    /** As a browser does: a socket that is closing hears nothing more. */
    override close(code?: number, reason?: string | Buffer): void {
      this.removeAllListeners('message')
      super.close(code, reason)
    }
  }
  return SignedIn as unknown as typeof globalThis.WebSocket
}

/** `onSent` hears of each document frame: what it is, 1 an answer to a state vector or 2 an update, and which of its line. */
export type ClientOptions = Readonly<{ as: string; textId?: string; schema?: string; doc?: Y.Doc; onSent?: (kind: number, frame: number) => void }>

/** Opens `textId` (the first draft unless said) as account `as`. */
export function openClient(
  { url }: Pick<Harbour, 'url'>,
  { as, textId = 'draft1', schema = String(SCHEMA_VERSION), doc = new Y.Doc(), onSent }: ClientOptions,
): Client {
  const frames = { sent: 0, stored: 0 }
  const closedWith: number[] = []
  const provider = new WebsocketProvider(url, draftRoom(textId), doc, {
    disableBc: true,
    params: { schema },
    WebSocketPolyfill: socketOf(as, (frame) => {
      const [type, kind = 0] = frame
      if (type !== MESSAGE.sync || kind === 0) return
      frames.sent++
      onSent?.(kind, frames.sent)
    }),
  })
  provider.messageHandlers[MESSAGE.stored] = (_encoder: unknown, decoder: decoding.Decoder) => {
    frames.stored = decoding.readVarUint(decoder)
  }
  provider.on('connection-close', (event: { code: number } | null) => {
    closedWith.push(event?.code ?? 0)
    frames.sent = 0
    frames.stored = 0
  })
  onTestFinished(() => provider.destroy())
  return { doc, provider, frames, closedWith }
}

/** Resolves when the provider has the draft. */
export const synced = ({ provider }: Client): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) return resolve()
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve()
    })
  })
