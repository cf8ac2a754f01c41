import { isDivision, parentsOf, type Clause, type ClauseId, type Label } from '#shared/clauses/index.ts'
import type { Row } from '../types.ts'

/** One text of a comparison as the rules see it, by index into `clauses`. `partner`: the index in the other text, or -1. */
export type ClassSide = Readonly<{
  clauses: readonly Clause[]
  labels: ReadonlyMap<ClauseId, Label>
  parents: readonly number[]
  partner: Int32Array
  /** For each clause where it would stand in the other text: its partner, or that of the nearest one before it. */
  anchor: Int32Array
  indexOf: ReadonlyMap<ClauseId, number>
}>

export type ClassSides = Readonly<{ base: ClassSide; revised: ClassSide }>

type Given = Readonly<{ clauses: readonly Clause[]; labels: ReadonlyMap<ClauseId, Label> }>

/** Both texts with the pairs that `rows` shows. */
export function sidesOf(base: Given, revised: Given, rows: readonly Row[]): ClassSides {
  const indexes = { base: indexOf(base.clauses), revised: indexOf(revised.clauses) }
  const partners = { base: new Int32Array(base.clauses.length).fill(-1), revised: new Int32Array(revised.clauses.length).fill(-1) }
  for (const row of rows) {
    if (row.base === null || row.revised === null) continue
    const [was, is] = [indexes.base.get(row.base), indexes.revised.get(row.revised)]
    if (was === undefined || is === undefined) continue
    partners.base[was] = is
    partners.revised[is] = was
  }
  return {
    base: { ...base, parents: parentsOf(base.clauses), partner: partners.base, anchor: anchorsOf(partners.base), indexOf: indexes.base },
    revised: { ...revised, parents: parentsOf(revised.clauses), partner: partners.revised, anchor: anchorsOf(partners.revised), indexOf: indexes.revised },
  }
}

function anchorsOf(partner: Int32Array): Int32Array {
  let last = 0
  return partner.map((index) => (index < 0 ? last : (last = index)))
}

const indexOf = (clauses: readonly Clause[]): ReadonlyMap<ClauseId, number> => new Map(clauses.map(({ id }, i) => [id, i]))

/** The nearest index at or above `index` for which `holds`, or -1. */
export function nearestUp({ clauses, parents }: ClassSide, index: number, holds: (clause: Clause) => boolean): number {
  for (let at = index; at >= 0; at = parents[at] ?? -1) {
    const clause = clauses[at]
    if (clause !== undefined && holds(clause)) return at
  }
  return -1
}

/**
 * What leads into a clause: the words of those next above it, and those before it that open its list, which the tree has
 * beside it. The heading of an article leads into nothing.
 */
export function leadInOf({ clauses, parents }: ClassSide, index: number): string {
  const lead: string[] = []
  for (let at = parents[index] ?? -1; at >= 0 && lead.length < MAX_LEADS; at = parents[at] ?? -1) {
    const above = clauses[at]
    if (above === undefined || isDivision(above.kind)) break
    lead.push(above.text)
  }
  const depth = clauses[index]?.depth ?? 0
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const clause = clauses[at]
    if (clause === undefined || isDivision(clause.kind)) break
    const isHeading = clause.kind === 'text' && clause.text.length <= HEADING_LETTERS && !/\p{P}\s*$/v.test(clause.text)
    if (clause.depth > depth || !(isHeading || /[:：]\s*$/v.test(clause.text))) continue
    lead.push(clause.text)
    if (isHeading && index - at > 1) continue
    if (clause.kind === 'text' || clause.kind === 'chapeau') break
  }
  return lead.join('\n')
}
const MAX_LEADS = 3
const HEADING_LETTERS = 100
/** Clauses back to which the opening of a list is looked for. */
const REACH = 40

/** Whether the words of clause `at` may be among what leads into clause `index`. */
export function mayLeadInto({ parents }: ClassSide, at: number, index: number): boolean {
  if (at < index && index - at <= REACH) return true
  for (let above = parents[index] ?? -1; above >= at; above = parents[above] ?? -1) if (above === at) return true
  return false
}
