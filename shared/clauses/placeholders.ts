import { absentAfter } from './absent.ts'
import type { LabelSettings, Numbering } from './clause.ts'
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
  clauses: readonly Numbering[],
  settings: LabelSettings,
  held: HeldNumbers,
): readonly Placeholder[] {
  const print = labelPrinter(settings)
  const labelFor = ({ kind, depth, number }: HeldNumber): Label =>
    print(seriesOf(kind, depth), kind, { number, source: 'counted' })
  const absent = absentAfter(clauses, held)
  const withinOf = new Map([...absent.values()].flat().map(({ entry, within }) => [entry.id, within]))
  const isCovered = (within: HeldNumber | null): boolean =>
    within !== null && (labelFor(within).text !== '' || isCovered(withinOf.get(within.id) ?? null))

  return [...absent].flatMap(([after, list]) =>
    list.flatMap(({ entry, within }): readonly Placeholder[] => {
      const { id, kind, depth } = entry
      const label = labelFor(entry)
      return label.text === '' || isCovered(within) ? [] : [{ id, kind, depth, label, after }]
    }),
  )
}
