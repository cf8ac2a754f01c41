import { invariant } from '#shared/kernel/index.ts'
import type { LabelSettings, Numbering } from './clause.ts'
import { heldIndexOf, heldRunKey, holdOf, type HeldNumbers } from './held.ts'
import { numberWriter, type Numbered } from './label.ts'
import type { Place } from './series.ts'
import { anteOf, stemOf, suffixOf } from './suffixes.ts'

type Held = Readonly<{
  clauses: readonly Numbering[]
  places: readonly Place[]
  settings: LabelSettings
  held: HeldNumbers
  running: (index: number) => Numbered
}>

/** A run as it now stands: the numbers spoken for, the first held one present, the last number passed on the way. */
type PresentRun = { taken: Set<string>; first: string | null; last: string; passed: string | null }

function presentRuns({ clauses, places, held }: Held): ReadonlyMap<string, PresentRun> {
  const { runs } = heldIndexOf(held)
  const present = new Map<string, PresentRun>()
  const runAt = (key: string): PresentRun => {
    const known = present.get(key)
    if (known !== undefined) return known
    const before = runs.get(key)
    const made: PresentRun = { taken: new Set(before?.taken), first: null, last: before?.last ?? '', passed: null }
    present.set(key, made)
    return made
  }
  const written: (readonly [key: string, number: string])[] = []
  places.forEach(({ series, scope }, index) => {
    const clause = clauses[index]
    if (series === null || clause === undefined) return
    const key = heldRunKey(clauses[scope]?.id, series)
    const entry = holdOf(held, clause)
    if (entry === null) {
      if (runs.has(key)) runAt(key)
      if (clause.number !== null) written.push([key, clause.number])
      return
    }
    const run = runAt(key)
    run.taken.add(entry.number)
    run.first ??= entry.number
  })
  for (const [key, number] of written) present.get(key)?.taken.add(number)
  return present
}

/**
 * Numbers clauses under a hold (CL30–CL34). Like `running`, what it gives is to be called in ascending order.
 */
export function heldNumbers(given: Held): (index: number) => Numbered {
  const { clauses, places, settings, held, running } = given
  const runs = presentRuns(given)
  const write = numberWriter(settings)
  const nextSuffix = new Map<string, number>()

  /** The first free suffix of `stem`; `from` 0 tries the bare stem first. */
  const firstFree = (run: PresentRun, slot: { key: string; stem: string; from: 0 | 1 }): string => {
    const counted = `${slot.key}:${slot.stem}`
    for (let count = nextSuffix.get(counted) ?? slot.from; ; count++) {
      const number = count === 0 ? slot.stem : slot.stem + suffixOf(settings.language, count)
      if (run.taken.has(number)) continue
      run.taken.add(number)
      nextSuffix.set(counted, count + 1)
      return number
    }
  }

  return (index) => {
    const clause = clauses[index]
    const place = places[index]
    invariant(clause !== undefined && place !== undefined, `no clause at ${index}`)
    const { series, scope } = place
    if (series === null) return running(index)
    const key = heldRunKey(clauses[scope]?.id, series)
    const run = runs.get(key)
    const entry = holdOf(held, clause)
    if (entry !== null) {
      // A sole paragraph bears no number, but what is put in after it comes after a first.
      if (run !== undefined) run.passed = entry.number === '' ? (run.passed ?? write(series, 1)) : entry.number
      return { number: entry.number, source: clause.number === entry.number ? 'written' : 'counted' }
    }
    if (run === undefined) return running(index)
    if (clause.number !== null) return { number: clause.number, source: 'written' }
    const sole = write(series, 1)
    const before = run.passed ?? (run.first === null ? run.last || sole : null)
    const number =
      before === null
        ? firstFree(run, { key, stem: anteOf(run.first || sole), from: 0 })
        : firstFree(run, { key, stem: stemOf(settings.language, before), from: 1 })
    return { number, source: 'counted' }
  }
}
