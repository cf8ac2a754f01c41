import { absentAfter } from './absent.ts'
import type { Clause, LabelSettings } from './clause.ts'
import type { HeldNumber, HeldNumbers } from './held.ts'
import type { ClauseId } from './id.ts'
import type { Label } from './label.ts'
import { labelsOf } from './labels.ts'

const entryOf = ({ id, kind, depth }: Clause, labels: ReadonlyMap<ClauseId, Label>): HeldNumber => ({
  id,
  kind,
  depth,
  number: labels.get(id)?.number ?? '',
})

/**
 * Holds the numbers of `clauses` as they now run, under the document symbol of the version that is issued (CL30). From
 * then on `labelsOf(clauses, settings, held)` keeps them.
 */
export function holdNumbers(clauses: readonly Clause[], settings: LabelSettings, symbol: string): HeldNumbers {
  const labels = labelsOf(clauses, settings)
  return { symbol, entries: clauses.map((clause) => entryOf(clause, labels)) }
}

/**
 * Carries a hold on to the next version, issued without renumbering as `symbol`: what was put in since is held too, and
 * what was deleted keeps its number reserved and its placeholder (CL37).
 */
export function holdOn(
  clauses: readonly Clause[],
  settings: LabelSettings,
  next: Readonly<{ held: HeldNumbers; symbol: string }>,
): HeldNumbers {
  const labels = labelsOf(clauses, settings, next.held)
  const absent = absentAfter(clauses, next.held)
  const goneAfter = (id: ClauseId | null): readonly HeldNumber[] => (absent.get(id) ?? []).map(({ entry }) => entry)
  return {
    symbol: next.symbol,
    entries: [
      ...goneAfter(null),
      ...clauses.flatMap((clause) => [entryOf(clause, labels), ...goneAfter(clause.id)]),
    ],
  }
}
