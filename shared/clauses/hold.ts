import type { Clause, LabelSettings } from './clause.ts'
import type { HeldNumbers } from './held.ts'
import { labelsOf } from './labels.ts'

/**
 * Holds the numbers of `clauses` as they now run, under the document symbol of the version that is issued. From then on
 * `labelsOf(clauses, settings, held)` keeps them.
 */
export function holdNumbers(clauses: readonly Clause[], settings: LabelSettings, symbol: string): HeldNumbers {
  const labels = labelsOf(clauses, settings)
  return {
    symbol,
    entries: clauses.map(({ id, kind, depth }, index) => ({
      id,
      kind,
      depth,
      number: labels.get(id)?.number ?? '',
      after: clauses[index - 1]?.id ?? null,
    })),
  }
}
