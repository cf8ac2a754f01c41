import type * as Y from 'yjs'
import { invariant } from '#shared/kernel/index.ts'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import { editBetween } from '../writing/edit.ts'
import { formatOf, PLAIN } from '../model/format.ts'
import { DraftModel } from '../model/model.ts'
import { orderAs } from '../writing/order.ts'
import { pieceLength, slicePieces, textOfPieces } from '../model/piece.ts'
import { clauseOf } from '../model/projection.ts'
import { removedWith } from '../model/removals.ts'
import { blockPieces, type Block, type Segment } from '../model/segment.ts'
import { insertBehind, joinBehind, ownHead, removeBlock } from '../writing/structure.ts'
import { DraftWriter } from '../writing/writer.ts'

/** How `base` becomes `revised`: what is kept, struck and inserted, from the first word to the last. */
export type RunsBetween = (base: string, revised: string) => readonly Readonly<{ kind: 'keep' | 'strike' | 'insert'; text: string }>[]

/** One draft on its way back to the clauses it once had. */
class Restoration {
  readonly #writer: DraftWriter
  readonly #model: DraftModel
  readonly #wanted: ReadonlyMap<ClauseId, Clause>

  constructor(doc: Y.Doc, wanted: readonly Clause[]) {
    this.#model = new DraftModel(doc)
    this.#writer = new DraftWriter(this.#model)
    this.#wanted = new Map(wanted.map((clause) => [clause.id, clause]))
    invariant(this.#wanted.size === wanted.length, 'a clause stands once in a text')
  }

  run(runsBetween: RunsBetween): void {
    for (const block of this.#model.blocks) ownHead(this.#writer, block)
    this.#bringBack()
    this.#addUnknown()
    this.#takeAway()
    const ids = [...this.#wanted.keys()]
    orderAs(this.#writer, ids, new Set())
    for (const clause of this.#wanted.values()) this.#reword(clause, runsBetween)
    const now = this.#model.blocks.map(clauseOf)
    invariant(JSON.stringify(now) === JSON.stringify([...this.#wanted.values()]), 'a restored draft reads as it was wanted')
  }

  /** Shows again what was removed or merged away since (DC13). */
  #bringBack(): void {
    const { storage, roots } = this.#model
    for (const segment of storage) {
      if (!segment.flags.removed) continue
      const withWhat = removedWith(roots.clauses, segment.id)
      const isWanted = this.#wanted.has(segment.id) || (withWhat !== null && this.#wanted.has(withWhat))
      if (isWanted) this.#writer.set(segment, 'removed', false)
    }
    this.#model.relayout()
    for (const id of this.#wanted.keys()) {
      const segment = this.#model.byId.get(id)
      if (segment !== undefined && segment.flags.joined !== null && this.#model.blockOf(id) === null) this.#writer.set(segment, 'joined', null)
    }
    this.#model.relayout()
  }

  #addUnknown(): void {
    let anchor = this.#model.storage.at(-1)
    for (const clause of this.#wanted.values()) {
      const known = this.#model.blockOf(clause.id)
      if (known !== null) anchor = known.segments.at(-1)
      else if (anchor !== undefined) anchor = insertBehind(this.#writer, anchor, clause)
    }
    this.#model.relayout()
  }

  /** Removes what was not there; what had only been split off is joined again, so that its words stay whose they are. */
  #takeAway(): void {
    const grown = new Map<ClauseId, Readonly<{ into: ClauseId; last: Segment; text: string }>>()
    for (const block of this.#model.blocks) {
      const { id, flags } = block.head
      if (this.#wanted.has(id)) continue
      const source = flags.from === null ? null : (this.#model.byId.get(flags.from)?.block ?? null)
      const text = textOf(block)
      const host = source && (grown.get(source.head.id) ?? { into: source.head.id, last: source.segments.at(-1) ?? source.head, text: textOf(source) })
      const isTail = host !== null && text !== '' && this.#wanted.get(host.into)?.text.startsWith(host.text + text)
      if (isTail) {
        joinBehind(this.#writer, host.last, block.head)
        const both = { ...host, last: block.segments.at(-1) ?? block.head, text: host.text + text }
        grown.set(host.into, both).set(id, both)
      } else removeBlock(this.#writer, block)
    }
    this.#model.relayout()
  }

  #reword(clause: Clause, runsBetween: RunsBetween): void {
    const block = this.#model.blockOf(clause.id)
    if (block === null) return
    const base = textOf(block)
    if (base !== clause.text) this.#editWords(block, runsBetween(base, clause.text))
    this.#reformat(block, clause)
    for (const key of ['kind', 'depth', 'number'] as const) {
      if (block.head.flags[key] !== clause[key]) this.#writer.set(block.head, key, clause[key])
    }
  }

  /** From the back to the front, so that places stay what they were counted as; letters that a word keeps stay as well. */
  #editWords(block: Block, runs: ReturnType<RunsBetween>): void {
    const pieces = blockPieces(block)
    for (const { at, struck, added } of changesIn(runs).toReversed()) {
      const revised = added === '' ? [] : [{ text: added, atom: null, format: PLAIN }]
      const edit = editBetween(slicePieces(pieces, at, at + struck), revised, { prefix: 0, suffix: 0 })
      this.#writer.remove(block, at + edit.from, at + edit.to)
      this.#writer.insert(block, at + edit.from, edit.added)
    }
  }

  /** Emphasis as it was; formatting that a version does not know stays. */
  #reformat(block: Block, { spans }: Clause): void {
    const bounds = spans.flatMap(({ from, to }) => [from, to])
    let start = 0
    for (const piece of blockPieces(block)) {
      const end = start + pieceLength(piece)
      const cuts = [...new Set([start, ...bounds.filter((bound) => start < bound && bound < end), end])].sort((a, b) => a - b)
      cuts.slice(1).forEach((to, index) => {
        const from = cuts[index] ?? start
        const marked = (mark: 'em' | 'strong'): true | null =>
          spans.some((span) => span.mark === mark && span.from <= from && to <= span.to) ? true : null
        const after = formatOf({ ...piece.format.attrs, em: marked('em'), strong: marked('strong') })
        if (after.key !== piece.format.key) this.#writer.format(block, { from, to }, { before: piece.format, after })
      })
      start = end
    }
  }
}

/** What gives way to what between two stretches that are kept; places are those before the change. */
function changesIn(runs: ReturnType<RunsBetween>): readonly Readonly<{ at: number; struck: number; added: string }>[] {
  const changes: { at: number; struck: number; added: string }[] = []
  let at = 0
  for (const { kind, text } of runs) {
    const last = changes.at(-1)
    const change = last !== undefined && last.at + last.struck === at ? last : { at, struck: 0, added: '' }
    if (kind === 'keep') at += text.length
    else {
      if (change !== last) changes.push(change)
      if (kind === 'insert') change.added += text
      else {
        change.struck += text.length
        at += text.length
      }
    }
  }
  return changes
}

const textOf = (block: Block): string => textOfPieces(blockPieces(block))

/**
 * Makes the draft in `doc` read as `wanted` by a change on top of all that is there, in one transaction under the client of
 * `doc` (DC13). `runsBetween` finds what differs in a clause's words. Throws, with `doc` half changed, when the draft's
 * entries are damaged so that it cannot read so: give it a copy.
 */
export function restoreClauses(doc: Y.Doc, wanted: readonly Clause[], runsBetween: RunsBetween): void {
  doc.transact(() => new Restoration(doc, wanted).run(runsBetween))
}
