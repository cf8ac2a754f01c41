import { absentAfter } from './absent.ts'
import type { Clause, LabelSettings } from './clause.ts'
import type { HeldNumber, HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import type { ClauseKind } from './kinds.ts'
import { labelPrinter, type Label } from './label.ts'
import { seriesOf } from './series.ts'

/** What is shown as "[deleted]" under its old label, below the clause `after` (null: before everything). */
export type Placeholder = Readonly<{
  id: ClauseId
  kind: ClauseKind
  depth: number
  label: Label
  after: ClauseId | null
}>

/**
 * The placeholders of what was deleted since the numbers were held, in held order below each clause (CL36). What went
 * with a deleted clause has no placeholder of its own, nor has what bore no label.
 */
export function placeholdersOf(
  clauses: readonly Clause[],
  settings: LabelSettings,
  held: HeldNumbers,
): readonly Placeholder[] {
  const print = labelPrinter(settings)
  const labelFor = ({ kind, depth, number }: HeldNumber): Label =>
    print(seriesOf(kind, depth), kind, { number, source: 'counted' })
  const placeholders: Placeholder[] = []
  for (const [after, list] of absentAfter(clauses, held)) {
    const shownIn = new Set<ClauseId>()
    for (const { entry, within } of list) {
      const label = labelFor(entry)
      const isCovered = within !== null && shownIn.has(within.id)
      if (isCovered || label.text !== '') shownIn.add(entry.id)
      if (isCovered || label.text === '') continue
      const { id, kind, depth } = entry
      placeholders.push({ id, kind, depth, label, after })
    }
  }
  return placeholders
}
