import type { ClauseText } from '#shared/clauses/index.ts'
import { Refused, unreachable, type RefusalId } from '#shared/kernel/index.ts'
import { CLOSE, closeFor, type CloseReason } from '#shared/protocol/index.ts'
import * as Y from 'yjs'
import type { GroupCommit, Party } from './group-commit.ts'
import type { Entered, LiveDraft } from './live-draft.ts'
import { Lobby } from './lobby.ts'
import { Outbox } from './outbox.ts'
import type { Incoming, Outgoing, RoomPorts, Seat, SeatPort } from './ports.ts'
import type { StorageWatch } from './storage-watch.ts'

export type RoomParts = Readonly<{
  textId: string
  draft: LiveDraft
  commit: GroupCommit
  ports: RoomPorts
  watch: StorageWatch
  /** Called when something has changed that the room's next step depends on, its end included. */
  stirred(): void
}>

type Occupant = { readonly port: SeatPort; frames: number; storedFrames: number }
type Unstored = Readonly<{ occupant: Occupant; change: Uint8Array }>

/**
 * One live draft. An admitted update enters memory at once; all that shows it (the copy to the others, answers to a state
 * vector, readings, `stored`) waits in the outbox until the log holds it (RM1, RM2). When the log refuses, the room ends (RM3).
 */
export class Room {
  readonly #parts: RoomParts
  readonly #occupants = new Set<Occupant>()
  readonly #lobby: Lobby<Occupant>
  readonly #outbox = new Outbox()
  readonly #party: Party
  readonly #acknowledged = new Set<Occupant>()
  readonly #writers = new Set<string>()
  #unstored: Unstored[] = []
  #logRows: number
  #logBytes: number
  #emptySince: number | null
  #ended = false

  /** `log` is the size of the stored log the draft was loaded from: its rows, and its bytes beyond the first, a snapshot or seed. */
  constructor(parts: RoomParts, log: Readonly<{ rows: number; bytes: number }>) {
    this.#parts = parts
    this.#lobby = new Lobby(this.#occupants, parts.ports)
    this.#party = { stored: (count) => this.#stored(count), failed: (refusal) => this.#failed(refusal) }
    this.#emptySince = parts.ports.now()
    this.#logRows = log.rows
    this.#logBytes = log.bytes
  }

  /** What the next step depends on, as far as the room knows it. */
  facts(): Readonly<Record<'seats' | 'unstored' | 'logRows' | 'logBytes', number> & { emptySince: number | null; untold: boolean }> {
    return {
      seats: this.#occupants.size,
      unstored: this.#unstored.length,
      logRows: this.#logRows,
      logBytes: this.#logBytes,
      emptySince: this.#emptySince,
      untold: this.#writers.size > 0,
    }
  }

  get ended(): boolean {
    return this.#ended
  }

