import type { ClauseText } from '#shared/clauses/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { CLOSE, LIMITS } from '#shared/protocol/index.ts'
import type { DraftStore } from '#server/storage/port.ts'
import type { Doc } from 'yjs'
import { openGroupCommit } from './group-commit.ts'
import { Keeper } from './keeper.ts'
import { LiveDraft } from './live-draft.ts'
import type { After, OnChanged, RoomLog, RoomPorts, Seat, SeatPort } from './ports.ts'
import { Room, type Author } from './room.ts'
import { watchStorage } from './storage-watch.ts'

/** All live drafts of this process. */
export type Rooms = Readonly<{
  /** Takes a place in the room of `textId`, loading it when nobody is there. Rejects with `not-found`, `shutting-down` or the storage's refusal. */
  take(textId: string, port: SeatPort): Promise<Seat>
  /** The wording of `textId` as stored. Rejects as `take` does. */
  read(textId: string): Promise<ClauseText>
  /** Changes the draft as `edit` does a copy of it, in the name of `member`; resolves once stored. Rejects as `take` does, and with what `edit` throws. */
  change(textId: string, member: Author, edit: (doc: Doc) => void): Promise<void>
  /**
   * Tells the room of `textId`, if there is one, that the text was frozen or let go. Call it once that is stored: a room that
   * is loaded later asks for itself.
   */
  setFrozen(textId: string, frozen: boolean): Promise<void>
  /** Closes every seat with `shutting-down`, stores and tells what is left, and unloads. */
  close(): Promise<void>
}>

type Loading = Readonly<{ room: Promise<Room>; keeper: Keeper }>

const timer: After = (ms, run) => {
  if (ms <= 0) {
    // Once everything that has arrived by now is read: a timer waits a millisecond at least.
    const soon = setImmediate(run)
    return () => clearImmediate(soon)
  }
  const handle = setTimeout(run, ms)
  return () => clearTimeout(handle)
}

/**
 * Opens the rooms over `drafts`. `now` gives milliseconds since the epoch; `after` waits (the platform's timer unless given,
 * and then `now` is what waits are measured by); `probe` resolves when a write would succeed, and is asked after one failed; `isFrozen` is asked as a room loads.
 * `onChanged` hears of new wording once it is stored, at most every two seconds a draft; what it throws is logged.
 */
export function openRooms({
  after,
  probe,
  isFrozen,
  ...rest
}: Readonly<{ drafts: DraftStore; probe(): Promise<void>; isFrozen(textId: string): Promise<boolean>; now(): number; log: RoomLog; onChanged: OnChanged; after?: After }>): Rooms {
  const ports: RoomPorts = { ...rest, after: after ?? timer }
  const { drafts } = ports
  const elapsed = after === undefined ? () => performance.now() : ports.now
  const commit = openGroupCommit({ append: (group) => drafts.append(group), after: ports.after, now: elapsed, longestPauseMs: LIMITS.groupCommitMs })
  const watch = watchStorage({ probe, after: ports.after })
  const loaded = new Map<string, Loading>()
  let closing = false

  const load = async (textId: string, keeper: Keeper): Promise<Room> => {
    const [log, bound, frozen] = await Promise.all([drafts.load(textId), drafts.clients(textId), isFrozen(textId)])
    if (log.length === 0) throw new Refused('not-found', 'There is no text of that name.')
    const draft = new LiveDraft(log, bound)
    const behind = log.slice(1) // the first is the seed or the snapshot
    const size = { rows: behind.length, bytes: behind.reduce((sum, update) => sum + update.length, 0) }
    const room = new Room({ textId, draft, commit, ports, watch, frozen, stirred: () => keeper.stir() }, size)
    keeper.keep(room)
    return room
  }

  const roomOf = (textId: string): Promise<Room> => {
    const known = loaded.get(textId)
    if (known !== undefined) return known.room // RM4
    const forget = (): void => {
      if (loaded.get(textId)?.keeper === keeper) loaded.delete(textId)
    }
    const keeper = new Keeper({ textId, ports, unloaded: forget })
    const room = load(textId, keeper)
    loaded.set(textId, { room, keeper })
    room.catch(forget) // whoever waits for it hears why; the next one tries again
    return room
  }

  const inRoom = async <Result>(textId: string, use: (room: Room) => Result | Promise<Result>): Promise<Result> => {
    for (;;) {
      if (closing) throw new Refused('shutting-down', 'The server is stopping. Try again in a moment.')
      const room = await roomOf(textId)
      if (!room.ended && !closing) return await use(room) // it may have ended between its loading and now
    }
  }

  return {
    take: (textId, port) => inRoom(textId, (room) => room.take(port)),
    read: (textId) => inRoom(textId, (room) => room.read()),
    change: (textId, member, edit) => inRoom(textId, (room) => room.change(member, edit)),
    async setFrozen(textId, frozen) {
      const loading = loaded.get(textId)
      if (loading === undefined) return
      const [outcome] = await Promise.allSettled([loading.room])
      if (outcome.status === 'fulfilled') outcome.value.setFrozen(frozen) // a room that failed to load is none
    },
    async close() {
      closing = true
      const ending = Promise.all([...loaded.values()].map(endOne))
      await commit.flush()
      await ending
      watch.end()
    },
  }
}

/** Ends one room once it has loaded; a room that failed to load is none. */
async function endOne({ room, keeper }: Loading): Promise<void> {
  const [outcome] = await Promise.allSettled([room])
  if (outcome.status === 'rejected' || outcome.value.ended) return
  outcome.value.dismiss(CLOSE['shutting-down'])
  await keeper.close()
}
