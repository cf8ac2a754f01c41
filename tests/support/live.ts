import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { LIVE_PATH, MESSAGE } from '#shared/protocol/index.ts'
import type { Person, TestProgram } from './program.ts'

/** A live draft open over the real websocket, without a screen. */
export type OpenDraft = Readonly<{ doc: Y.Doc; /** Resolves when the draft's words are here. */ ready: Promise<void>; close: () => void }>

/** Opens the live draft of `textId` as `person`. */
export function openDraft({ url }: Pick<TestProgram, 'url'>, person: Person, textId: string): OpenDraft {
  const doc = new Y.Doc()
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: url, headers: { cookie: person.cookie() } })
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}${LIVE_PATH}`, `draft/${textId}`, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    params: { schema: String(SCHEMA_VERSION) },
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE.stored] = () => undefined
  const ready = new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    ready,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}
