import type { CloseReason } from '#shared/protocol/index.ts'

/** An open socket and who is behind it. */
export type Connection = Readonly<{
  userId: string
  memberId: string
  negotiationId: string
  end(reason: CloseReason): void
  beat(): void
}>

/** Who is connected, in this process. */
export class Connections {
  readonly #open = new Set<Connection>()
  readonly #presenceChanged: (negotiationId: string) => void
  #endings = 0

  /** `presenceChanged`: a member has come to a negotiation or left it with the last socket. */
  constructor(presenceChanged: (negotiationId: string) => void) {
    this.#presenceChanged = presenceChanged
  }

  /** How often access was ended: whoever checks rights across an await checks again when this has risen. */
  get endings(): number {
    return this.#endings
  }

  /** Counts `connection` in until the returned function is called. */
  add(connection: Connection): () => void {
    const { negotiationId, memberId } = connection
    const wasHere = this.of(memberId) > 0
    this.#open.add(connection)
    if (!wasHere) this.#presenceChanged(negotiationId)
    return () => {
      if (this.#open.delete(connection) && this.of(memberId) === 0) this.#presenceChanged(negotiationId)
    }
  }

  /** How many sockets a member holds. */
  of(memberId: string): number {
    let count = 0
    for (const connection of this.#open) if (connection.memberId === memberId) count++
    return count
  }

  here(negotiationId: string): ReadonlySet<string> {
    return new Set([...this.#open].filter((open) => open.negotiationId === negotiationId).map(({ memberId }) => memberId))
  }

  /** Ends all of which `concerns` holds. */
  end(reason: CloseReason, concerns: (connection: Connection) => boolean): void {
    this.#endings++
    for (const connection of this.#open) if (concerns(connection)) connection.end(reason)
  }

  beat(): void {
    for (const connection of this.#open) connection.beat()
  }
}
