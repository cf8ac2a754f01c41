import { isDivision, levelOf } from '#shared/clauses/index.ts'
import type { ChangeClass, Matrix, MatrixRow } from '#shared/compare/index.ts'
import type { SideClause } from '../lines.ts'

/** The clauses of a text by their index, with labels and citations. */
export type Column = readonly SideClause[]

/** A row to draw: `index` among all rows of the matrix, and how many were left out before it. */
export type ShownRow = Readonly<{ index: number; row: MatrixRow; folded: number }>

/** What is left out: rows in which nothing differs, and those in which nothing of the classes `shown` does. */
export type MatrixFolding = Readonly<{ unchanged: boolean; shown: ReadonlySet<ChangeClass> }>

/** The clause that a row is called by: the base's, or that of the first text that has it. */
export function leadOf({ cells }: MatrixRow, columns: readonly Column[], base: number): SideClause | null {
  const column = cells[base] ? base : cells.findIndex((cell) => cell !== null)
  return columns[column]?.[cells[column]?.clause ?? -1] ?? null
}

/** The rows to show, and the headings above each of them, so that one still sees where one is. */
export function shownRows({ rows }: Matrix, { unchanged, shown }: MatrixFolding, nameOf: (row: MatrixRow) => SideClause | null): readonly ShownRow[] {
  const kept: ShownRow[] = []
  let headings: (Readonly<{ index: number; rank: number }>)[] = []
  let next = 0 // the first row that is neither shown nor counted as left out
  const keep = (index: number): void => {
    const row = rows[index]
    if (row === undefined) return
    kept.push({ index, row, folded: index - next })
    next = index + 1
  }
  for (const [index, row] of rows.entries()) {
    const classes = row.differs.filter((name) => name !== null)
    const clause = nameOf(row)?.clause
    const rank = clause !== undefined && isDivision(clause.kind) ? levelOf(clause.kind, clause.depth) : null
    if (rank !== null) headings = headings.filter((heading) => heading.rank < rank)
    if (classes.length === 0 ? !unchanged : classes.some((name) => shown.has(name))) {
      for (const heading of headings) if (heading.index >= next) keep(heading.index)
      keep(index)
    } else if (rank !== null) headings.push({ index, rank })
  }
  return kept
}

/** Where one stands: a row of those shown, and a text. */
export type Stand = Readonly<{ row: number; column: number }>

/** The same clause, or what stands beside it, among other rows; the nearest before where its row is left out. */
export function sameStand({ row, column }: Stand, before: readonly ShownRow[], after: readonly ShownRow[]): Stand {
  const cells = before[row]?.row.cells ?? []
  const known = cells[column] ? column : cells.findIndex((cell) => cell !== null)
  const clause = cells[known]?.clause
  if (clause === undefined) return { row: 0, column }
  const found = after.findLastIndex(({ row: { cells: there } }) => {
    const at = there[known]?.clause
    return at !== undefined && at <= clause
  })
  const exact = after.findIndex(({ row: { cells: there } }) => there[known]?.clause === clause)
  return { row: Math.max(0, exact < 0 ? found : exact), column }
}

/** Where a key leads from `stand`; null for keys that lead nowhere. `order`: the texts as the columns show them. */
export function stepFrom({ row, column }: Stand, key: Readonly<{ key: string; ctrlKey: boolean }>, { order, rows }: Readonly<{ order: readonly number[]; rows: readonly ShownRow[] }>): Stand | null {
  const at = order.indexOf(column)
  const to = (rowTo: number, columnTo: number): Stand => ({
    row: Math.max(0, Math.min(rows.length - 1, rowTo)),
    column: order[Math.max(0, Math.min(order.length - 1, columnTo))] ?? column,
  })
  const differing = (step: 1 | -1): Stand => {
    for (let next = row + step; next >= 0 && next < rows.length; next += step) if (rows[next]?.row.differs.some((name) => name !== null)) return to(next, at)
    return to(row, at)
  }
  switch (key.key) {
    case 'ArrowDown': return to(row + 1, at)
    case 'ArrowUp': return to(row - 1, at)
    case 'ArrowRight': return to(row, at + 1)
    case 'ArrowLeft': return to(row, at - 1)
    case 'PageDown': return to(row + PAGE_ROWS, at)
    case 'PageUp': return to(row - PAGE_ROWS, at)
    case 'Home': return to(key.ctrlKey ? 0 : row, 0)
    case 'End': return to(key.ctrlKey ? rows.length - 1 : row, order.length - 1)
    case 'j': return differing(1)
    case 'k': return differing(-1)
    default: return null
  }
}

const PAGE_ROWS = 8
