import * as Y from 'yjs'
import type { RefusalId } from '#shared/kernel/index.ts'
import { rootsOf, type Roots } from './roots.ts'
import { markedClause, waitingDeletions, waitingStructs } from './yjs-internals.ts'

/** What the server asks of an update before it may touch the draft. */
export type Inspected = Readonly<{
  /**
   * Clients whose structs are new to the draft, and clients of whom it deletes what has not arrived yet: the sender must
   * be allowed to write as each of them.
   */
  clients: readonly number[]
  refusal: RefusalId | null
}>

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
/** What kind of thing a struct belongs to; `sub` is its key where it is an entry of `clauses`. */
type Owner = Readonly<{ root: 'clauses'; sub: string }> | 'other'

/** The structs of one update by client, in the order of their clocks, found by binary search. */
class Arriving {
  readonly #byClient = new Map<number, Struct[]>()

  constructor(structs: readonly Struct[]) {
    for (const struct of structs) {
      const list = this.#byClient.get(struct.id.client)
      if (list) list.push(struct)
      else this.#byClient.set(struct.id.client, [struct])
    }
  }

  /** The struct that holds `id`, or the first behind it. */
  from({ client, clock }: Readonly<{ client: number; clock: number }>): { list: readonly Struct[]; index: number } {
    const list = this.#byClient.get(client) ?? []
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const struct = list[middle]
      if (struct && struct.id.clock + struct.length <= clock) low = middle + 1
      else high = middle
    }
    return { list, index: low }
  }

  at(id: Readonly<{ client: number; clock: number }>): Struct | null {
    const { list, index } = this.from(id)
    const struct = list[index]
    return struct && struct.id.clock <= id.clock ? struct : null
  }
}

/** One look at one update. */
class Inspection {
  readonly #doc: Y.Doc
  readonly #roots: Roots
  readonly #arriving: Arriving
  readonly #waiting: Arriving
  readonly #owners = new Map<Struct, Owner>()

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    this.#roots = rootsOf(doc)
    this.#arriving = new Arriving(structs)
    this.#waiting = new Arriving(waitingStructs(doc))
  }

  isNew(struct: Struct): boolean {
    return !(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(this.#doc.store, struct.id.client)
  }

  /**
   * Whether Yjs has `clock` to `end` of `client` already, if only held back until what it stands on is here. Others were
   * sent it too, hold it back as well, and repeat it when they come again.
   */
  isWaiting(client: number, clock: number, end: number): boolean {
    const first = this.#waiting.at(Y.createID(client, clock))
    const last = this.#waiting.at(Y.createID(client, end - 1))
    return first !== null && last !== null && !(first instanceof Y.Skip) && !(last instanceof Y.Skip)
  }

  /** Whether `structs` set a key of `clauses` that stands already, or one key twice (DC6). */
  replacesEntry(structs: readonly Struct[]): boolean {
    const set = new Set<string>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !this.isNew(struct)) continue
      const owner = this.#ownerOf(struct)
      if (owner === 'other') continue
      if (set.has(owner.sub) || this.#roots.clauses.has(owner.sub)) return true
      set.add(owner.sub)
    }
    return false
  }

  /** Walks back along origins, which share their owner, until one is known. */
  #ownerOf(struct: Y.Item): Owner {
    const walked: Struct[] = []
    let owner: Owner | null = null
    let at: Struct | null = struct
    while (owner === null) {
      if (!(at instanceof Y.Item) || walked.length > 1_000_000) owner = 'other'
      else {
        owner = this.#owners.get(at) ?? this.#ownOwner(at)
        walked.push(at)
        const origin: Y.ID | null = at.origin ?? at.rightOrigin
        if (owner === null) {
          owner = origin === null ? 'other' : this.#standingOwner(origin)
          at = origin === null ? null : this.#arriving.at(origin)
        }
      }
    }
    for (const one of walked) this.#owners.set(one, owner)
    return owner
  }

  /** The owner that an arriving struct names itself; null when it leaves it to its origin. */
  #ownOwner({ parent, parentSub }: Y.Item): Owner | null {
    const name: unknown = parent
    if (name === null) return null
    return name === 'clauses' && parentSub !== null ? { root: 'clauses', sub: parentSub } : 'other'
  }

  /** The owner of what stands at `id`; null when nothing does. */
  #standingOwner({ client, clock }: Readonly<{ client: number; clock: number }>): Owner | null {
    const structs = this.#doc.store.clients.get(client)
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return null
    const item = structs[Y.findIndexSS(structs, clock)]
    const isEntry = item instanceof Y.Item && item.parent === this.#roots.clauses && item.parentSub !== null
    return isEntry ? { root: 'clauses', sub: item.parentSub ?? '' } : 'other'
  }

  /** Whether `from`–`to` of `client` holds a standing or arriving marker or entry (DC6). */
  deletesMarker(client: number, from: number, to: number): boolean {
    const structs = this.#doc.store.clients.get(client) ?? []
    if (from < Y.getState(this.#doc.store, client)) {
      for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
        const item = structs[at]
        if (!item || item.id.clock >= to) break
        if (item instanceof Y.Item && !item.deleted && this.#isGuarded(item)) return true
      }
    }
    const { list, index } = this.#arriving.from({ client, clock: from })
    for (let at = index; at < list.length; at++) {
      const struct = list[at]
      if (!struct || struct.id.clock >= to) break
      if (!(struct instanceof Y.Item) || !this.isNew(struct)) continue
      const isMarker = struct.content instanceof Y.ContentEmbed && markedClause(struct.content.embed) !== null
      if (isMarker || this.#ownerOf(struct) !== 'other') return true
    }
    return false
  }

  #isGuarded(item: Y.Item): boolean {
    if (item.parent === this.#roots.clauses) return true
    return item.parent === this.#roots.body && item.content instanceof Y.ContentEmbed && markedClause(item.content.embed) !== null
  }
}

/** Whether `struct` names as its origin or parent what its own client has yet to write; Yjs would break over it half-way. */
function standsOnItself(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false
  const { client, clock } = struct.id
  const parent: unknown = struct.parent // an id, a root's name, or null before it is integrated
  const grounds = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  return grounds.some((ground) => ground !== null && ground.client === client && ground.clock >= clock)
}

/**
 * Looks at `update` without applying it; the work grows with the update, not with the draft. Refuses with
 * `frame-malformed` what Yjs cannot decode, and with `marker-deleted` what deletes a marker or an entry of `clauses`, or
 * replaces an entry (DC6). An update whose beginnings are still under way is no fault: a y-websocket client that types
 * while it reconnects sends one, Yjs holds it until the rest is here.
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array): Inspected {
  let decoded: Decoded
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return { clients: [], refusal: 'frame-malformed' } // the update is not one: nothing to look at
  }
  const inspection = new Inspection(doc, decoded.structs)
  const clients = new Set<number>()
  for (const struct of decoded.structs) {
    if (standsOnItself(struct)) return { clients: [], refusal: 'frame-malformed' }
    const { client, clock } = struct.id
    if (inspection.isNew(struct) && !inspection.isWaiting(client, clock, clock + struct.length)) clients.add(client)
  }
  const held = waitingDeletions(doc)
  let refusal: RefusalId | null = inspection.replacesEntry(decoded.structs) ? 'marker-deleted' : null
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client) && !held.some((range) => range.client === client && range.clock <= clock && clock + len <= range.clock + range.len)) clients.add(client)
      if (refusal === null && inspection.deletesMarker(client, clock, clock + len)) refusal = 'marker-deleted'
    }
  }
  return { clients: [...clients], refusal }
}
