import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { MESSAGE } from '../../shared/protocol/index.ts'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '../peer/hocuspocus-provider.mjs'
import type { ServerName } from './servers.ts'

/** A room of one server, and the headers that open it. */
export type Entry = Readonly<{ server: ServerName; url: string; headers: Readonly<Record<string, string>> }>

/** The one document's name on the peers. */
const DOCUMENT = 'draft'
const HOCUSPOCUS = { auth: 2, token: 0 } as const

/** A websocket that says who it is. */
const socketOf = (headers: Entry['headers']) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers })
    }
  }

/** A socket that speaks nothing by itself. */
export const rawSocket = ({ server, url, headers }: Entry): WebSocket => new (socketOf(headers))(server === 'y-websocket' ? `${url}/${DOCUMENT}` : url)

/** A drafter in the room. */
export type Seated = Readonly<{ awareness: Awareness | null; leave(): void }>

/** Keeps `doc` in step with the room through the server's own provider; resolves once it is. */
export async function enter({ server, url, headers }: Entry, doc: Y.Doc, onStored: ((frames: number) => void) | null = null): Promise<Seated> {
  if (server === 'hocuspocus') {
    const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: socketOf(headers) })
    const provider = new HocuspocusProvider({ websocketProvider, name: DOCUMENT, document: doc, token: 'bench' })
    provider.attach()
    await new Promise((resolve) => provider.on('synced', resolve))
    return {
      awareness: provider.awareness,
      leave() {
        provider.destroy()
        websocketProvider.destroy()
      },
    }
  }
  const { base, room, params } = roomOf(url, server)
  // y-websocket asks for the DOM's type; ws has what it uses of it.
  const polyfill = socketOf(headers) as unknown as typeof globalThis.WebSocket
  const provider = new WebsocketProvider(base, room, doc, { disableBc: true, WebSocketPolyfill: polyfill, params, connect: false })
  provider.messageHandlers[MESSAGE.stored] = (_encoder, decoder) => onStored?.(decoding.readVarUint(decoder))
  provider.connect()
  await new Promise<void>((resolve) => provider.on('sync', (synced) => synced && resolve()))
  return { awareness: provider.awareness, leave: () => provider.destroy() }
}

function roomOf(url: string, server: ServerName): Readonly<{ base: string; room: string; params: Record<string, string> }> {
  if (server === 'y-websocket') return { base: url, room: DOCUMENT, params: {} }
  const { origin, pathname, searchParams } = new URL(url)
  const [, live = '', ...rest] = pathname.split('/')
  return { base: `${origin}/${live}`, room: rest.join('/'), params: Object.fromEntries(searchParams) }
}

/** What a raw socket sends first; only Hocuspocus wants to be told who it is. */
export function greetings(server: ServerName): readonly Uint8Array[] {
  if (server !== 'hocuspocus') return []
  return [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, DOCUMENT)
      encoding.writeVarUint(encoder, HOCUSPOCUS.auth)
      encoding.writeVarUint(encoder, HOCUSPOCUS.token)
      encoding.writeVarString(encoder, 'bench')
    }),
  ]
}

/** One sync message (y-protocols' `kind`) as `server` has it framed. */
export const syncFrame = (server: ServerName, kind: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    if (server === 'hocuspocus') encoding.writeVarString(encoder, DOCUMENT)
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, body)
  })

/** How many bytes stand before the type of a message that `server` sends. */
export const addressBytes = (server: ServerName): number => (server === 'hocuspocus' ? DOCUMENT.length + 1 : 0)
