import { indexIn, replayMoves, type IndexOf } from './replay.ts'
import type { Move, Stored } from '../yjs/roots.ts'

/** Segments by their index in storage order. */
export type Layout = Readonly<{
  /** The segment each one continues, -1 where it continues none: it heads a clause, or is hidden. */
  parent: Int32Array
  /** All segments, hidden ones too, in the order of the moves. */
  order: Int32Array
  /** The clauses in reading order; each is the segments whose words it shows, its head first. */
  blocks: readonly (readonly number[])[]
}>

/** What each segment says it continues, hidden or not: -1 for nothing or an unknown one. */
export function statedParents(stored: readonly Stored[], indexOf: IndexOf = indexIn(stored)): Int32Array {
  const stated = new Int32Array(stored.length)
  for (let index = 0; index < stored.length; index++) {
    const joined = stored[index]?.flags.joined ?? null
    stated[index] = joined === null ? -1 : joined === '<' ? index - 1 : indexOf(joined.id)
  }
  return stated
}

const isHidden = (stored: readonly Stored[], index: number): boolean => stored[index]?.flags.removed ?? true

/** DC3, DC4: a hidden or unknown parent counts for nothing, and in a ring the smallest id heads the clause. */
function resolveParents(stored: readonly Stored[], stated: Int32Array): Int32Array {
  const parent = stated.map((to, index) => (to < 0 || isHidden(stored, index) || isHidden(stored, to) ? -1 : to))
  const seen = new Int32Array(parent.length).fill(-1)
  for (let start = 0; start < parent.length; start++) {
    let at = start
    while (at >= 0 && (seen[at] ?? 0) < 0) {
      seen[at] = start
      at = parent[at] ?? -1
    }
    if (at < 0 || seen[at] !== start) continue
    let smallest = at
    for (let next = parent[at] ?? -1; next !== at && next >= 0; next = parent[next] ?? -1) {
      if ((stored[next]?.id ?? '') < (stored[smallest]?.id ?? '')) smallest = next
    }
    parent[smallest] = -1
  }
  return parent
}

/** DC4: the segment stored next comes first, then the others by stamp. */
function compareChildren(stored: readonly Stored[], left: number, right: number): number {
  const [a, b] = [stored[left], stored[right]]
  if (!a || !b || a.flags.joined === null || b.flags.joined === null) return left - right
  if (a.flags.joined === '<') return b.flags.joined === '<' ? left - right : -1
  if (b.flags.joined === '<') return 1
  const [[lamportA, clientA], [lamportB, clientB]] = [a.flags.joined.stamp, b.flags.joined.stamp]
  return lamportA - lamportB || clientA - clientB || (a.id < b.id ? -1 : 1)
}

/** The clauses of a draft (DC3–DC5). Total, and the same on every replica. `indexOf`: where it is known already. */
export function layoutOf(stored: readonly Stored[], moves: readonly Move[], indexOf: IndexOf = indexIn(stored)): Layout {
  const stated = statedParents(stored, indexOf)
  const parent = resolveParents(stored, stated)
  const children = new Map<number, number[]>()
  parent.forEach((to, index) => {
    if (to < 0) return
    const known = children.get(to)
    if (known) known.push(index)
    else children.set(to, [index])
  })
  for (const list of children.values()) if (list.length > 1) list.sort((a, b) => compareChildren(stored, a, b))
  const order = replayMoves({ stored, stated, indexOf }, moves)
  const blocks: number[][] = []
  for (const head of order) {
    if ((parent[head] ?? -1) >= 0 || isHidden(stored, head)) continue
    if (!children.has(head)) {
      blocks.push([head])
      continue
    }
    const block: number[] = []
    const pending = [head]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      block.push(next)
      const below = children.get(next)
      if (below) for (let at = below.length - 1; at >= 0; at--) pending.push(below[at] ?? 0)
    }
    blocks.push(block)
  }
  return { parent, order, blocks }
}
