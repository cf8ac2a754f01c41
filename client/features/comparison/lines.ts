import { citationsOf, isDivision, labelsOf, levelOf, type Clause, type ClauseId, type ClauseText, type HeldNumbers, type Label } from '#shared/clauses/index.ts'
import type { ChangeClass, Comparison, Row, RowClass } from '#shared/compare/index.ts'
import { partEndsOf, type PartEnd } from './part-ends.ts'

/** One clause on one side of a comparison, with its label as that side prints it and as one speaks of it ("Article 6(1)"). */
export type SideClause = Readonly<{ clause: Clause; label: string; citation: string }>

/** One row of a comparison with what is needed to draw it. */
export type Line = Readonly<{
  index: number
  row: Row
  /** The classes of its changes; null where nothing differs. */
  found: RowClass | null
  base: SideClause | null
  revised: SideClause | null
  /** The side whose kind, depth and label the row takes: the revised one, unless only the base has it. */
  shown: SideClause
  /** What else hangs together with its clauses, beside their partners. */
  parts: readonly PartEnd[]
}>

export type Side = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/** The rows of `comparison`, each with its clauses and labels. */
export function linesOf(comparison: Comparison, base: Side, revised: Side): readonly Line[] {
  const baseClauses = sideClauses(base)
  const revisedClauses = sideClauses(revised)
  const parts = partEndsOf(comparison)
  return comparison.rows.flatMap((row, index) => {
    const onBase = row.base === null ? null : (baseClauses.get(row.base) ?? null)
    const onRevised = row.revised === null ? null : (revisedClauses.get(row.revised) ?? null)
    const shown = onRevised ?? onBase
    return shown === null ? [] : [{ index, row, found: comparison.classes.rows[index] ?? null, base: onBase, revised: onRevised, shown, parts: parts.get(index) ?? [] }]
  })
}

/** The clauses of one side, with their labels and citations. */
export function sideClauses({ text, held }: Side): ReadonlyMap<ClauseId, SideClause> {
  const labels: ReadonlyMap<ClauseId, Label> = labelsOf(text.clauses, text.settings, held)
  const citations = citationsOf(text.clauses, labels)
  return new Map(text.clauses.map((clause) => [clause.id, { clause, label: labels.get(clause.id)?.text ?? '', citation: citations.get(clause.id) ?? '' }]))
}

/** How the clause of row `row` is spoken of on `side`; on the other where that side has none. */
export function citationAt(lines: readonly Line[], row: number, side: 'base' | 'revised'): string {
  const line = lines[row]?.index === row ? lines[row] : lines.find(({ index }) => index === row)
  return (line?.[side] ?? line?.shown)?.citation ?? ''
}

const WORDS_SHOWN = 60

/** The first words of a clause, to know it by. */
export const clauseWords = ({ clause: { text } }: SideClause): string =>
  text.length <= WORDS_SHOWN ? text : `${text.slice(0, WORDS_SHOWN).replace(/\s+\S*$|[\uD800-\uDBFF]$/u, '')}…`

/** Whether a row says that something differs; a ghost only points at the row that does. */
export const isChange = ({ row }: Line): boolean => row.relation !== 'kept' && row.ghostOf === null

/** What is left out: unchanged clauses, and changes whose class is none of `shown`; but never the row that is `sought`. */
export type Folding = Readonly<{ unchanged: boolean; shown: ReadonlySet<ChangeClass>; sought?: number | null }>

/** A line to draw, and the lines that were left out before it. */
export type ShownLine = Readonly<{ line: Line; folded: readonly Line[] }>

/**
 * The lines to show when others are folded away: what is not left out, and every division heading above a change, so that one
 * still sees where one is. A ghost goes with the row that it points to. What is folded at the end follows `rest`.
 */
export function foldedLines(lines: readonly Line[], folding: Folding): Readonly<{ shown: readonly ShownLine[]; rest: readonly Line[] }> {
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  const isKept = (line: Line): boolean => {
    if (line.index === folding.sought) return true
    const change = line.row.ghostOf === null ? line : (byIndex.get(line.row.ghostOf) ?? line)
    if (change.row.relation === 'kept') return !folding.unchanged
    return folding.shown.has(change.found?.class ?? 'formatting')
  }
  const shown: ShownLine[] = []
  let headings: Line[] = []
  let folded: Line[] = []
  for (const line of lines) {
    const { clause } = line.shown
    if (!isKept(line)) {
      if (isDivision(clause.kind)) headings = [...headings.filter((heading) => rankOf(heading) < rankOf(line)), line]
      folded.push(line)
      continue
    }
    const above = headings.filter((heading) => !isDivision(clause.kind) || rankOf(heading) < rankOf(line))
    const left = folded.filter((one) => !above.includes(one))
    for (const [i, heading] of [...above, line].entries()) shown.push({ line: heading, folded: i === above.length ? left : [] })
    headings = []
    folded = []
  }
  return { shown, rest: folded }
}

const rankOf = ({ shown: { clause } }: Line): number => levelOf(clause.kind, clause.depth)
