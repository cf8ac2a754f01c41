import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Aside } from '#client/platform/index.ts'
import { SCHEMA_VERSION } from '#shared/document/index.ts'
import { isRefusalId } from '#shared/kernel/index.ts'
import { CLOSE, MESSAGE, closeReasonOf, draftRoom, type CloseReason } from '#shared/protocol/index.ts'
import { afterRefusal, asideOf, asidesIn } from './asides.ts'
import { NOTHING_FOUND, keepCopy, type Keeping } from './kept-copy.ts'
import { inThisBrowser, type RoomPorts } from './ports.ts'
import { NOTHING_UNSAVED, afterSaveEvent, unsavedChanges, type SaveEvent, type SaveState } from './save-state.ts'
import { Spell, type MergeReport } from './spell.ts'
import { wireOver } from './wire.ts'

type Unsaved = Readonly<{
  /** Changes not yet on the server's disk, earlier pages' included. */
  unsaved: number
  /** Where they are kept meanwhile. */
  keeping: Keeping
}>

/** What a person is told of the live draft they have open. */
export type RoomView =
  | Readonly<{ status: 'joining' }>
  | (Readonly<{ status: 'live' }> & Unsaved)
  | (Readonly<{ status: 'offline'; because: CloseReason['reason'] | 'line-lost' }> & Unsaved)
  | (Readonly<{ status: 'refused'; because: CloseReason['reason'] }> & Unsaved)

/** What happened to a draft that a person should look at: a merge after a spell offline, words that were not taken. */
export type RoomNews = Readonly<{ report: MergeReport | null; asides: readonly Aside[] }>

/** One open live draft: its document, who else is there, whether what was typed is saved, and where. Lives outside React. */
export type RoomConnection = Readonly<{
  doc: Y.Doc
  awareness: Awareness
  /** Resolves once the draft's words are here, from the server or from what this computer kept. */
  ready: Promise<void>
  subscribe: (listener: () => void) => () => void
  /** The same object until it changes, for `useSyncExternalStore`; so is `news`. */
  view: () => RoomView
  news: () => RoomNews
  dismissReport: () => void
  dropAside: (asideId: string) => Promise<void>
  leave: () => Promise<void>
}>

/** Where a live draft is entered, by which account and as which member. */
export type RoomAddress = Readonly<{ liveUrl: string; textId: string; memberId: string; accountId: string }>

/**
 * Opens the live draft of `textId` on the server whose rooms are below `liveUrl`, as member `memberId`; the session cookie says
 * who that is. `onReopen`: the server did not take some words; they are set aside, and the room is to be left and joined anew.
 */
