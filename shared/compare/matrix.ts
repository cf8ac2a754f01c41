import { parentsOf, type Clause, type ClauseId } from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'
import { MatrixTree, type TreeRow } from './matrix-tree.ts'
import type { ChangeClass } from './classes/types.ts'
import type { Comparison, Reason, Relation, Row } from './types.ts'

/** What a comparison says of one clause, or of one pair: a row without its wording. `class` is null where nothing differs. */
export type PairRow = Readonly<{
  base: ClauseId | null
  revised: ClauseId | null
  relation: Relation
  edited: boolean
  confidence: number
  reason: Reason | null
  class: ChangeClass | null
}>

/** What a matrix needs of the comparison of two texts; small, so that those of all pairs can be kept. */
export const pairRowsOf = ({ rows, classes }: Pick<Comparison, 'rows' | 'classes'>): readonly PairRow[] =>
  rows.flatMap((row: Row, index) => {
    if (row.ghostOf !== null) return []
    const { base, revised, relation, edited, confidence, reason } = row
    return [{ base, revised, relation, edited, confidence, reason, class: classes.rows[index]?.class ?? null }]
  })

/** The rows of the comparison of text `base` with text `revised` (indexes, `base` the smaller), or null before it is there. */
export type PairLookup = (base: number, revised: number) => readonly PairRow[] | null

/** A clause in its column: its index in its text, and what the comparison with the base says; null in the base's column. */
export type MatrixCell = Readonly<{ clause: number; against: PairRow | null }>

/**
 * A row has a cell for each text or null; `differs`: by column, the class of what differs from the base, a missing clause
 * too. `isOwn`: the base has this clause.
 */
export type MatrixRow = Readonly<{ cells: readonly (MatrixCell | null)[]; differs: readonly (ChangeClass | null)[]; isOwn: boolean }>

/** `waiting`: the columns that have not been compared with the base yet, and have no cells (MX5). */
export type Matrix = Readonly<{ rows: readonly MatrixRow[]; waiting: readonly number[] }>

/**
 * Two texts or more beside each other, row by row as the one at index `base` has them (MX1 to MX6). `pairs` are looked
 * up, none is made: to choose another base costs no alignment. Time grows with the number of clauses and of pairs.
 */
export function matrixOf(texts: readonly (readonly Clause[])[], base: number, pairs: PairLookup): Matrix {
  const columns = texts.flatMap((_, column) => (column !== base && directed(pairs, base, column) !== null ? [column] : []))
  const parents = texts.map(parentsOf)
  const tree = new MatrixTree(texts.length)
  const own = texts[base] ?? []
  for (const clause of own.keys()) tree.addLast({ column: base, clause }, rowAbove(tree, base, parents[base]?.[clause]))
  const indexes = texts.map((clauses) => new Map(clauses.map(({ id }, index) => [id, index])))
  const against = columns.map((column) => ({ column, ...readPairs(directed(pairs, base, column) ?? [], indexes[base], indexes[column]) }))
  for (const { column, partners } of against) for (const [clause, partner] of partners) tree.join(tree.rowOf({ column: base, clause }), { column, clause: partner })
  for (const [first, ...others] of groupsOf({ columns, tree, pairs, indexes })) if (first !== undefined) tree.tie(first, others)
  for (const { column, found } of against) weaveIn(tree, { column, count: texts[column]?.length ?? 0, parents: parents[column] ?? [], moved: (clause) => found.get(clause)?.relation === 'moved' })
  const byColumn = new Map(against.map((one) => [one.column, one]))
  const rows = tree.rows().map((row): MatrixRow => {
    const clauseOfBase = row.clauses[base] ?? null
    return {
      cells: row.clauses.map((clause, column) => (clause === null ? null : { clause, against: byColumn.get(column)?.found.get(clause) ?? null })),
      differs: row.clauses.map((clause, column) => {
        const seen = byColumn.get(column)
        if (seen === undefined) return null
        return (clause === null ? (clauseOfBase === null ? undefined : seen.missing.get(clauseOfBase)) : seen.found.get(clause))?.class ?? null
      }),
      isOwn: clauseOfBase !== null,
    }
  })
  return { rows, waiting: texts.flatMap((_, column) => (column === base || columns.includes(column) ? [] : [column])) }
}

/** The comparison as it reads from `base`, whichever of the two was the base of it (MX6). */
function directed(pairs: PairLookup, base: number, other: number): readonly PairRow[] | null {
  return base < other ? pairs(base, other) : (pairs(other, base)?.map(mirrored) ?? null)
}

