import type { Cookie } from 'playwright-core'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { LIVE_PATH, draftRoom } from '#shared/protocol/index.ts'
import type { House } from './house.ts'

/** Joins a text with somebody's cookies, writes in its Y.Doc what `edit` says, and leaves once the server has all of it. */
export async function writesDirectly({ house, cookies, textPath }: Readonly<{ house: House; cookies: readonly Cookie[]; textPath: string }>, edit: (doc: Y.Doc) => void): Promise<void> {
  const textId = new URL(textPath).pathname.split('/').at(-1) ?? ''
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  class SignedIn extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: house.url } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${house.url.replace('http', 'ws')}${LIVE_PATH}`, draftRoom(textId), doc, {
    disableBc: true,
    params: { schema: String(SCHEMA_VERSION) },
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
  })
  await new Promise<void>((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()))
  const left = new Promise<void>((resolve) => {
    provider.ws?.addEventListener('close', () => resolve())
  })
  edit(doc)
  provider.disconnect() // the socket closes behind what was sent
  await left
  provider.destroy()
}
