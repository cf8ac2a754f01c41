import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Absorbed, DraftModel } from '../model/model.ts'
import { longestRise } from '../writing/order.ts'
import { patchClause, replaceClauses } from './patch.ts'
import { nodeOf, nodesOf } from '../model/projection.ts'
import type { Block, Segment } from '../model/segment.ts'
import { startOf } from '../editor/selected.ts'

/** So many clauses are found one by one faster than all are measured. */
const FEW = 8

/** The document position in front of each clause, and behind the last. */
function startsOf(doc: Node): readonly number[] {
  const starts: number[] = [0]
  let at = 0
  doc.forEach((node) => starts.push((at += node.nodeSize)))
  return starts
}

/** Adds to `tr` the steps for words and attributes of `touched`, where no clause came, went or moved. */
export function showTouched(tr: Transaction, touched: ReadonlySet<Segment>): void {
  const blocks = new Set<Block>()
  for (const { block } of touched) if (block) blocks.add(block)
  if (blocks.size === 0) return
  const { doc } = tr
  const starts = blocks.size > FEW ? startsOf(doc) : null
  for (const block of [...blocks].sort((left, right) => right.index - left.index)) {
    patchClause(tr, starts ? (starts[block.index] ?? 0) : startOf(doc, block.index), { block, touched })
  }
}

/** `ranks`: where `doc` shows each of `blocks`, -1 where nowhere; `staying`: which of them keep their place. */
type KeptPlaces = Readonly<{ ranks: Int32Array; staying: ReadonlySet<number> }>

/** What keeps its place: all that is the same at either end, and between them the most that stand in the same order. */
function keptPlaces(doc: Node, blocks: readonly Block[]): KeptPlaces {
  const isAt = (index: number, place: number) => doc.child(place).attrs['id'] === blocks[index]?.head.id
  const grown = blocks.length - doc.childCount
  const most = Math.min(blocks.length, doc.childCount)
  let from = 0
  while (from < most && isAt(from, from)) from++
  let to = blocks.length
  while (to > from && to - grown > from && isAt(to - 1, to - 1 - grown)) to--
  const indexOf = new Map<unknown, number>()
  for (let place = to - 1 - grown; place >= from; place--) indexOf.set(doc.child(place).attrs['id'], place)
  const ranks = new Int32Array(blocks.length)
  const staying = new Set<number>()
  const middle: number[] = []
  for (let index = 0; index < blocks.length; index++) {
    if (index < from || index >= to) {
      ranks[index] = index < from ? index : index - grown
      staying.add(index)
    } else {
      const rank = indexOf.get(blocks[index]?.head.id) ?? -1
      ranks[index] = rank
      middle.push(rank)
    }
  }
  for (const index of longestRise(middle)) staying.add(from + index)
  return { ranks, staying }
}

/**
 * Adds to `tr` the steps that make the editor show `model`: one for each gap between clauses that keep their place, and
 * those inside each kept clause for which `mayDiffer`. Where nothing is kept, one step replaces all (the draft is `clause+`).
 */
export function showStructure(tr: Transaction, model: DraftModel, mayDiffer: (block: Block) => boolean): void {
  const { doc } = tr
  const { schema } = doc.type
  const { blocks } = model
  const { ranks, staying } = keptPlaces(doc, blocks)
  const starts = startsOf(doc)
  const startAt = (index: number) => starts[index] ?? doc.content.size
  if (staying.size === 0) {
    const nodes = nodesOf(schema, blocks)
    if (blocks.length === 0 && doc.childCount === 1 && nodes[0]?.eq(doc.child(0))) return // nothing was visible before either
    replaceClauses(tr, { from: 0, to: doc.content.size }, nodes)
    return
  }
  let gapEnd = doc.childCount
  let incoming: Node[] = []
  for (let index = blocks.length - 1; index >= -1; index--) {
    const block = blocks[index]
    const old = ranks[index] ?? -1
    if (block && !staying.has(index)) {
      incoming.unshift(nodeOf(schema, block))
      continue
    }
    replaceClauses(tr, { from: startAt(old + 1), to: startAt(gapEnd) }, incoming)
    incoming = []
    gapEnd = old
    if (block && mayDiffer(block)) patchClause(tr, startAt(old), { block, touched: null })
  }
}

/** Adds to `tr` the steps for what somebody else changed, the clauses having been `before` (DC7). */
export function showAbsorbed(tr: Transaction, model: DraftModel, { structural, touched, before }: Absorbed & Readonly<{ before: readonly Block[] }>): void {
  if (!structural) return showTouched(tr, touched)
  const known = new Set(before)
  showStructure(tr, model, (block) => !known.has(block) || block.segments.some((segment) => touched.has(segment)))
}
