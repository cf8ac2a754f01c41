import { inspectUpdate, readDraft } from '#shared/document/index.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import type { RefusalId } from '#shared/kernel/index.ts'
import * as Y from 'yjs'
import { Authorship } from './authorship.ts'

/** Whether an update may enter the draft, and what it would bring. */
export type Admission =
  | Readonly<{ verdict: 'nothing-new' }>
  | Readonly<{ verdict: 'refused'; refusal: RefusalId }>
  | Readonly<{ verdict: 'new'; clients: readonly number[] }>

/** Who an update comes from. `isForeign`: whether a client id is present as somebody else. */
export type Writer = Readonly<{
  memberId: string
  /** Why nothing that they write is taken; null when it is. */
  barred: 'not-allowed' | 'text-frozen' | null
  isForeign(client: number): boolean
}>

export type Entered = Readonly<{ change: Uint8Array; newClients: readonly number[] }>

/** One draft in memory, as its log has it and whatever has been admitted since. Only `admit` and `enter` see updates. */
export class LiveDraft {
  readonly #doc = new Y.Doc()
  readonly #authorship: Authorship

  constructor(log: readonly Uint8Array[], bound: ReadonlyMap<number, string>) {
    this.#doc.transact(() => {
      for (const update of log) Y.applyUpdate(this.#doc, update)
    })
    this.#authorship = new Authorship(bound, Y.decodeStateVector(Y.encodeStateVector(this.#doc)).keys())
  }

  /** Judges `update` without touching the draft (RM9, RM10). */
  admit(update: Uint8Array, writer: Writer): Admission {
    const { clients, refusal } = inspectUpdate(this.#doc, update)
    if (refusal !== null) return { verdict: 'refused', refusal }
    if (writer.barred !== null) {
      const isRepetition = clients.length === 0 && this.repeats(update)
      return isRepetition ? { verdict: 'nothing-new' } : { verdict: 'refused', refusal: writer.barred }
    }
    const foreign = clients.some((client) => !this.mayUse(client, writer.memberId) || writer.isForeign(client))
    return foreign ? { verdict: 'refused', refusal: 'foreign-authorship' } : { verdict: 'new', clients }
  }

  /**
   * Whether the draft has all of `update`. The work grows with the draft: not for every key. An answer to our state vector names
   * every deletion that its sender knows, so it is rarely empty even when it repeats.
   */
  repeats(update: Uint8Array): boolean {
    return Y.snapshotContainsUpdate(Y.snapshot(this.#doc), update)
  }

  mayUse(client: number, memberId: string): boolean {
    return this.#authorship.mayUse(client, memberId)
  }

  /**
   * Enters an admitted update; returns what is to be stored and sent on for it, and the ids now bound to `memberId`; null
   * when it says nothing new.
   */
  enter(update: Uint8Array, clients: readonly number[], memberId: string): Entered | null {
    const changes: Uint8Array[] = []
    const note = (change: Uint8Array): void => {
      changes.push(change) // Yjs may tidy formatting after the update itself, as a change of its own
    }
    this.#doc.on('update', note)
    try {
      Y.applyUpdate(this.#doc, update)
    } finally {
      this.#doc.off('update', note)
    }
    const newClients = this.#authorship.bind(clients, memberId)
    // What stands on content still under way changes nothing yet; it is kept as it came, and Yjs joins it when the rest is here.
    const parts = clients.length > 0 ? [update, ...changes.slice(1)] : changes
    const [first] = parts
    if (first === undefined) return null
    return { change: parts.length === 1 ? first : Y.mergeUpdates(parts), newClients }
  }

  /** What `edit` changes on a copy of the draft, under a Yjs client of its own; null when nothing. Throws what `edit` throws. */
  changeBy(edit: (doc: Y.Doc) => void): Uint8Array | null {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, this.snapshot())
    const changes: Uint8Array[] = []
    copy.on('update', (change: Uint8Array) => changes.push(change))
    edit(copy)
    copy.destroy()
    return changes.length === 0 ? null : Y.mergeUpdates(changes)
  }

  vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** What somebody with state `vector` misses. Throws when `vector` is none. */
  missing(vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, vector)
  }

  snapshot(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  read(): ClauseText {
    return readDraft(this.#doc)
  }

  end(): void {
    this.#doc.destroy()
  }
}
