import { invariant } from '#shared/kernel/index.ts'
import type { LabelSettings, Numbering } from './clause.ts'
import { formsOf } from './forms.ts'
import type { Numbered } from './label.ts'
import { readNumeral, writeNumeral } from './numerals.ts'
import { SERIES, dropsSoleNumber, type Place, type Series } from './series.ts'

/** A key for one run of numbers: a series within its scope. */
const runKey = (scope: number, series: Series): number => (scope + 1) * SERIES.length + SERIES.indexOf(series)

/** How many members each run has that are not written as unnumbered: the sole-number rule (CL12) needs it. */
function membersByRun(clauses: readonly Numbering[], places: readonly Place[]): ReadonlyMap<number, number> {
  const members = new Map<number, number>()
  places.forEach(({ series, scope }, index) => {
    if (series === null || !dropsSoleNumber(series) || clauses[index]?.number === '') return
    const key = runKey(scope, series)
    members.set(key, (members.get(key) ?? 0) + 1)
  })
  return members
}

/**
 * Numbers clauses as they run (CL10–CL13). The function it gives must be called for indexes in ascending order, and
 * only for those that are to be counted: one that is not called for takes no number.
 */
export function runningNumbers(
  clauses: readonly Numbering[],
  places: readonly Place[],
  settings: LabelSettings,
): (index: number) => Numbered {
  const forms = formsOf(settings)
  const members = membersByRun(clauses, places)
  const counters = new Map<number, number>()

  /** A written plain numeral sets the counter; "4 bis", "A1", "" leave it (CL18). */
  const readWritten = (series: Series, number: string, counted: number): number => {
    const { numeral } = forms[series]
    const value = readNumeral(numeral, number) ?? readNumeral('decimal', number)
    if (value === null) return counted
    // "(aa)" is the number after "(z)", but much more often something put in before "(b)".
    const isDoubled = (numeral === 'letter' || numeral === 'LETTER') && number.length > 1 && !/^[0-9]/.test(number)
    return isDoubled && counted < 26 ? counted : value
  }

  return (index) => {
    const clause = clauses[index]
    const place = places[index]
    invariant(clause !== undefined && place !== undefined, `no clause at ${index}`)
    const { series, scope } = place
    if (series === null) return { number: clause.number ?? '', source: 'written' }
    const key = runKey(scope, series)
    const counted = counters.get(key) ?? 0
    if (clause.number !== null) {
      counters.set(key, readWritten(series, clause.number, counted))
      return { number: clause.number, source: 'written' }
    }
    counters.set(key, counted + 1)
    const isSole = dropsSoleNumber(series) && members.get(key) === 1
    return { number: isSole ? '' : writeNumeral(forms[series].numeral, counted + 1), source: 'counted' }
  }
}
