import type { Node } from '@tiptap/pm/model'
import { isClauseKind, type ClauseId } from '#shared/clauses/index.ts'
import { editBlock } from './edit.ts'
import { inOrder, orderAs } from './order.ts'
import { piecesLength, samePieces, slicePieces, type Piece } from '../model/piece.ts'
import { piecesOf } from '../model/projection.ts'
import { blockLength, blockPieces, type Block, type Segment } from '../model/segment.ts'
import { insertBehind, joinBehind, ownHead, removeBlock, restore, splitBlock, type NewClause } from './structure.ts'
import { nodesIn, type ClauseWindow } from '../model/window.ts'
import type { DraftWriter } from './writer.ts'

/** One step of a local transaction, with the ids its window was given. `movers`: clauses a command means to move. */
export type LocalStep = Readonly<{ window: ClauseWindow; revised: Node; ids: readonly ClauseId[]; movers: ReadonlySet<ClauseId> }>

const attrsFrom = (node: Node, id: ClauseId): NewClause => {
  const { kind, depth, number }: Readonly<Record<string, unknown>> = node.attrs
  return {
    id,
    kind: isClauseKind(kind) ? kind : 'text',
    depth: typeof depth === 'number' ? depth : 0,
    number: typeof number === 'string' ? number : null,
  }
}

/** One step on its way into the Y.Doc. Before it, the model's clauses are those of the document before the step. */
class Translation {
  readonly #writer: DraftWriter
  readonly #step: LocalStep
  readonly #old: readonly Block[]
  readonly #nodes: readonly Node[]
  readonly #at: number
  readonly #head: number | null
  readonly #tail: number | null
  /** The segment behind which whatever follows a clause goes, where a split has changed it. */
  readonly #lastOf = new Map<Block, Segment>()

  constructor(writer: DraftWriter, step: LocalStep) {
    const { blocks } = writer.model
    const { from, before, after, head, tail } = step.window
    this.#writer = writer
    this.#step = step
    this.#nodes = nodesIn(step.revised, from, after)
    this.#old = blocks.slice(from, from + before)
    const isPlaceholder = blocks.length === 0
    this.#head = isPlaceholder ? null : head
    this.#tail = isPlaceholder ? null : tail
    this.#at = isPlaceholder ? 0 : from
  }

  /** The ids of all clauses after the step. */
  #wantedIds(): readonly ClauseId[] {
    const { blocks } = this.#writer.model
    return blocks.map(({ head: { id } }) => id).toSpliced(this.#at, this.#old.length, ...this.#step.ids)
  }

