import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
import * as encoding from 'lib0/encoding'
import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { MESSAGE, closeReasonOf, draftRoom, type CloseReason } from '#shared/protocol/index.ts'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { NOTHING_UNSAVED, afterSaveEvent, unsavedChanges, type SaveEvent, type SaveState } from './save-state.ts'

/** What a person is told of the live draft they have open. `unsaved` counts their changes not yet on the server's disk. */
export type RoomView =
  | Readonly<{ status: 'joining' }>
  | Readonly<{ status: 'live'; unsaved: number }>
  | Readonly<{ status: 'offline'; unsaved: number; because: CloseReason['reason'] | 'line-lost' }>
  | Readonly<{ status: 'refused'; unsaved: number; because: CloseReason['reason'] }>

/** One open live draft: its document, who else is there, and whether what was typed is saved. Lives outside React. */
export type RoomConnection = Readonly<{
  doc: Y.Doc
  awareness: Awareness
  /** Resolves once the draft's words are here, from the server or from what this computer kept. */
  ready: Promise<void>
  subscribe: (listener: () => void) => () => void
  /** The same object until it changes, for `useSyncExternalStore`. */
  view: () => RoomView
  leave: () => Promise<void>
}>

/** Where a live draft is entered, and as whom. */
export type RoomAddress = Readonly<{ liveUrl: string; textId: string; memberId: string }>

/** What this computer keeps of a draft while changes to it are unsaved, a database for each member and text. */
const keptName = (memberId: string, textId: string) => `travaux/${memberId}/${textId}`

/** Opens the live draft of `textId` on the server whose rooms are below `liveUrl`, as member `memberId`; the session cookie says who that is. */
export function joinRoom({ liveUrl, textId, memberId }: RoomAddress): RoomConnection {
  const doc = new Y.Doc()
  const kept = new IndexeddbPersistence(keptName(memberId, textId), doc)
  const provider = new WebsocketProvider(liveUrl, draftRoom(textId), doc, {
    connect: false,
    disableBc: true,
    params: { schema: String(SCHEMA_VERSION) },
  })

  let saves: SaveState = NOTHING_UNSAVED
  let lastClose: CloseReason | null = null
  let refused: CloseReason | null = null
  let current: RoomView = { status: 'joining' }
  const listeners = new Set<() => void>()

  const look = (): RoomView => {
    const unsaved = unsavedChanges(saves)
    if (refused) return { status: 'refused', unsaved, because: refused.reason }
    if (provider.wsconnected && provider.synced) return { status: 'live', unsaved }
    if (current.status === 'joining' && unsaved === 0 && lastClose === null) return current
    return { status: 'offline', unsaved, because: lastClose?.reason ?? 'line-lost' }
  }
  const refresh = () => {
    const next = look()
    if (JSON.stringify(next) === JSON.stringify(current)) return
    current = next
    for (const listener of listeners) listener()
  }
  const note = (event: SaveEvent) => {
    saves = afterSaveEvent(saves, event)
    refresh()
  }

  doc.on('update', (_update: Uint8Array, updateOrigin: unknown) => {
    if (updateOrigin !== provider) note({ what: 'changed', connected: provider.wsconnected })
  })
  const readSync = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (encoder, ...rest) => {
    readSync?.(encoder, ...rest)
    if (encoding.length(encoder) > 1) note({ what: 'answered' }) // the provider sends an answer that is longer than its type
  }
  provider.messageHandlers[MESSAGE.stored] = (_encoder, decoder) => note({ what: 'stored', frames: decoding.readVarUint(decoder) })
  provider.on('connection-close', (event: CloseEvent | null) => {
    lastClose = event === null ? null : closeReasonOf(event.code)
  })
  provider.on('status', ({ status }) => {
    if (status === 'disconnected') note({ what: 'line-lost' })
    else refresh()
  })
  provider.on('closed', ({ code }: { code: number }) => {
    refused = closeReasonOf(code)
    refresh()
  })
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (state: boolean) => {
      if (state) {
        lastClose = null
        resolve()
      }
      refresh()
    })
  })

  // A socket over a dead line stays open for half a minute; dialling anew shows at once whether the server is there.
  const redial = () => {
    if (!provider.shouldConnect) return
    provider.disconnect()
    provider.connect()
  }
  window.addEventListener('offline', redial)
  window.addEventListener('online', redial)

  // What was kept comes first, so that the first answer to the server already carries it. A browser that keeps nothing
  // (a private window, say) still drafts; then only the open page holds what is unsaved.
  const restored = kept.whenSynced.then(
    () => doc.share.size > 0,
    () => false,
  )
  void restored.then(() => provider.connect())

  return {
    doc,
    awareness: provider.awareness,
    ready: Promise.race([synced, restored.then((some) => (some ? undefined : synced))]),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => current,
    leave: async () => {
      const saved = unsavedChanges(saves) === 0
      window.removeEventListener('offline', redial)
      window.removeEventListener('online', redial)
      provider.destroy()
      // A saved draft leaves nothing behind on a computer that others may use.
      await (saved ? kept.clearData() : kept.destroy())
      doc.destroy()
    },
  }
}
