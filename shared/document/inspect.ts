import * as Y from 'yjs'
import type { RefusalId } from '#shared/kernel/index.ts'
import { rootsOf, type Roots } from './roots.ts'
import { BOUNDS, isBeyondBounds } from './bounds.ts'
import { markedClause, typesAround } from './yjs-internals.ts'

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
/**
 * What a struct belongs to. `entry`: its key where it is an entry of `clauses`. `inside`: how many shared types it is in, or the id of
 * the one that arrives with it.
 */
type Owner = Readonly<{ entry: string | null; inside: Y.ID | number }>
const NOBODY: Owner = { entry: null, inside: 0 }

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
  readonly #owners = new Map<Struct, Owner>()

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    this.#roots = rootsOf(doc)
    this.#arriving = new Arriving(structs)
  }

  isNew(struct: Struct): boolean {
    return !(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(this.#doc.store, struct.id.client)
  }

  /** Whether `structs` set a key of `clauses` that stands already, or one key twice (DC6). */
  replacesEntry(structs: readonly Struct[]): boolean {
    const set = new Set<string>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !this.isNew(struct)) continue
      const owner = this.#ownerOf(struct)
      if (owner.entry === null) continue
      if (set.has(owner.entry) || this.#roots.clauses.has(owner.entry)) return true
      set.add(owner.entry)
    }
    return false
  }

  /** Whether a shared type among `structs` is deeper in others than the bounds allow. */
  nestsTooDeep(structs: readonly Struct[]): boolean {
    return structs.some((struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return false
      let [inside, levels] = [this.#ownerOf(struct).inside, 0]
      while (typeof inside !== 'number' && levels < BOUNDS.typesDeep) {
        const around: Struct | null = this.#arriving.at(inside)
        inside = around instanceof Y.Item ? this.#ownerOf(around).inside : (this.#standingOwner(inside)?.inside ?? 0)
        levels++
      }
      return typeof inside !== 'number' || levels + inside >= BOUNDS.typesDeep
    })
  }

  /** Walks back along origins, which share their owner, until one is known. */
  #ownerOf(struct: Y.Item): Owner {
    const walked: Struct[] = []
    let owner: Owner | null = null
    let at: Struct | null = struct
    while (owner === null) {
      if (!(at instanceof Y.Item)) owner = NOBODY
      else {
        owner = this.#owners.get(at) ?? this.#ownOwner(at)
        walked.push(at)
        this.#owners.set(at, NOBODY) // found again on this walk: they stand on each other
        const origin: Y.ID | null = at.origin ?? at.rightOrigin
        if (owner === null) {
          owner = origin === null ? NOBODY : this.#standingOwner(origin)
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
    return name instanceof Y.ID ? { entry: null, inside: name } : { entry: name === 'clauses' ? parentSub : null, inside: 0 }
  }

  /** The owner of what stands at `id`; null when nothing does. */
  #standingOwner({ client, clock }: Readonly<{ client: number; clock: number }>): Owner | null {
    const structs = this.#doc.store.clients.get(client)
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return null
    const item = structs[Y.findIndexSS(structs, clock)]
    if (!(item instanceof Y.Item)) return NOBODY
    return { entry: item.parent === this.#roots.clauses ? item.parentSub : null, inside: typesAround(item) }
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
      if (isMarker || this.#ownerOf(struct).entry !== null) return true
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
 * `frame-malformed` what Yjs cannot decode or what is beyond the bounds (DC13), with `too-large` what names too many new clients, and with `marker-deleted` what deletes a marker or an entry of `clauses`, or
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
    if (standsOnItself(struct) || isBeyondBounds(struct)) return { clients: [], refusal: 'frame-malformed' }
    if (inspection.isNew(struct)) clients.add(struct.id.client)
  }
  if (inspection.nestsTooDeep(decoded.structs)) return { clients: [], refusal: 'frame-malformed' }
  let refusal: RefusalId | null = inspection.replacesEntry(decoded.structs) ? 'marker-deleted' : null
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > BOUNDS.clock) return { clients: [], refusal: 'frame-malformed' }
      if (clock + len > Y.getState(doc.store, client)) clients.add(client)
      if (refusal === null && inspection.deletesMarker(client, clock, clock + len)) refusal = 'marker-deleted'
    }
  }
  return { clients: [...clients], refusal: refusal ?? (clients.size > BOUNDS.newClients ? 'too-large' : null) }
}
