import type { IncomingHttpHeaders, Server } from 'node:http'
import type { Bus } from '#server/bus/index.ts'
import type { After, RoomLog, Rooms } from '#server/rooms/index.ts'
import type { Storage } from '#server/storage/port.ts'

export type Account = Readonly<{ userId: string; name: string }>

export type LivePorts = Readonly<{
  server: Server
  /** Who sends a request with these headers; null for a stranger. */
  accountOf(headers: IncomingHttpHeaders): Promise<Account | null>
  storage: Storage
  rooms: Rooms
  bus: Bus
  /** Whether a page from `origin` may open a socket to `host`. */
  allowedOrigin(origin: string | undefined, host: string | undefined): boolean
  log: RoomLog
  /** Milliseconds since the epoch. */
  now(): number
  after: After
  limits: LiveLimits
}>

/** What a socket may cost. */
export type LiveLimits = Readonly<{
  frameBytes: number
  heartbeatMs: number
  socketsPerMember: number
  /** A socket that leaves more than this unread, in bytes, is cut: it would otherwise be kept in memory for it. */
  unreadBytes: number
  /** Upgrades that are being checked at once; beyond, the server answers 503. */
  handshakes: number
  /** How long a closed socket may take to say goodbye, in milliseconds; then it is cut. */
  goodbyeMs: number
}>
