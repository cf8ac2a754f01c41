import * as Y from 'yjs'
import type { RefusalId } from '#shared/kernel/index.ts'
import { rootsOf, type Roots } from './roots.ts'
import { BOUNDS, isBeyondBounds } from './bounds.ts'
import { markedClause, typesAround, waitingUpdates } from './yjs-internals.ts'

/** What the server asks of an update before it may touch the draft. */
export type Inspected = Readonly<{
  /**
   * Clients whose structs are new to the draft, and clients on whose words, not arrived yet, it stands or whose it deletes:
   * the sender must be allowed to write as each of them.
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
  readonly #waiting: readonly Readonly<{ structs: Arriving; ds: Decoded['ds'] }>[]
  readonly #owners = new Map<Struct, Owner>()

  /** `arriving`: what is looked at, with all that waits. `waiting`: what Yjs holds back already. */
  constructor(doc: Y.Doc, arriving: Decoded, waiting: readonly Decoded[]) {
    this.#doc = doc
    this.#roots = rootsOf(doc)
    this.#arriving = new Arriving(arriving.structs)
    this.#waiting = waiting.map(({ structs, ds }) => ({ structs: new Arriving(structs), ds }))
  }

  isNew(struct: Struct): boolean {
    return !(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(this.#doc.store, struct.id.client)
  }

  /**
   * Whether Yjs has `clock` to `end` of `client` already, if only held back until what it stands on is here. Others were
   * sent it too, hold it back as well, and repeat it when they come again.
   */
  isWaiting(client: number, clock: number, end: number): boolean {
    const holds = (structs: Arriving, at: number) => {
      const struct = structs.at({ client, clock: at })
      return struct !== null && !(struct instanceof Y.Skip)
    }
    return this.#waiting.some(({ structs }) => holds(structs, clock) && holds(structs, end - 1))
  }

  /** Whether Yjs holds back a deletion of `clock` to `end` of `client` already. */
  isWaitingToGo(client: number, clock: number, end: number): boolean {
    return this.#waiting.some(({ ds }) => ds.clients.get(client)?.some((range) => range.clock <= clock && end <= range.clock + range.len) ?? false)
  }

  /** Whether Yjs would have to hold back some of `decoded` that it does not hold back yet; what builds on what waits has to wait too. */
  mustWait({ structs, ds }: Decoded): boolean {
    const own = new Arriving(structs)
    const isHere = (client: number, clock: number): boolean => {
      const struct = own.at({ client, clock })
      return clock < Y.getState(this.#doc.store, client) || (struct !== null && !(struct instanceof Y.Skip))
    }
    const isEarly = (struct: Struct): boolean => {
      const { client, clock } = struct.id
      if (!this.isNew(struct) || this.isWaiting(client, clock, clock + struct.length)) return false
      return !(clock === 0 || isHere(client, clock - 1)) || groundsOf(struct).some((ground) => !isHere(ground.client, ground.clock))
    }
    return (
      structs.some(isEarly) ||
      [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => !isHere(client, clock + len - 1) && !this.isWaitingToGo(client, clock, clock + len)))
    )
  }

  /** Whether `id` neither stands nor arrives. */
  isUnknown(id: Y.ID): boolean {
    const arriving = this.#arriving.at(id)
    return id.clock >= Y.getState(this.#doc.store, id.client) && (arriving === null || arriving instanceof Y.Skip)
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

/** What `struct` stands on: its neighbours, or what it is a part of, where these are named by id. */
function groundsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent // an id, a root's name, or null before it is integrated
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((ground) => ground !== null)
}

/** Whether `struct` stands on what its own client has yet to write; Yjs would break over it half-way. */
const standsOnItself = (struct: Struct): boolean =>
  groundsOf(struct).some(({ client, clock }) => client === struct.id.client && clock >= struct.id.clock)

/** What `waiting` and `update` make together. */
function withWaiting(waiting: readonly Uint8Array[], update: Uint8Array): Decoded {
  return Y.decodeUpdateV2(Y.mergeUpdatesV2([...waiting, Y.convertUpdateFormatV1ToV2(update)]))
}

/** The clients whom the sender of `decoded` must be allowed to write as. */
function clientsOf({ structs, ds }: Decoded, doc: Y.Doc, inspection: Inspection): readonly number[] {
  const clients = new Set<number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (!inspection.isNew(struct) || inspection.isWaiting(client, clock, clock + struct.length)) continue
    clients.add(client)
    for (const ground of groundsOf(struct)) if (inspection.isUnknown(ground)) clients.add(ground.client)
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client) && !inspection.isWaitingToGo(client, clock, clock + len)) clients.add(client)
    }
  }
  return [...clients]
}

/**
 * Looks at `update` without applying it; the work grows with the update, not with the draft. Refuses with
 * `frame-malformed` what Yjs cannot decode or what is beyond the bounds, with `too-large` what names too many new clients or would have
 * Yjs hold back too much (DC18), and with `marker-deleted` what deletes a marker or an entry of `clauses`, or replaces an entry, by itself or together
 * with what Yjs still holds back (DC6). An update whose beginnings are still under way is no fault: a y-websocket client that
 * types while it reconnects sends one, Yjs holds it until the rest is here.
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array): Inspected {
  const waiting = waitingUpdates(doc)
  let decoded: Decoded
  let whole: Decoded
  try {
    decoded = Y.decodeUpdate(update)
    whole = waiting.length === 0 ? decoded : withWaiting(waiting, update)
  } catch {
    return { clients: [], refusal: 'frame-malformed' } // the update is not one: nothing to look at
  }
  if (decoded.structs.some((struct) => standsOnItself(struct) || isBeyondBounds(struct))) return { clients: [], refusal: 'frame-malformed' }
  const inspection = new Inspection(doc, whole, waiting.map((held) => Y.decodeUpdateV2(held)))
  const deletions = [...decoded.ds.clients].flatMap(([, ranges]) => ranges)
  if (inspection.nestsTooDeep(decoded.structs) || deletions.some(({ clock, len }) => clock + len > BOUNDS.clock)) return { clients: [], refusal: 'frame-malformed' }
  const held = waiting.reduce((bytes, { length }) => bytes + length, update.length)
  if (held > BOUNDS.waitingBytes && inspection.mustWait(decoded)) return { clients: [], refusal: 'too-large' }
  const replaces = inspection.replacesEntry(whole.structs)
  const deletes = [...whole.ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => inspection.deletesMarker(client, clock, clock + len)))
  const clients = clientsOf(decoded, doc, inspection)
  return { clients, refusal: replaces || deletes ? 'marker-deleted' : clients.length > BOUNDS.newClients ? 'too-large' : null }
}