  take(port: SeatPort): Seat {
    const occupant: Occupant = { port, frames: 0, storedFrames: 0 }
    this.#occupants.add(occupant)
    this.#emptySince = null
    port.send({ kind: 'state-vector', vector: this.#parts.draft.vector() })
    const present = this.#lobby.all()
    if (present.length > 0) port.send({ kind: 'awareness', entries: present })
    this.#parts.stirred()
    return {
      hear: (message) => {
        if (this.#occupants.has(occupant)) this.#hear(occupant, message)
      },
      repeatStored: () => this.#sendTo(occupant, { kind: 'stored', count: occupant.storedFrames }),
      leave: () => this.#leave(occupant),
    }
  }

  /** The wording, once all of it is stored. Rejects with the storage's refusal when it could not be. */
  async read(): Promise<ClauseText> {
    const text = this.#parts.draft.read()
    await this.#outbox.settled()
    return text
  }

  /** The draft as one update, once all of it is stored, and how many rows of the log it stands for. */
  async snapshot(): Promise<Readonly<{ snapshot: Uint8Array; through: number }>> {
    const snapshot = this.#parts.draft.snapshot()
    const through = this.#logRows + this.#unstored.length
    await this.#outbox.settled()
    return { snapshot, through }
  }

  /** Notes that a snapshot now stands for the first `through` rows of the log. Its own bytes do not count: a large one would be folded for ever. */
  folded({ through }: Readonly<{ through: number }>): void {
    this.#logRows += 1 - through
    this.#logBytes = 0
  }

  /** Who wrote what was stored since the last call. */
  takeWriters(): readonly string[] {
    const writers = [...this.#writers]
    this.#writers.clear()
    return writers
  }

  /** Closes every seat with `reason`; the room goes on without them. */
  dismiss(reason: CloseReason): void {
    for (const occupant of this.#occupants) {
      this.#leave(occupant)
      occupant.port.close(reason)
    }
  }

  /** Ends the room: the seats are closed with `reason`, and what is not stored is gone with the memory of the draft. */
  end(reason: CloseReason, refusal = new Refused('shutting-down')): void {
    if (this.#ended) return
    this.#ended = true
    const occupants = [...this.#occupants]
    this.#occupants.clear()
    this.#unstored = []
    this.#lobby.end()
    this.#outbox.break(refusal)
    this.#parts.draft.end()
    this.#parts.stirred()
    for (const { port } of occupants) port.close(reason)
  }

  #hear(occupant: Occupant, message: Incoming): void {
    switch (message.kind) {
      case 'state-vector':
        return this.#answer(occupant, message.vector)
      case 'update':
        return this.#receive(occupant, message.update)
      case 'awareness':
        return this.#lobby.hear(occupant, message.entries, (client) =>
          this.#parts.draft.mayUse(client, occupant.port.member.memberId),
        )
      case 'query-awareness':
        return this.#sendTo(occupant, { kind: 'awareness', entries: this.#lobby.all() })
      default:
        return unreachable(message)
    }
  }

  #answer(occupant: Occupant, vector: Uint8Array): void {
    let update: Uint8Array
    try {
      update = this.#parts.draft.missing(vector)
    } catch {
      return this.#refuse(occupant, 'frame-malformed') // no state vector: Yjs could not read it
    }
    this.#outbox.put(() => this.#sendTo(occupant, { kind: 'missing', update }))
  }

  #receive(occupant: Occupant, update: Uint8Array): void {
    const { member, canEdit } = occupant.port
    const isForeign = (client: number): boolean => this.#lobby.isForeign(client, member.memberId)
    const admission = this.#parts.draft.admit(update, { memberId: member.memberId, canEdit, isForeign })
    if (admission.verdict === 'refused') return this.#refuse(occupant, admission.refusal)
    if (admission.verdict === 'new') {
      const trouble = this.#parts.watch.trouble()
      if (trouble === null) this.#enter(occupant, update, admission.clients)
      else if (!this.#parts.draft.repeats(update)) return this.#refuse(occupant, trouble.id) // RM15
    }
    const frame = ++occupant.frames
    this.#outbox.put(() => {
      occupant.storedFrames = frame
      this.#acknowledged.add(occupant)
    })
    this.#acknowledge()
  }

  #enter(occupant: Occupant, update: Uint8Array, clients: readonly number[]): void {
    const { textId, draft, commit, ports } = this.#parts
    const { memberId } = occupant.port.member
    let entered: Entered | null
    try {
      entered = draft.enter(update, clients, memberId)
    } catch (error) {
      // Memory may hold half an update now: it goes, and the log is read again.
      ports.log.error({ textId, memberId, err: error }, 'An admitted update could not be applied')
      return this.end(CLOSE.internal, new Refused('internal'))
    }
    if (entered === null) return
    this.#unstored.push({ occupant, change: entered.change })
    this.#outbox.hand()
    const at = new Date(ports.now()).toISOString()
    commit.add({ textId, update: entered.change, memberId, at, newClients: entered.newClients }, this.#party)
  }

  #stored(count: number): void {
    if (this.#ended) return
    const group = this.#unstored.splice(0, count)
    this.#logRows += group.length
    for (const { occupant, change } of group) {
      this.#logBytes += change.length
      this.#writers.add(occupant.port.member.memberId)
    }
    this.#fanOut(group)
    this.#outbox.hold(group.length)
    this.#acknowledge()
    this.#parts.stirred()
  }

  #fanOut(group: readonly Unstored[]): void {
    const [first] = group
    if (first === undefined) return
    const update = group.length === 1 ? first.change : Y.mergeUpdates(group.map(({ change }) => change))
    const soleWriter = group.every(({ occupant }) => occupant === first.occupant) ? first.occupant : null
    const message: Outgoing = { kind: 'update', update }
    for (const occupant of this.#occupants) if (occupant !== soleWriter) occupant.port.send(message)
  }

  #acknowledge(): void {
    for (const occupant of this.#acknowledged) this.#sendTo(occupant, { kind: 'stored', count: occupant.storedFrames })
    this.#acknowledged.clear()
  }

  #failed(refusal: Refused): void {
    if (this.#ended) return
    const { textId, ports } = this.#parts
    ports.log.error({ textId, refusal: refusal.id, unstored: this.#unstored.length }, refusal.message)
    this.#parts.watch.failed(refusal)
    this.end(closeFor(refusal.id), refusal)
  }

  #refuse(occupant: Occupant, refusal: RefusalId): void {
    const { textId, ports } = this.#parts
    ports.log.warn({ textId, memberId: occupant.port.member.memberId, refusal }, 'A frame was refused')
    this.#leave(occupant)
    occupant.port.close(closeFor(refusal))
  }

  #sendTo(occupant: Occupant, message: Outgoing): void {
    if (this.#occupants.has(occupant)) occupant.port.send(message)
  }

  #leave(occupant: Occupant): void {
    if (!this.#occupants.delete(occupant)) return
    if (this.#occupants.size === 0) this.#emptySince = this.#parts.ports.now()
    this.#lobby.leave(occupant)
    this.#parts.stirred()
  }
}
