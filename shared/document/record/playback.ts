import * as Y from 'yjs'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import { readMeta } from '../model/draft.ts'
import { DraftModel, type Absorbed } from '../model/model.ts'
import { clauseOf } from '../model/projection.ts'
import type { Block, Segment } from '../model/segment.ts'

/**
 * What an update did to one clause. `base` null: it was not shown before; `revised` null: it is no longer. `from`: the clause
 * it was split off; `into`: the one that shows its words now.
 */
export type ClauseChange = Readonly<{
  id: ClauseId
  base: Clause | null
  revised: Clause | null
  moved: boolean
  from: ClauseId | null
  into: ClauseId | null
}>

/** A draft played from its stored updates, one after the other. A clause that did not change stays the same object. */
export class DraftPlayback {
  readonly #doc = new Y.Doc()
  readonly #model = new DraftModel(this.#doc)
  readonly #moves = new Set<string>()
  /** Whatever was ever shown: what comes back is not split off anew. */
  readonly #known = new Set<ClauseId>()
  readonly #touched = new Set<Segment>()
  #structural = false
  #blocks: readonly Block[] = []
  #clauses: readonly Clause[] = []
  #places = new Map<ClauseId, number>()

  constructor() {
    this.#doc.on('afterTransaction', (transaction) => this.#note(this.#model.absorb(transaction)))
  }

  /** The clauses as they now stand; a new list after each change, the same one until then. */
  get clauses(): readonly Clause[] {
    return this.#clauses
  }

  /** Title and label settings as they now stand. */
  meta(): ReturnType<typeof readMeta> {
    return readMeta(this.#doc)
  }

  /** Plays stored updates as one. Answers what it did to each clause, those that stand first, in reading order. */
  play(updates: readonly Uint8Array[]): readonly ClauseChange[] {
    this.#touched.clear()
    this.#structural = false
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    })
    if (this.#model.storage.length === 0) this.#model.load() // the seed: until now there was no marker to read from
    if (this.#blocks.length === 0) this.#structural = true
    return this.#structural ? this.#playStructure() : this.#playWords()
  }

  #note({ structural, touched }: Absorbed): void {
    if (structural) this.#structural = true
    for (const segment of touched) this.#touched.add(segment)
  }

  #playWords(): readonly ClauseChange[] {
    const blocks = new Set([...this.#touched].map(({ block }) => block).filter((block) => block !== null))
    const clauses = [...this.#clauses]
    const changes: ClauseChange[] = []
    for (const block of blocks) {
      const base = clauses[block.index] ?? null
      const revised = clauseOf(block)
      if (base === null || isSame(base, revised)) continue
      clauses[block.index] = revised
      changes.push({ id: revised.id, base, revised, moved: false, from: null, into: null })
    }
    if (changes.length > 0) this.#clauses = clauses
    return changes
  }

  #playStructure(): readonly ClauseChange[] {
    const before = this.#clauses
    const places = this.#places
    const moved = this.#newlyMoved()
    const baseOf = (id: ClauseId): Clause | null => before[places.get(id) ?? -1] ?? null
    const after = this.#model.blocks.map((block): Clause => {
      const base = baseOf(block.head.id)
      if (base !== null && this.#isUntouched(block, this.#blocks[places.get(block.head.id) ?? -1])) return base
      const revised = clauseOf(block)
      return base !== null && isSame(base, revised) ? base : revised
    })
    this.#blocks = this.#model.blocks
    this.#clauses = after
    this.#places = new Map(after.map(({ id }, index) => [id, index]))

    const changes: ClauseChange[] = []
    for (const revised of after) {
      const base = baseOf(revised.id)
      const isMoved = base !== null && moved.has(revised.id)
      const from = this.#known.has(revised.id) ? null : this.#sourceOf(revised.id)
      this.#known.add(revised.id)
      if (base !== revised || isMoved) changes.push({ id: revised.id, base, revised, moved: isMoved, from, into: null })
    }
    for (const base of before) {
      if (this.#places.has(base.id)) continue
      const into = this.#model.byId.get(base.id)?.block?.head.id ?? null
      changes.push({ id: base.id, base, revised: null, moved: false, from: null, into })
    }
    return changes
  }

  #isUntouched({ segments }: Block, old: Block | undefined): boolean {
    return (
      old?.segments.length === segments.length &&
      segments.every((segment, index) => segment === old.segments[index] && !this.#touched.has(segment))
    )
  }

  #newlyMoved(): ReadonlySet<ClauseId> {
    const moved = new Set<ClauseId>()
    for (const { id, stamp } of this.#model.moves) {
      const key = stamp.join()
      if (this.#moves.has(key)) continue
      this.#moves.add(key)
      moved.add(id)
    }
    return moved
  }

  /** The clause that a new one was split off, as the screen called it. */
  #sourceOf(id: ClauseId): ClauseId | null {
    const from = this.#model.byId.get(id)?.flags.from ?? null
    return from === null ? null : (this.#model.byId.get(from)?.block?.head.id ?? from)
  }
}

const isSame = (base: Clause, revised: Clause): boolean => JSON.stringify(base) === JSON.stringify(revised)
