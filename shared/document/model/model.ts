import * as Y from 'yjs'
import { invariant } from '#shared/kernel/index.ts'
import { CLAUSE_KINDS, parseClauseId, type ClauseId, type ClauseKind } from '#shared/clauses/index.ts'
import { PLAIN, type Format } from './format.ts'
import { layoutOf, type Layout } from './layout.ts'
import { readFlags, readMoves, rootsOf, type Flags, type Move, type Roots } from '../yjs/roots.ts'
import { markerBefore, readHead, readSegment, type Block, type Reading, type Segment } from './segment.ts'
import { changedEntries, eachTouchedItem, hasChanged, hasFormatItem, markerOf, noteFormatting, type BodyItem } from '../yjs/yjs-internals.ts'

/** What a transaction of somebody else changed in a model. `touched`: segments whose words or attributes differ. */
export type Absorbed = Readonly<{ structural: boolean; touched: ReadonlySet<Segment> }>

/**
 * A draft as last read from its Y.Doc: segments, flags, moves, and the clauses they make. Kept current by `absorb` (other
 * people's transactions) or by `reread` and `refreshFlags` (one's own), each of which reads only what changed.
 */
export class DraftModel {
  readonly doc: Y.Doc
  readonly roots: Roots
  readonly byId = new Map<ClauseId, Segment>()
  storage: Segment[] = []
  blocks: readonly Block[] = []
  layout: Layout = { parent: new Int32Array(), order: new Int32Array(), blocks: [] }
  moves: readonly Move[] = []
  /** The highest logical time seen. */
  lamport = 0
  /** Further markers of a known id, which count for nothing (DC1). */
  readonly #transparent = new Set<BodyItem>()
  #headWidth = 0
  #stale = false

  readonly #kinds: readonly ClauseKind[]

  /** `kinds`: the clause kinds that are known; the others are shown and left alone (DC16). */
  constructor(doc: Y.Doc, kinds: readonly ClauseKind[] = CLAUSE_KINDS) {
    this.doc = doc
    this.#kinds = kinds
    this.roots = rootsOf(doc)
    this.load()
  }

  /** Reads everything anew. */
  load(): void {
    const { body, moves } = this.roots
    const known = new Map(this.byId)
    this.byId.clear()
    this.#transparent.clear()
    this.#stale = false
    const head = readHead(body)
    this.#headWidth = head.width
    this.storage = []
    let format = head.endFormat
    let marker = head.first
    while (marker !== null) {
      const id = markerOf(marker)
      invariant(id !== null, 'a segment starts at its marker')
      const segment = this.#newSegment(id, marker, format)
      const old = known.get(id)
      if (old?.marker === marker) Object.assign(old, { ...segment, block: old.block })
      const kept = old?.marker === marker ? old : segment
      kept.at = this.storage.length
      this.byId.set(id, kept)
      this.storage.push(kept)
      kept.reading = readSegment(marker, format, { ends: (item, other) => this.#isNewMarker(item, other) })
      format = kept.reading.endFormat
      marker = kept.reading.next
    }
    if (hasFormatItem(body)) noteFormatting(body)
    this.moves = readMoves(moves)
    this.lamport = 0
    for (const { flags } of this.storage) this.#seeFlags(flags)
    for (const { stamp } of this.moves) this.#seeLamport(stamp[0])
    this.relayout()
  }

  /** While loading: the first marker of an id ends the segment before it, a further one is transparent. */
  #isNewMarker(item: BodyItem, id: ClauseId): boolean {
    if (!this.byId.has(id)) return true
    this.#transparent.add(item)
    return false
  }

  #newSegment(id: ClauseId, marker: BodyItem, startFormat: Format): Segment {
    const reading: Reading = { runs: [], pieces: [], length: 0, width: 0, endFormat: PLAIN, next: null, splices: [] }
    return { id, marker, startFormat, reading, flags: readFlags(this.roots.clauses, id, this.#kinds), at: 0, block: null }
  }

  #seeFlags({ joined }: Flags): void {
    if (joined !== null && joined !== '<') this.#seeLamport(joined.stamp[0])
  }

  #seeLamport(lamport: number): void {
    if (lamport > this.lamport) this.lamport = lamport
  }

  isStanding(item: BodyItem): boolean {
    const id = markerOf(item)
    return id !== null && this.byId.get(id)?.marker === item
  }

  /**
   * Reads `segment` again, and those behind it while the formatting that reaches them differs; segments of new markers
   * are entered. Returns all that were read. `transaction`: note its splices in the readings.
   */
  reread(segment: Segment, transaction?: Y.Transaction): Segment[] {
    const read: Segment[] = []
    let at: Segment | null = segment
    while (at !== null) {
      read.push(at)
      at.reading = readSegment(at.marker, at.startFormat, {
        ends: (item, id) => this.#ends(item, id),
        ...(transaction ? { transaction } : {}),
      })
      at = this.#following(at)
    }
    return read
  }

  #ends(item: BodyItem, id: ClauseId): boolean {
    const known = this.byId.get(id)
    if (known === undefined || known.marker === item) return true
    if (!this.#transparent.has(item)) this.#stale = true
    return false
  }

