import type { ClauseText } from '#shared/clauses/index.ts'
import type { CloseReason, PresentMember } from '#shared/protocol/index.ts'
import type { DraftStore } from '#server/storage/port.ts'

/** What a room hears from a seat, already taken out of its frame. Updates and vectors are Yjs's own bytes (version 1). */
export type Incoming =
  | Readonly<{ kind: 'state-vector'; vector: Uint8Array }>
  | Readonly<{ kind: 'update'; update: Uint8Array }>
  | Readonly<{ kind: 'awareness'; entries: readonly AwarenessEntry[] }>
  | Readonly<{ kind: 'query-awareness' }>

/** What a room says to a seat. One object may go to many seats, so an encoder can keep its bytes. */
export type Outgoing =
  | Readonly<{ kind: 'state-vector'; vector: Uint8Array }>
  | Readonly<{ kind: 'missing'; update: Uint8Array }>
  | Readonly<{ kind: 'update'; update: Uint8Array }>
  | Readonly<{ kind: 'awareness'; entries: readonly AwarenessEntry[] }>
  | Readonly<{ kind: 'stored'; count: number }>

/** One client's presence as y-protocols has it: `state` null = gone. */
export type AwarenessEntry = Readonly<{ client: number; clock: number; state: Readonly<Record<string, unknown>> | null }>

/** Who sits down, and how to reach them. A change of rights ends the seat; it never changes one. */
export type SeatPort = Readonly<{
  member: PresentMember
  canEdit: boolean
  send(message: Outgoing): void
  close(reason: CloseReason): void
}>

/** A place taken in a room. */
export type Seat = Readonly<{
  hear(message: Incoming): void
  /** Says again how many frames are stored: a sign of life for a client that has nothing else to hear. */
  repeatStored(): void
  leave(): void
}>

/** Runs `run` once after `ms` milliseconds unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void

export type RoomLog = Readonly<{
  info(facts: object, words: string): void
  warn(facts: object, words: string): void
  error(facts: object, words: string): void
}>

/** Told of new wording that is stored, with the members who wrote since the last time. */
export type OnChanged = (textId: string, text: ClauseText, memberIds: readonly string[]) => void | Promise<void>

export type RoomPorts = Readonly<{
  drafts: DraftStore
  /** Milliseconds since the epoch. */
  now(): number
  after: After
  log: RoomLog
  onChanged: OnChanged
}>
