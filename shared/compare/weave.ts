import { invariant } from '#shared/kernel/index.ts'
import type { Frame, Frames } from './frame.ts'
import type { Block, Pair } from './order.ts'
import { FREE, type Pairing } from './pairing.ts'

/** A row before its wording is compared: indexes of clauses; `left` marks the place that a moved clause left. */
export type Place = Readonly<{ base: number | null; revised: number | null; left: boolean }>

/**
 * Every clause of the revised text in its order, and between them, where they stood, the base clauses that have no
 * partner and the places that moved clauses left (AL8, AL9).
 */
export function weave(frames: Frames, pairing: Pairing, whole: Block): readonly Place[] {
  const blockOfRoot = new Map<number, Block>()
  collectRoots(whole, blockOfRoot)
  const anchorsOf = new Map<Block, readonly Pair[]>()
  const basesAfter = new Map<number, number[]>()
  for (let base = 0; base < frames.base.clauses.length; base++) {
    if (pairing.revisedOf(base) !== FREE && !blockOfRoot.has(base)) continue
    const block = surroundings(frames.base, base, blockOfRoot) ?? whole
    let anchors = anchorsOf.get(block)
    if (anchors === undefined) {
      anchors = block.root === null ? block.placed : [block.root, ...block.placed]
      anchorsOf.set(block, anchors)
    }
    const after = placeAfter(base, anchors, frames)
    const bases = basesAfter.get(after)
    if (bases === undefined) basesAfter.set(after, [base])
    else bases.push(base)
  }
  const places: Place[] = []
  const leave = (after: number): void => {
    for (const base of basesAfter.get(after) ?? []) places.push({ base, revised: null, left: blockOfRoot.has(base) })
  }
  leave(-1)
  for (let revised = 0; revised < frames.revised.clauses.length; revised++) {
    const base = pairing.baseOf(revised)
    places.push({ base: base === FREE ? null : base, revised, left: false })
    leave(revised)
  }
  return places
}

function collectRoots(block: Block, roots: Map<number, Block>): void {
  if (block.root !== null) roots.set(block.root.base, block)
  for (const inner of block.moved) collectRoots(inner, roots)
}

/** The moved block that `index` stood in, its own left out; undefined when none of its ancestors moved. */
function surroundings({ parent }: Frame, index: number, roots: ReadonlyMap<number, Block>): Block | undefined {
  for (let at = parent[index] ?? -1; at >= 0; at = parent[at] ?? -1) {
    const block = roots.get(at)
    if (block !== undefined) return block
  }
  return undefined
}

/**
 * The revised clause after which the base clause `index` is shown: behind the last clause in place that stood before
 * it, and behind all that now belongs to that one, unless `index` stood inside it.
 */
function placeAfter(index: number, anchors: readonly Pair[], { base, revised }: Frames): number {
  let [low, high] = [0, anchors.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.base ?? 0) < index) low = middle + 1
    else high = middle
  }
  const [before, next] = [anchors[low - 1], anchors[low]]
  if (before === undefined) return -1
  const partnerOf = (clause: number): number => anchorPartner(anchors, low, clause)
  let after = before.revised
  for (let at = before.base; at >= 0 && (base.end[at] ?? 0) <= index; at = base.parent[at] ?? -1) {
    const partner = partnerOf(at)
    if (partner !== FREE) after = Math.max(after, (revised.end[partner] ?? partner + 1) - 1)
  }
  const last = next === undefined ? revised.clauses.length - 1 : next.revised - 1
  invariant(before.revised <= last, 'anchors stand in order')
  return Math.min(after, last)
}

/** The partner of base clause `clause` when it is one of the first `count` anchors. */
function anchorPartner(anchors: readonly Pair[], count: number, clause: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.base ?? 0) < clause) low = middle + 1
    else high = middle
  }
  const found = anchors[low]
  return found?.base === clause ? found.revised : FREE
}
