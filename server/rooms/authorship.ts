/** Which member each Yjs client id of one draft speaks for (RM9). */
export class Authorship {
  readonly #owners: Map<number, string | null>

  /** `bound`: ids and their members, as stored. `present`: all ids in the draft; those not bound are the seed's and nobody's. */
  constructor(bound: ReadonlyMap<number, string>, present: Iterable<number>) {
    this.#owners = new Map<number, string | null>(bound)
    for (const client of present) if (!this.#owners.has(client)) this.#owners.set(client, null)
  }

  /** Whether `memberId` may write, or be present, as `client`. */
  mayUse(client: number, memberId: string): boolean {
    const owner = this.#owners.get(client)
    return owner === undefined || owner === memberId
  }

  /** Binds those of `clients` that are free to `memberId` and returns them. */
  bind(clients: readonly number[], memberId: string): readonly number[] {
    const fresh = clients.filter((client) => !this.#owners.has(client))
    for (const client of fresh) this.#owners.set(client, memberId)
    return fresh
  }
}
