import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { DraftModel } from '#shared/document/model/model.ts'
import { longestRise } from '#shared/document/writing/order.ts'
import { samePieces } from '#shared/document/model/piece.ts'
import { attrsOf, piecesOf } from '#shared/document/model/projection.ts'
import { blockPieces } from '#shared/document/model/segment.ts'

/** Throws when `shown` is not what a fresh reading of `doc` projects to; returns that reading. */
export function readAs(shown: Node, doc: Y.Doc): DraftModel {
  const model = new DraftModel(doc)
  const difference = differenceFrom(shown, model)
  if (difference !== null) throw new Error(`the editor differs from its Y.Doc: ${difference}`)
  return model
}

function differenceFrom(shown: Node, { blocks }: DraftModel): string | null {
  shown.check()
  if (blocks.length === 0) return shown.childCount === 1 && shown.content.size === 2 ? null : `nothing is visible, the editor shows ${shown.toString()}`
  const expected = () => blocks.map((block) => `${block.head.id}:${JSON.stringify(blockPieces(block))}`).join('\n')
  if (shown.childCount !== blocks.length) return `${shown.childCount} clauses, not ${blocks.length}\n${JSON.stringify(shown.toJSON())}\n${expected()}`
  for (const [index, block] of blocks.entries()) {
    const node = shown.child(index)
    if (JSON.stringify(node.attrs) !== JSON.stringify(attrsOf(block))) return `clause ${index}: ${JSON.stringify(node.attrs)}, not ${JSON.stringify(attrsOf(block))}`
    if (!samePieces(piecesOf(node.content), blockPieces(block))) return `clause ${index}: ${JSON.stringify(piecesOf(node.content))}, not ${JSON.stringify(blockPieces(block))}`
  }
  return null
}

const clausesOf = (doc: Node): readonly Node[] => Array.from({ length: doc.childCount }, (_, index) => doc.child(index))

/** Throws when clauses that somebody else's change left as they were are other nodes after it (DC7). */
export function expectSmallSteps(before: Node, after: Node): void {
  const old = clausesOf(before)
  const indexOf = new Map(old.map((node, index) => [node.attrs['id'] as unknown, index]))
  const now = clausesOf(after)
  const ranks = now.map((node) => indexOf.get(node.attrs['id']) ?? -1)
  const staying = longestRise(ranks)
  const replaced = now.filter((node, index) => {
    const was = old[ranks[index] ?? -1]
    return staying.has(index) && was !== node && was?.eq(node)
  })
  // Which of several equally long rises stays is the sync's to choose.
  const kept = now.filter((node, index) => old[ranks[index] ?? -1] === node).length
  const changed = now.filter((node, index) => ranks[index] !== -1 && !old[ranks[index] ?? -1]?.eq(node)).length
  if (replaced.length > 0 && kept + changed < staying.size) throw new Error(`${replaced.length} clauses were replaced by the same`)
}
