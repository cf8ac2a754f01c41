import { invariant } from '#shared/kernel/index.ts'
import type { Clause } from './clause.ts'
import { holdsDivisions, isDivision, levelOf, type ClauseKind } from './kinds.ts'

/** What the tree is derived from; clauses and the entries of a hold both have it. */
export type Placed = Readonly<{ kind: ClauseKind; depth: number }>

/** A clause with its place in the flat sequence and the clauses directly below it. */
export type ClauseNode = Readonly<{ clause: Clause; index: number; children: readonly ClauseNode[] }>

/** Whether `later`, coming after `earlier` with nothing between them that ends it, belongs to it (CL1, CL2). */
const holds = (earlier: Placed, later: Placed): boolean =>
  levelOf(earlier.kind, earlier.depth) < levelOf(later.kind, later.depth) &&
  (!isDivision(later.kind) || holdsDivisions(earlier.kind))

/** For each index the index of its parent, or -1 at the top. Total for every sequence; linear. */
export function parentsOf(clauses: readonly Placed[]): readonly number[] {
  const open: number[] = []
  return clauses.map((clause, index) => {
    let parent = open.at(-1)
    for (; parent !== undefined; parent = open.at(-1)) {
      const candidate = clauses[parent]
      if (candidate !== undefined && holds(candidate, clause)) break
      open.pop()
    }
    open.push(index)
    return parent ?? -1
  })
}

/** The indexes above `index`, nearest first. */
export function ancestorsOf(parents: readonly number[], index: number): readonly number[] {
  const above: number[] = []
  for (let at = parents[index] ?? -1; at >= 0; at = parents[at] ?? -1) above.push(at)
  return above
}

/** The index after the clause at `index` and all that belongs to it. Throws when there is no such clause. */
export function subtreeEnd(clauses: readonly Placed[], index: number): number {
  const top = clauses[index]
  invariant(top !== undefined, `no clause at ${index} of ${clauses.length}`)
  let end = index + 1
  for (let next = clauses[end]; next !== undefined && holds(top, next); next = clauses[end]) end++
  return end
}

/** The derived tree: its nodes, walked in order, are the clauses in order. Total for every sequence; linear. */
export function treeOf(clauses: readonly Clause[]): readonly ClauseNode[] {
  const roots: ClauseNode[] = []
  const childrenAt: ClauseNode[][] = []
  parentsOf(clauses).forEach((parent, index) => {
    const clause = clauses[index]
    invariant(clause !== undefined, `no clause at ${index}`)
    const children: ClauseNode[] = []
    childrenAt.push(children)
    ;(childrenAt[parent] ?? roots).push({ clause, index, children })
  })
  return roots
}
