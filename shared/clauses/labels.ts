import type { LabelSettings, Numbering } from './clause.ts'
import { heldNumbers } from './held-running.ts'
import type { HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import { labelPrinter, type Label } from './label.ts'
import { runningNumbers } from './running.ts'
import { placesOf } from './series.ts'

/**
 * The label of every clause, in reading order. Numbering runs (CL10–CL18), or keeps to what is `held` (CL30–CL35).
 * Should an id stand twice, its first place counts. Linear in the number of clauses.
 */
export function labelsOf(
  clauses: readonly Numbering[],
  settings: LabelSettings,
  held: HeldNumbers | null = null,
): ReadonlyMap<ClauseId, Label> {
  const places = placesOf(clauses)
  const running = runningNumbers(clauses, places, settings)
  const number = held === null ? running : heldNumbers({ clauses, places, settings, held, running })
  const print = labelPrinter(settings)
  const labels = new Map<ClauseId, Label>()
  clauses.forEach(({ id, kind }, index) => {
    const label = print(places[index]?.series ?? null, kind, number(index))
    if (!labels.has(id)) labels.set(id, label)
  })
  return labels
}