  /** The segment behind `segment` when it has to be read as well. */
  #following({ at, reading: { next, endFormat } }: Segment): Segment | null {
    if (next === null) return null
    const id = markerOf(next)
    invariant(id !== null, 'a reading ends at a marker')
    const known = this.byId.get(id)
    if (known === undefined) {
      const made = this.#newSegment(id, next, endFormat)
      this.#seeFlags(made.flags)
      this.byId.set(id, made)
      this.storage.splice(at + 1, 0, made)
      for (let index = at + 1; index < this.storage.length; index++) {
        const later = this.storage[index]
        if (later) later.at = index
      }
      return made
    }
    if (known.startFormat.key === endFormat.key) return null
    known.startFormat = endFormat
    return known
  }

  /** Reads the entry of `segment` again; whether what decides order and visibility changed. */
  refreshFlags(segment: Segment): boolean {
    const before = segment.flags
    segment.flags = readFlags(this.roots.clauses, segment.id, this.#kinds)
    this.#seeFlags(segment.flags)
    const { joined, removed, from } = segment.flags
    return removed !== before.removed || from !== before.from || JSON.stringify(joined) !== JSON.stringify(before.joined)
  }

  refreshMoves(): void {
    this.moves = readMoves(this.roots.moves)
    for (const { stamp } of this.moves) this.#seeLamport(stamp[0])
  }

  /** Takes in a transaction that this model did not make. Call while its observers run. */
  absorb(transaction: Y.Transaction): Absorbed {
    const { body, clauses, moves } = this.roots
    const touched = new Set<Segment>()
    const size = this.storage.length
    for (const segment of this.#dirtySegments(transaction, body)) {
      if (!touched.has(segment)) for (const read of this.reread(segment, transaction)) touched.add(read)
    }
    if (this.#stale) {
      this.load()
      return { structural: true, touched: new Set(this.storage) }
    }
    let structural = this.storage.length !== size
    for (const key of changedEntries(transaction, clauses)) {
      const id = parseClauseId(key)
      const segment = id && this.byId.get(id)
      if (!segment) continue
      if (this.refreshFlags(segment)) structural = true
      touched.add(segment)
    }
    if (hasChanged(transaction, moves)) {
      this.refreshMoves()
      structural = true
    }
    if (structural) this.relayout()
    return { structural, touched }
  }

  #dirtySegments(transaction: Y.Transaction, body: Y.Text): Segment[] {
    const dirty = new Set<Segment>()
    const walked = new Set<BodyItem>()
    eachTouchedItem(transaction, body, (item) => {
      if (this.#stale) return
      const id = item.deleted ? null : markerOf(item)
      const marker = markerBefore(item, (at) => {
        if (this.isStanding(at) || walked.has(at)) return true
        walked.add(at)
        return false
      })
      if (marker === null || (item.deleted && this.#wasMarker(item)) || (id !== null && this.#isRival(item, id))) {
        this.#stale = true
      } else {
        const known = markerOf(marker)
        const segment = known !== null && this.isStanding(marker) ? this.byId.get(known) : undefined
        if (segment) dirty.add(segment)
      }
    })
    return [...dirty].sort((left, right) => left.at - right.at)
  }

  /** Whether `item`, now deleted, is what some segment took for its marker: no honest client does that. */
  #wasMarker(item: BodyItem): boolean {
    if (item.content instanceof Y.ContentEmbed || item.content instanceof Y.ContentDeleted) {
      return this.storage.some(({ marker }) => marker === item)
    }
    return false
  }

  #isRival(item: BodyItem, id: ClauseId): boolean {
    const known = this.byId.get(id)
    return known !== undefined && known.marker !== item
  }

  /** Where a segment stands in storage order, -1 for an unknown one. */
  readonly indexOf = (id: ClauseId): number => this.byId.get(id)?.at ?? -1

  /** Makes the clauses anew from segments, flags and moves; one whose segments are what they were stays the object it was. */
  relayout(): void {
    this.layout = layoutOf(this.storage, this.moves, this.indexOf)
    const before = this.storage.map(({ block }) => block)
    for (const segment of this.storage) segment.block = null
    this.blocks = this.layout.blocks.map((indexes, index) => {
      const old = before[indexes[0] ?? -1]
      const block = old && this.#isMadeOf(old, indexes) ? old : this.#newBlock(indexes)
      block.index = index
      for (const segment of block.segments) segment.block = block
      return block
    })
  }

  #isMadeOf({ segments }: Block, indexes: readonly number[]): boolean {
    return segments.length === indexes.length && indexes.every((at, place) => this.storage[at] === segments[place])
  }

  #newBlock(indexes: readonly number[]): Block {
    const segments = indexes.map((at) => this.segmentAt(at))
    const [head] = segments
    invariant(head !== undefined, 'a clause has a head')
    return { head, segments, index: 0 }
  }

  segmentAt(index: number): Segment {
    const segment = this.storage[index]
    invariant(segment !== undefined, `no segment at ${index}`)
    return segment
  }

  /** The index in the body directly behind the marker of `segment`. */
  bodyIndex(segment: Segment): number {
    let index = this.#headWidth + 1
    for (let at = 0; at < segment.at; at++) index += 1 + (this.storage[at]?.reading.width ?? 0)
    return index
  }

  /** The clause that `id` heads on the screen. */
  blockOf(id: ClauseId | null): Block | null {
    const block = (id && this.byId.get(id)?.block) ?? null
    return block?.head.id === id ? block : null
  }
}
