import type { Server } from 'node:http'
import type { Bus } from '#server/bus/index.ts'
import type { Identity, Links } from '#server/identity/index.ts'
import type { Log } from '#server/log.ts'
import type { Rooms } from '#server/rooms/index.ts'
import type { Storage } from '#server/storage/port.ts'
import type { AllowedOrigin } from './origin.ts'

/** What the resources need of the live side: who is here, and how to end it for somebody. */
export type LiveAccess = Readonly<{
  endAccess(userId: string): void
  endMember(memberId: string): void
  here(negotiationId: string): ReadonlySet<string>
}>

/** Everything the HTTP side stands on. */
export type HttpPorts = Readonly<{
  server: Server
  storage: Storage
  identity: Identity
  links: Links
  rooms: Pick<Rooms, 'read' | 'change' | 'setFrozen'>
  live: LiveAccess
  bus: Bus
  log: Log
  /** Milliseconds since the epoch. */
  now: () => number
  allowedOrigin: AllowedOrigin
  /** Whether requests come through a proxy on this computer, whose word on the sender's address counts. */
  behindProxy: boolean
  /** The folder of the built client. */
  clientDir: string
  /** The folder of the sample negotiation. */
  samplesDir: string
}>
