import type { ClassFigures, RowClass } from './types.ts'

/** Counts clauses by the gravest of their changes, and changes by their own class (CC12). */
export function figuresOf(rows: readonly (RowClass | null)[]): ClassFigures {
  const figures = { substance: none(), editorial: none(), numbering: none(), formatting: none() }
  for (const row of rows) {
    if (row === null) continue
    figures[row.class].clauses++
    for (const verdict of row.hunks) figures[verdict.class].changes++
    for (const verdict of [row.whole, row.label, row.emphasis]) if (verdict !== null) figures[verdict.class].changes++
  }
  return figures
}

const none = (): { clauses: number; changes: number } => ({ clauses: 0, changes: 0 })
