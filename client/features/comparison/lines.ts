import { isDivision, labelsOf, levelOf, type Clause, type ClauseId, type ClauseText, type HeldNumbers, type Label } from '#shared/clauses/index.ts'
import type { Comparison, Row } from '#shared/compare/index.ts'

/** One clause on one side of a comparison, with its label as that side prints it. */
export type SideClause = Readonly<{ clause: Clause; label: string }>

/** One row of a comparison with what is needed to draw it. */
export type Line = Readonly<{
  index: number
  row: Row
  base: SideClause | null
  revised: SideClause | null
  /** The side whose kind, depth and label the row takes: the revised one, unless only the base has it. */
  shown: SideClause
}>

export type Side = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/** The rows of `comparison`, each with its clauses and labels. */
export function linesOf(comparison: Comparison, base: Side, revised: Side): readonly Line[] {
  const baseClauses = sideClauses(base)
  const revisedClauses = sideClauses(revised)
  return comparison.rows.flatMap((row, index) => {
    const onBase = row.base === null ? null : (baseClauses.get(row.base) ?? null)
    const onRevised = row.revised === null ? null : (revisedClauses.get(row.revised) ?? null)
    const shown = onRevised ?? onBase
    return shown === null ? [] : [{ index, row, base: onBase, revised: onRevised, shown }]
  })
}

function sideClauses({ text, held }: Side): ReadonlyMap<ClauseId, SideClause> {
  const labels: ReadonlyMap<ClauseId, Label> = labelsOf(text.clauses, text.settings, held)
  return new Map(text.clauses.map((clause) => [clause.id, { clause, label: labels.get(clause.id)?.text ?? '' }]))
}

/** Whether a row says that something differs; a ghost only points at the row that does. */
export const isChange = ({ row }: Line): boolean => row.relation !== 'kept' && row.ghostOf === null

/**
 * The lines to show when unchanged ones are folded away: changes and ghosts, and every division heading above them, so that
 * one still sees where one is. `folded` counts what was left out before a line.
 */
export function withoutUnchanged(lines: readonly Line[]): readonly Readonly<{ line: Line; folded: number }>[] {
  const shown: { line: Line; folded: number }[] = []
  let headings: Line[] = []
  let folded = 0
  for (const line of lines) {
    const differs = line.row.relation !== 'kept' || line.row.ghostOf !== null
    const { clause } = line.shown
    if (!differs && isDivision(clause.kind)) {
      headings = [...headings.filter((heading) => rankOf(heading) < rankOf(line)), line]
      folded += 1
    } else if (!differs) {
      folded += 1
    } else {
      const above = headings.filter((heading) => !isDivision(clause.kind) || rankOf(heading) < rankOf(line))
      for (const heading of above) shown.push({ line: heading, folded: 0 })
      shown.push({ line, folded: Math.max(0, folded - above.length) })
      headings = []
      folded = 0
    }
  }
  return shown
}

const rankOf = ({ shown: { clause } }: Line): number => levelOf(clause.kind, clause.depth)
