import type { ClauseId, Label } from '#shared/clauses/index.ts'
import type { ChangeClass, Comparison, RedlineRun, Relation, Row, RowClass } from '#shared/compare/index.ts'

/**
 * What a clause of a live draft shows: `runs` of its redline, null when its words are the base's or it has none there;
 * they are right for the words `text` alone. `from`: the label that it had in the base, where that was another.
 */
export type ClauseMark = Readonly<{ key: string; id: ClauseId; text: string; relation: Relation; class: ChangeClass; runs: readonly RedlineRun[] | null; from: string | null }>

/** What stands behind clause `after` (null: before the first) for a clause that is not there any longer: it went, or moved to `movedTo`. */
export type GapMark = Readonly<{ key: string; after: ClauseId | null; text: string; label: string; class: ChangeClass; movedTo: ClauseId | null }>

export type LiveMark = ClauseMark | GapMark

export const isGap = (mark: LiveMark): mark is GapMark => 'movedTo' in mark

/** One change in the order of the page: behind or in which clause, and where in its words; null for before the first. */
export type LiveChange = Readonly<{ clauseId: ClauseId | null; offset: number; class: ChangeClass }>

type Side = Readonly<{ textOf: (id: ClauseId) => string }>
type Sides = Readonly<{ base: Side & Readonly<{ labels: ReadonlyMap<ClauseId, Label> }>; revised: Side }>

type Made = Readonly<{ row: Row; found: RowClass | null; mark: LiveMark }>

/** The marks of a comparison by key, and its changes; a mark in which nothing differs from `before` is the same object. */
export class LiveMarks {
  #made = new Map<string, Made>()

  /** What is to be drawn anew and what is gone, since the last call. */
  next({ rows, classes }: Comparison, sides: Sides): Readonly<{ set: readonly LiveMark[]; gone: readonly string[] }> {
    const made = new Map<string, Made>()
    const set: LiveMark[] = []
    let after: ClauseId | null = null
    for (const [i, row] of rows.entries()) {
      const found = classes.rows[i] ?? null
      const key = row.revised ?? `was ${row.base ?? ''}`
      const target = row.ghostOf === null ? null : (rows[row.ghostOf]?.revised ?? null)
      if (row.revised !== null && found === null && row.relation !== 'moved') {
        after = row.revised
        continue
      }
      const known = this.#made.get(key)
      const isSame = known?.row === row && known.found === found && (row.revised !== null || (isGap(known.mark) && known.mark.after === after && known.mark.movedTo === target))
      const mark = isSame && known !== undefined ? known.mark : markOf(row, found, { ...sides, key, after, target })
      if (mark !== known?.mark) set.push(mark)
      made.set(key, { row, found, mark })
      after = row.revised ?? after
    }
    const gone = [...this.#made.keys()].filter((key) => !made.has(key))
    this.#made = made
    return { set, gone }
  }
}

type Place = Sides & Readonly<{ key: string; after: ClauseId | null; target: ClauseId | null }>

function markOf(row: Row, found: RowClass | null, { base, revised, key, after, target }: Place): LiveMark {
  const kind = found?.class ?? 'formatting'
  if (row.revised === null) {
    const id = row.base
    return { key, after, text: id === null ? '' : base.textOf(id), label: id === null ? '' : (base.labels.get(id)?.text ?? ''), class: kind, movedTo: target }
  }
  const from = row.relabelled?.from ?? (row.relation === 'moved' && row.base !== null ? (base.labels.get(row.base)?.text ?? null) : null)
  return { key, id: row.revised, text: revised.textOf(row.revised), relation: row.relation, class: kind, runs: row.redline?.runs ?? null, from }
}

/** The change list's entries as places of the page. */
export function liveChanges({ rows, changes }: Comparison): readonly LiveChange[] {
  const afters: (ClauseId | null)[] = []
  let after: ClauseId | null = null
  for (const { revised } of rows) afters.push((after = revised ?? after))
  return changes.map(({ row, class: kind }) => ({ clauseId: afters[row] ?? null, offset: rows[row]?.revised === null ? Infinity : firstChange(rows[row]?.redline?.runs ?? []), class: kind }))
}

/** Where the first change begins in the revised words. */
function firstChange(runs: readonly RedlineRun[]): number {
  let at = 0
  for (const { kind, text } of runs) {
    if (kind !== 'keep') return at
    at += text.length
  }
  return 0
}