export function joinRoom(address: RoomAddress, onReopen: () => void, ports: RoomPorts = inThisBrowser()): RoomConnection {
  const { liveUrl, textId, memberId, accountId } = address
  const doc = new Y.Doc()
  const key = { memberId, textId }
  const isFirst = ports.keptNothingYet(accountId)
  const kept = ports.openKept(accountId).catch(() => null)
  const asides = asidesIn(kept, key)
  const spell = new Spell(doc, ports.now)
  const fromCopy = {}

  let saves: SaveState = NOTHING_UNSAVED
  /** The state vector when everything was last on the server. */
  let saved: Uint8Array | null = null
  /** How many of the unsaved changes are earlier pages': these have notes of their own. */
  let earlier = 0
  /** Document frames that have left when the last change was told. */
  let framesSeen = 0
  let lastClose: CloseReason | null = null
  let refused: CloseReason | null = null
  let isLeft = false
  let current: RoomView = { status: 'joining' }
  let news: RoomNews = { report: null, asides: [] }
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())

  const look = (): RoomView => {
    const isLive = provider.wsconnected && provider.synced
    const keeping = copy.keeping()
    // While the line is open nobody asks, and the view need not change with every write.
    const unsaved = { unsaved: unsavedChanges(saves), keeping: isLive && keeping === 'writing' ? 'computer' : keeping } as const
    if (refused) return { status: 'refused', ...unsaved, because: refused.reason }
    if (isLive) return { status: 'live', ...unsaved }
    if (current.status === 'joining' && unsaved.unsaved === 0 && lastClose === null) return current
    return { status: 'offline', ...unsaved, because: lastClose?.reason ?? 'line-lost' }
  }
  const refresh = () => {
    const next = look()
    if (JSON.stringify(next) === JSON.stringify(current)) return
    current = next
    tell()
  }
  const learn = (change: Partial<RoomNews>) => {
    news = { ...news, ...change }
    tell()
  }
  const note = (event: SaveEvent) => {
    saves = afterSaveEvent(saves, event)
    if (event.what === 'stored' && unsavedChanges(saves) === 0) allSaved()
    copy.note(Math.max(0, unsavedChanges(saves) - earlier))
    refresh()
  }
  const allSaved = () => {
    saved = Y.encodeStateVector(doc)
    earlier = 0
    copy.settle()
    const report = spell.end()
    if (report !== null) learn({ report })
  }

  const wire = wireOver(ports.socket, {
    frameBytes: ports.frameBytes,
    onAnswered: (frame) => {
      framesSeen = frame
      note({ what: 'answered', frame })
    },
    // Not within the change itself, which is still being told to others who listen.
    onTooLarge: () => queueMicrotask(() => refuse(CLOSE['too-large'])),
  })
  const provider = new WebsocketProvider(liveUrl, draftRoom(textId), doc, {
    connect: false,
    disableBc: true,
    params: { schema: String(SCHEMA_VERSION) },
    WebSocketPolyfill: wire.socket,
  })
  const copy = keepCopy({ doc, kept, key, origin: fromCopy, now: ports.now, onChange: () => refresh() })

  doc.on('beforeTransaction', ({ local, origin }: Y.Transaction) => {
    if (!local || origin === fromCopy || (provider.wsconnected && provider.synced)) return
    const base = spell.beforeChange()
    if (base !== null) copy.setOut(base)
  })
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === fromCopy) return
    // The provider has sent it by now, if its line was open.
    const frames = wire.frames()
    note({ what: 'changed', frame: frames > framesSeen ? frames : null })
    framesSeen = frames
  })

  const readSync = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (...message) => {
    if (!provider.synced) spell.beforeMerge()
    readSync?.(...message)
  }
  provider.messageHandlers[MESSAGE.stored] = (_encoder, decoder) => note({ what: 'stored', frames: decoding.readVarUint(decoder) })
  provider.on('connection-close', (event: CloseEvent | null) => {
    lastClose = event === null ? null : closeReasonOf(event.code)
  })
  provider.on('status', ({ status }) => {
    if (status === 'connecting') framesSeen = 0
    if (status === 'disconnected') note({ what: 'line-lost' })
    else refresh()
  })
  provider.on('closed', ({ code }: { code: number }) => {
    const reason = closeReasonOf(code)
    if (reason !== null) refuse(reason)
  })
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (state: boolean) => {
      if (state) {
        lastClose = null
        spell.merged()
        if (unsavedChanges(saves) === 0) saved = Y.encodeStateVector(doc)
        resolve()
      }
      refresh()
    })
  })

  /** The server, or this page for it, has said no for good. */
  function refuse(reason: CloseReason): void {
    if (refused !== null || isLeft) return
    refused = reason
    provider.disconnect()
    refresh()
    void settleRefusal(reason)
  }
  async function settleRefusal({ reason }: CloseReason): Promise<void> {
    const unsaved = unsavedChanges(saves)
    const fate = afterRefusal(reason, unsaved)
    if (fate === 'stay' || !isRefusalId(reason)) return
    spell.drop()
    await copy.close()
    if (fate === 'forget') return void (await asides.emptyCopy())
    const isEmptied = await asides.add(asideOf(doc, { because: reason, unsaved, at: ports.now(), mayRead: fate === 'reopen', saved }))
    if (isLeft) return
    // A copy that still holds the refused words would only send them again.
    if (fate === 'reopen' && isEmptied) onReopen()
    else learn({ asides: await asides.all() })
  }

  // A socket over a dead line stays open for half a minute; dialling anew shows at once whether the server is there.
  const ignoreNetwork = ports.onNetworkChange(() => {
    if (!provider.shouldConnect) return
    provider.disconnect()
    provider.connect()
  })
  const leaveFreely = ports.askBeforeLeaving(() => unsavedChanges(saves) > 0 && copy.keeping() !== 'computer')

  // What was kept comes first, so that the first answer to the server already carries it. To make the browser's storage takes as
  // long as to fetch a large draft, so nobody waits for it who has none.
  const found = isFirst.then((nothing) => (nothing ? NOTHING_FOUND : copy.found))
  const restored = found.then(({ some, unsent, base }) => {
    if (isLeft) return false
    if (base !== null) spell.resume(base)
    if (some && unsent === 0) saved = Y.encodeStateVector(doc)
    earlier = unsent
    if (unsent > 0) note({ what: 'restored', changes: unsent })
    provider.connect()
    return some
  })
  void asides.all().then((all) => all.length > 0 && learn({ asides: all }))

  return {
    doc,
    awareness: provider.awareness,
    ready: Promise.race([synced, restored.then((some) => (some ? undefined : synced))]),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => current,
    news: () => news,
    dismissReport: () => learn({ report: null }),
    dropAside: async (asideId) => {
      await asides.drop(asideId)
      learn({ asides: await asides.all() })
    },
    leave: async () => {
      isLeft = true
      ignoreNetwork()
      leaveFreely()
      provider.destroy()
      await copy.close()
      doc.destroy()
      await kept.then((storage) => storage?.close())
    },
  }
}