  /** Writes it; returns whether the clauses now are what the editor shows. */
  run(): boolean {
    const { ids } = this.#step
    const structural = ids.length !== this.#old.length || ids.some((id, index) => this.#old[index]?.head.id !== id)
    const wanted = structural ? this.#wantedIds() : []
    if (structural) for (const block of this.#old) ownHead(this.#writer, block)
    const join = this.#joinTarget()
    const split = this.#splitSource()
    this.#editKept(join, split)
    if (split) this.#split(split)
    if (structural) {
      this.#addNew(split !== null)
      if (join) this.#join(join)
      this.#removeGone(join)
    }
    this.#setAttributes()
    if (!structural) return this.#agrees()
    this.#writer.model.relayout()
    if (inOrder(this.#writer.model, wanted)) return this.#agrees()
    this.#showWanted(wanted)
    const ordered = orderAs(this.#writer, wanted, this.#step.movers)
    return ordered && this.#agrees()
  }

  #oldIndex(id: ClauseId | undefined): number {
    return this.#old.findIndex(({ head }) => head.id === id)
  }

  /** The clause that the end of the last old clause flows into, when that is another one that stays. */
  #joinTarget(): Block | null {
    if (this.#tail === null || this.#step.ids.length !== 1 || this.#old.length < 2) return null
    const target = this.#oldIndex(this.#step.ids[0])
    return target < 0 || target === this.#old.length - 1 ? null : (this.#old[target] ?? null)
  }

  /** The clause whose end becomes a new clause. */
  #splitSource(): Block | null {
    const { ids } = this.#step
    const source = this.#old.at(-1)
    const isNew = this.#oldIndex(ids.at(-1)) < 0
    if (!this.#tail || ids.length < 2 || !isNew || source === undefined) return null
    return ids.includes(source.head.id) && this.#writer.model.byId.get(ids.at(-1) ?? source.head.id) === undefined ? source : null
  }

  #piecesAt(index: number): readonly Piece[] {
    const node = this.#nodes[index]
    return node ? piecesOf(node.content) : []
  }

  #editKept(join: Block | null, split: Block | null): void {
    const last = this.#old.length - 1
    const lastNode = this.#nodes.length - 1
    this.#step.ids.forEach((id, index) => {
      const at = this.#oldIndex(id)
      const block = this.#old[at]
      if (!block) return
      const prefix = index === 0 && at === 0 ? (this.#head ?? 0) : 0
      const pieces = this.#piecesAt(index)
      const tail = this.#tail ?? 0
      if (block === split) {
        const length = blockLength(block)
        const revised = [...pieces, ...slicePieces(blockPieces(block), length - tail, length)]
        editBlock(this.#writer, block, { revised, prefix, suffix: tail })
      } else if (block === join) {
        editBlock(this.#writer, block, { revised: slicePieces(pieces, 0, piecesLength(pieces) - tail), prefix, suffix: 0 })
      } else {
        const suffix = index === lastNode && at === last ? tail : 0
        editBlock(this.#writer, block, { revised: pieces, prefix, suffix })
      }
    })
  }

  #split(source: Block): void {
    const { ids } = this.#step
    const id = ids.at(-1)
    const node = this.#nodes.at(-1)
    if (!id || !node) return
    const tail = this.#tail ?? 0
    const offset = blockLength(source) - tail
    const { made, last } = splitBlock(this.#writer, source, { offset, clause: attrsFrom(node, id) })
    this.#lastOf.set(source, last)
    const pieces = piecesOf(node.content)
    this.#writer.insertIn(made, 0, slicePieces(pieces, 0, piecesLength(pieces) - tail))
  }

  #addNew(hasSplit: boolean): void {
    const { model } = this.#writer
    const before = model.blocks[this.#step.window.from - 1] ?? model.blocks[0]
    let anchor = before ? before.segments.at(-1) : model.storage.at(-1)
    this.#step.ids.forEach((id, index) => {
      const node = this.#nodes[index]
      const kept = this.#old[this.#oldIndex(id)]
      if (kept) anchor = this.#lastOf.get(kept) ?? kept.segments.at(-1)
      else if (node && !(hasSplit && index === this.#nodes.length - 1)) {
        if (model.byId.has(id)) restore(this.#writer, id)
        else if (anchor) {
          anchor = insertBehind(this.#writer, anchor, attrsFrom(node, id))
          this.#writer.insertIn(anchor, 0, piecesOf(node.content))
        }
      }
    })
  }

  /** Everything between the target and the last old clause loses its words and continues the target, then the last does. */
  #join(target: Block): void {
    const last = this.#old.length - 1
    let end = target.segments.at(-1) ?? target.head
    this.#old.forEach((block, index) => {
      if (index <= this.#old.indexOf(target)) return
      const gone = index === last ? blockLength(block) - (this.#tail ?? 0) : blockLength(block)
      this.#writer.remove(block, 0, gone)
      joinBehind(this.#writer, end, block.head)
      end = block.segments.at(-1) ?? block.head
    })
  }

  #removeGone(join: Block | null): void {
    const joinedFrom = join ? this.#old.indexOf(join) : this.#old.length
    this.#old.forEach((block, index) => {
      if (index < joinedFrom && !this.#step.ids.includes(block.head.id)) removeBlock(this.#writer, block)
    })
  }

  #setAttributes(): void {
    this.#step.ids.forEach((id, index) => {
      const node = this.#nodes[index]
      const segment = this.#writer.model.byId.get(id)
      if (!node || !segment) return
      const attrs = attrsFrom(node, id)
      for (const key of ['kind', 'depth', 'number'] as const) {
        if (segment.flags[key] !== attrs[key]) this.#writer.set(segment, key, attrs[key])
      }
    })
  }

  /** A clause that the editor shows heads itself, whatever it continued before (DC4). */
  #showWanted(wanted: readonly ClauseId[]): void {
    const { model } = this.#writer
    const missing = wanted.filter((id) => model.blockOf(id) === null)
    for (const id of missing) {
      const segment = model.byId.get(id)
      if (!segment) continue
      if (segment.flags.removed) this.#writer.set(segment, 'removed', false)
      if (segment.flags.joined !== null) this.#writer.set(segment, 'joined', null)
    }
    if (missing.length > 0) model.relayout()
  }

  #agrees(): boolean {
    return this.#step.ids.every((id, index) => {
      const block = this.#writer.model.blockOf(id)
      return block !== null && samePieces(blockPieces(block), this.#piecesAt(index))
    })
  }
}

/** Writes one local step into the Y.Doc (DC9); false when the clauses then differ from what the editor shows. */
export const translateStep = (writer: DraftWriter, step: LocalStep): boolean => new Translation(writer, step).run()

