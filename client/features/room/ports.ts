import { askBeforeLeaving, keptNothingYet, onNetworkChange, openKept, type Kept } from '#client/platform/index.ts'
import { LIMITS } from '#shared/protocol/index.ts'

/** What a room has of the world around it. */
export type RoomPorts = Readonly<{
  socket: typeof WebSocket
  openKept: (accountId: string) => Promise<Kept>
  /** Whether nothing was ever kept; asked before `openKept`, which may make what it opens. */
  keptNothingYet: (accountId: string) => Promise<boolean>
  /** The largest frame that the server takes, in bytes. */
  frameBytes: number
  /** ISO 8601 UTC. */
  now: () => string
  onNetworkChange: (listener: () => void) => () => void
  askBeforeLeaving: (isNeeded: () => boolean) => () => void
}>

export const inThisBrowser = (): RoomPorts => ({
  socket: WebSocket,
  openKept,
  keptNothingYet,
  frameBytes: LIMITS.frameBytes,
  now: () => new Date().toISOString(),
  onNetworkChange,
  askBeforeLeaving,
})
