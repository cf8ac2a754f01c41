import { askBeforeLeaving, onNetworkChange, openKept, type Kept } from '#client/platform/index.ts'
import { LIMITS } from '#shared/protocol/index.ts'

/** What a room has of the world around it. */
export type RoomPorts = Readonly<{
  socket: typeof WebSocket
  openKept: (accountId: string) => Promise<Kept>
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
  frameBytes: LIMITS.frameBytes,
  now: () => new Date().toISOString(),
  onNetworkChange,
  askBeforeLeaving,
})
