import type { ClauseKind } from '#shared/clauses/index.ts'
import type { Change } from '#shared/compare/index.ts'
import type { Line } from './lines.ts'

/** The changes under one part or chapter. `heading` is null for what stands before the first; `from`: the first one's index. */
export type ChangeGroup = Readonly<{ heading: string | null; from: number; changes: readonly Change[] }>

const GROUPING: readonly ClauseKind[] = ['part', 'chapter', 'annex', 'appendix']

/** The changes, in order, under the parts and chapters in which their rows stand. */
export function groupsOf(changes: readonly Change[], lines: readonly Line[]): readonly ChangeGroup[] {
  const headingAt = headingsByRow(lines)
  const groups: { heading: string | null; from: number; changes: Change[] }[] = []
  changes.forEach((change, index) => {
    const heading = headingAt.get(change.row) ?? null
    const last = groups.at(-1)
    if (last !== undefined && last.heading === heading) last.changes.push(change)
    else groups.push({ heading, from: index, changes: [change] })
  })
  return groups
}

function headingsByRow(lines: readonly Line[]): ReadonlyMap<number, string | null> {
  let heading: string | null = null
  const found = new Map<number, string | null>()
  for (const { index, row, shown } of lines) {
    if (GROUPING.includes(shown.clause.kind) && row.ghostOf === null) heading = [shown.label, shown.clause.text].filter((part) => part !== '').join(' ')
    found.set(index, heading)
  }
  return found
}
