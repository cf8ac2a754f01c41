import { absentAfter } from './absent.ts'
import { citationsOf } from './citations.ts'
import type { Clause, LabelSettings } from './clause.ts'
import { heldIndexOf, type HeldNumber, type HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import type { ClauseKind } from './kinds.ts'
import { labelPrinter, type Label } from './label.ts'
import { labelsOf } from './labels.ts'
import { seriesOf } from './series.ts'

/**
 * One line of a renumbering table. `before`: how the clause is cited in the held version, or, when it was `inserted`
 * since, under the hold ("Article 17 bis"). `after`: how it is cited once numbers run again; null when `deleted`.
 */
export type RenumberingRow = Readonly<{
  id: ClauseId
  kind: ClauseKind
  before: string
  after: string | null
  fate: 'same' | 'renumbered' | 'inserted' | 'deleted'
}>
export type RenumberingTable = readonly RenumberingRow[]

/** The held version's citations. Wording is taken from what is still there: a definition is cited by its term. */
function heldCitations(
  clauses: readonly Clause[],
  settings: LabelSettings,
  held: HeldNumbers,
): ReadonlyMap<ClauseId, string> {
  const print = labelPrinter(settings)
  const texts = new Map(clauses.map(({ id, text }) => [id, text]))
  const labels = new Map<ClauseId, Label>()
  for (const { id, kind, depth, number } of held.entries) {
    labels.set(id, print(seriesOf(kind, depth), kind, { number, source: 'counted' }))
  }
  const asClause = ({ id, kind, depth, number }: HeldNumber): Clause => ({
    id,
    kind,
    depth,
    number,
    text: texts.get(id) ?? '',
    spans: [],
  })
  return citationsOf(held.entries.map(asClause), labels)
}

/**
 * What renumbering does: a row for every clause that is numbered, now or in the held version, in reading order (CL38).
 * Afterwards numbers run: `labelsOf(clauses, settings)`. Numbers written by hand stay.
 */
export function renumber(clauses: readonly Clause[], settings: LabelSettings, held: HeldNumbers): RenumberingTable {
  const heldBefore = heldCitations(clauses, settings, held)
  const interim = citationsOf(clauses, labelsOf(clauses, settings, held))
  const running = citationsOf(clauses, labelsOf(clauses, settings))
  const absent = absentAfter(clauses, held)
  const { entryOf } = heldIndexOf(held)
  const rows: RenumberingRow[] = []

  const addGone = (after: ClauseId | null): void => {
    for (const { entry } of absent.get(after) ?? []) {
      const { id, kind, depth } = entry
      if (seriesOf(kind, depth) === null) continue
      rows.push({ id, kind, before: heldBefore.get(id) ?? '', after: null, fate: 'deleted' })
    }
  }
  const addPresent = ({ id, kind, depth }: Clause): void => {
    const entry = entryOf.get(id)
    const wasNumbered = entry !== undefined && seriesOf(entry.kind, entry.depth) !== null
    if (!wasNumbered && seriesOf(kind, depth) === null) return
    const before = heldBefore.get(id) ?? interim.get(id) ?? ''
    const after = running.get(id) ?? ''
    const fate = entry === undefined ? 'inserted' : before === after ? 'same' : 'renumbered'
    rows.push({ id, kind, before, after, fate })
  }

  addGone(null)
  for (const clause of clauses) {
    addPresent(clause)
    addGone(clause.id)
  }
  return rows
}
