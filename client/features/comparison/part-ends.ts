import type { ClauseId } from '#shared/clauses/index.ts'
import type { Comparison, PartLink, Row } from '#shared/compare/index.ts'

/**
 * One end of a link between clauses that are not partners, at the row of the clause on side `here`; `other` is the row
 * at the far end, and `share` (0 to 1) how much of the words of the clause here stands there.
 */
export type PartEnd = Readonly<{ kind: PartLink['kind']; here: 'base' | 'revised'; share: number; other: number }>

/** Both ends of every part link, by the row that each stands in. */
export function partEndsOf({ rows, partLinks }: Pick<Comparison, 'rows' | 'partLinks'>): ReadonlyMap<number, readonly PartEnd[]> {
  const rowOf = { base: rowsBySide(rows, 'base'), revised: rowsBySide(rows, 'revised') }
  const ends = new Map<number, PartEnd[]>()
  const put = (row: number, end: PartEnd): void => {
    const known = ends.get(row)
    if (known === undefined) ends.set(row, [end])
    else known.push(end)
  }
  for (const { base, revised, kind, baseShare, revisedShare } of partLinks) {
    const [from, to] = [rowOf.base.get(base), rowOf.revised.get(revised)]
    if (from === undefined || to === undefined) continue
    put(from, { kind, here: 'base', share: baseShare, other: to })
    put(to, { kind, here: 'revised', share: revisedShare, other: from })
  }
  return ends
}

/** The row of each clause of a side; of a moved one the row at its new place. */
const rowsBySide = (rows: readonly Row[], side: 'base' | 'revised'): ReadonlyMap<ClauseId, number> =>
  new Map(rows.flatMap((row, index) => (row[side] === null || row.ghostOf !== null ? [] : [[row[side], index] as const])))
