import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Absorbed, DraftModel } from './model.ts'
import { longestRise } from './order.ts'
import { patchClause, replaceClauses } from './patch.ts'
import { nodeOf, nodesOf } from './projection.ts'
import type { Block, Segment } from './segment.ts'
import { startOf } from './selected.ts'

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

/**
 * Adds to `tr` the steps that make the editor show `model`: one for each gap between clauses that keep their place, and
 * those inside each kept clause for which `mayDiffer`. Where nothing is kept, one step replaces all (the draft is `clause+`).
 */
export function showStructure(tr: Transaction, model: DraftModel, mayDiffer: (block: Block) => boolean): void {
  const { doc } = tr
  const { schema } = doc.type
  const indexOf = new Map<string, number>()
  doc.forEach((node, _offset, index) => {
    const id: unknown = node.attrs['id']
    if (typeof id === 'string' && !indexOf.has(id)) indexOf.set(id, index)
  })
  const { blocks } = model
  const ranks = blocks.map(({ head }) => indexOf.get(head.id) ?? -1)
  const staying = longestRise(ranks)
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
  const known = new Map(before.map((block) => [block.head.id, block]))
  showStructure(tr, model, (block) => {
    const old = known.get(block.head.id)
    const same = old?.segments.length === block.segments.length && old.segments.every((one, index) => one === block.segments[index])
    return !same || block.segments.some((segment) => touched.has(segment))
  })
}
