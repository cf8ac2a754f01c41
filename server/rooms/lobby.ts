import { LIMITS } from '#shared/protocol/index.ts'
import type { AwarenessEntry, Outgoing, RoomPorts, SeatPort } from './ports.ts'
import { Presence } from './presence.ts'

/** A seat as the lobby knows it. */
export type Guest = Readonly<{ port: SeatPort }>

/** Tells those in a room of each other, gathering what changes within one window into one message. */
export class Lobby<Holder extends Guest> {
  readonly #presence: Presence<Holder>
  readonly #guests: ReadonlySet<Holder>
  readonly #ports: Pick<RoomPorts, 'after'>
  #news = new Map<number, AwarenessEntry>()
  #cancel: (() => void) | null = null

  /** `guests` is the room's own, living set of who is to be told. */
  constructor(guests: ReadonlySet<Holder>, ports: Pick<RoomPorts, 'now' | 'after'>) {
    this.#guests = guests
    this.#ports = ports
    this.#presence = new Presence(() => Math.floor(ports.now() / 1000))
  }

  isForeign(client: number, memberId: string): boolean {
    return this.#presence.isForeign(client, memberId)
  }

  /** Everybody present, for one who asks. */
  all(): readonly AwarenessEntry[] {
    return this.#presence.all()
  }

  hear(holder: Holder, entries: readonly AwarenessEntry[], mayUse: (client: number) => boolean): void {
    this.#gather(this.#presence.hear(entries, { holder, member: holder.port.member, mayUse }))
  }

  leave(holder: Holder): void {
    this.#gather(this.#presence.leave(holder))
  }

  end(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #gather(news: readonly AwarenessEntry[]): void {
    for (const entry of news) this.#news.set(entry.client, entry)
    if (news.length > 0 && this.#cancel === null) this.#cancel = this.#ports.after(LIMITS.groupCommitMs, () => this.#tell())
  }

  #tell(): void {
    this.#cancel = null
    const entries = [...this.#news.values()]
    this.#news = new Map()
    const message: Outgoing = { kind: 'awareness', entries }
    for (const guest of this.#guests) {
      // An echo of one's own caret, late by a window, would set it back.
      const own = this.#presence.clientOf(guest)
      const others = entries.filter(({ client }) => client !== own)
      if (others.length > 0) guest.port.send(others.length === entries.length ? message : { kind: 'awareness', entries: others })
    }
  }
}
