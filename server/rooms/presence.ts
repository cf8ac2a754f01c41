import type { PresentMember } from '#shared/protocol/index.ts'
import type { AwarenessEntry } from './ports.ts'

type Present<Holder> = Readonly<{ holder: Holder; heardClock: number; state: Readonly<Record<string, unknown>> }>

/** Who was ever present as a client id in this room, and the last clock the others were told. */
type Trace = { readonly memberId: string; clock: number }

/**
 * Who is in a room, by Yjs client id, as y-protocols' awareness has it (RM12). `Holder` is the seat that speaks for an entry.
 *
 * Clocks towards the others are the room's own and only rise, also over a restart (they begin at
 * `seconds()`, the seconds since the epoch): a client keeps the last clock it heard of everybody and would take a returning caret for old news. An
 * unmodified provider repeats what it hears of others, so foreign entries are dropped in silence.
 */
export class Presence<Holder> {
  readonly #present = new Map<number, Present<Holder>>()
  readonly #traces = new Map<number, Trace>()
  readonly #clientOf = new Map<Holder, number>()
  readonly #seconds: () => number

  constructor(seconds: () => number) {
    this.#seconds = seconds
  }

  /** Whether `client` is or was present as another member. */
  isForeign(client: number, memberId: string): boolean {
    const trace = this.#traces.get(client)
    return trace !== undefined && trace.memberId !== memberId
  }

  /**
   * Takes what `holder` says of itself from `entries`; returns what is news to the others. `mayUse` says whether its
   * member may be present as a client id.
   */
  hear(
    entries: readonly AwarenessEntry[],
    { holder, member, mayUse }: Readonly<{ holder: Holder; member: PresentMember; mayUse(client: number): boolean }>,
  ): readonly AwarenessEntry[] {
    const news: AwarenessEntry[] = []
    for (const { client, clock, state } of entries) {
      const own = this.#clientOf.get(holder)
      const speaksForIt = own === undefined ? !this.isForeign(client, member.memberId) && mayUse(client) : own === client
      const known = this.#present.get(client)
      if (!speaksForIt || (known?.holder === holder && clock < known.heardClock)) continue
      if (state === null) {
        if (known?.holder === holder) news.push(this.#drop(client))
        continue
      }
      this.#clientOf.set(holder, client)
      this.#present.set(client, { holder, heardClock: clock, state: { ...state, user: member } }) // PR4
      if (!this.#traces.has(client)) this.#traces.set(client, { memberId: member.memberId, clock: this.#seconds() })
      news.push(this.#told(client))
    }
    return news
  }

  /** Removes what `holder` spoke for; returns what to tell the others. */
  leave(holder: Holder): readonly AwarenessEntry[] {
    const client = this.#clientOf.get(holder)
    this.#clientOf.delete(holder)
    // A reconnected client has taken its entry along to its new seat.
    return client === undefined || this.#present.get(client)?.holder !== holder ? [] : [this.#drop(client)]
  }

  /** The client id `holder` speaks for, or null while it has named none. */
  clientOf(holder: Holder): number | null {
    return this.#clientOf.get(holder) ?? null
  }

  /** Everybody present, told anew. */
  all(): readonly AwarenessEntry[] {
    return [...this.#present.keys()].map((client) => this.#told(client))
  }

  #told(client: number): AwarenessEntry {
    const trace = this.#traces.get(client)
    const clock = trace === undefined ? this.#seconds() : ++trace.clock
    return { client, clock, state: this.#present.get(client)?.state ?? null }
  }

  #drop(client: number): AwarenessEntry {
    this.#present.delete(client)
    return this.#told(client)
  }
}