const MIRRORED: Readonly<Record<Relation, Relation>> = { kept: 'kept', edited: 'edited', moved: 'moved', added: 'removed', removed: 'added' }

const mirrored = (row: PairRow): PairRow => ({ ...row, base: row.revised, revised: row.base, relation: MIRRORED[row.relation] })

type Read = Readonly<{ partners: readonly (readonly [number, number])[]; found: ReadonlyMap<number, PairRow>; missing: ReadonlyMap<number, PairRow> }>
type Indexes = ReadonlyMap<ClauseId, number> | undefined

/** By index: the partner of each base clause that has one, what is said of each clause of the other, and of what it lacks. */
function readPairs(rows: readonly PairRow[], ofBase: Indexes, ofOther: Indexes): Read {
  const partners: (readonly [number, number])[] = []
  const found = new Map<number, PairRow>()
  const missing = new Map<number, PairRow>()
  for (const row of rows) {
    const [from, to] = [row.base === null ? undefined : ofBase?.get(row.base), row.revised === null ? undefined : ofOther?.get(row.revised)]
    if (to !== undefined) found.set(to, row)
    if (from !== undefined && to !== undefined) partners.push([from, to])
    else if (from !== undefined) missing.set(from, row)
  }
  return { partners, found, missing }
}

type Member = Readonly<{ column: number; clause: number }>

type Grouped = Readonly<{ columns: readonly number[]; tree: MatrixTree; pairs: PairLookup; indexes: readonly ReadonlyMap<ClauseId, number>[] }>

/** The clauses that the base lacks, in groups that share a row: the surest pairs first, one of a text at most (MX3). */
function groupsOf({ columns, tree, pairs, indexes }: Grouped): readonly (readonly Member[])[] {
  const links: (readonly [Member, Member, number])[] = []
  for (const [i, one] of columns.entries()) {
    for (const other of columns.slice(i + 1)) {
      for (const { base, revised, confidence } of pairs(one, other) ?? []) {
        const [from, to] = [base === null ? undefined : indexes[one]?.get(base), revised === null ? undefined : indexes[other]?.get(revised)]
        if (from === undefined || to === undefined || tree.rowOf({ column: one, clause: from }) !== null || tree.rowOf({ column: other, clause: to }) !== null) continue
        links.push([{ column: one, clause: from }, { column: other, clause: to }, confidence])
      }
    }
  }
  const groupOf = new Map<string, Member[]>()
  const nameOf = ({ column, clause }: Member): string => `${column} ${clause}`
  const groupAt = (member: Member): Member[] => groupOf.get(nameOf(member)) ?? [member]
  for (const [one, other] of links.toSorted(([, , sure], [, , surer]) => surer - sure)) {
    const [group, joining] = [groupAt(one), groupAt(other)]
    if (group.some(({ column }) => joining.some((member) => member.column === column))) continue
    const both = [...group, ...joining].sort((left, right) => left.column - right.column)
    for (const member of both) groupOf.set(nameOf(member), both)
  }
  return [...new Set(groupOf.values())]
}

type Woven = Readonly<{ column: number; count: number; parents: ReturnType<typeof parentsOf>; moved: (clause: number) => boolean }>

/**
 * Gives every clause of a column that has no row yet one (MX4): behind the nearest sibling before it that stands below the
 * same row, at whatever depth (the base may have chapters where this text has none); where the base lacks what the clause
 * stands in, behind the nearest that did not move, wherever that stands.
 */
function weaveIn(tree: MatrixTree, { column, count, parents, moved }: Woven): void {
  const anchors = new Map<number, TreeRow>() // by parent, of the siblings so far
  for (let clause = 0; clause < count; clause++) {
    const parent = parents[clause] ?? -1
    const home = rowAbove(tree, column, parent)
    if (tree.rowOf({ column, clause }) === null) tree.addBehind({ column, clause }, home, anchors.get(parent) ?? null)
    const row = tree.rowOf({ column, clause })
    if (row !== null && (row.parent === home || (!moved(clause) && (!home.isOwn || isBelow(row, home))))) anchors.set(parent, row)
  }
}

function isBelow(row: TreeRow, home: TreeRow): boolean {
  for (let above = row.parent; above !== null; above = above.parent) if (above === home) return true
  return false
}

function rowAbove(tree: MatrixTree, column: number, parent = -1): TreeRow {
  const row = tree.rowOf({ column, clause: parent })
  invariant(row !== null, 'a clause has its row before what stands below it')
  return row
}
