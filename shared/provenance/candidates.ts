import { MAX_CANDIDATES, MIN_OWN_WORDS, MIN_RUN_WORDS, MIN_SHARE, MIN_SHARED_OWN_WORDS } from './constants.ts'
import type { Library } from './library.ts'
import type { Run } from './runs.ts'

/** A clause of the library that shows itself a source of a clause: `words` of it stand there, in `runs`, the longest of `longest`. */
export type Candidate = Readonly<{ clause: number; runs: readonly Run[]; words: number; longest: number }>

/** Whether words `from` to `to` of a run are enough by themselves to show a source (PV5). */
export function isTelling({ ownBefore }: Library, place: number, length: number): boolean {
  return length >= MIN_RUN_WORDS && (ownBefore[place + length] ?? 0) - (ownBefore[place] ?? 0) >= MIN_OWN_WORDS
}

/** Those of the clauses with which a clause of `count` words has runs that show a source, the likeliest first, and whether some were left out. */
export function candidatesAmong(library: Library, runs: ReadonlyMap<number, readonly Run[]>, count: number): Readonly<{ candidates: readonly Candidate[]; isCapped: boolean }> {
  const found: Candidate[] = []
  for (const [clause, common] of runs) {
    const telling = common.some(({ place, length }) => isTelling(library, place, length))
    if (!telling && lengthOf(common) < MIN_SHARE * count) continue
    const ordered = telling ? common : inOrder(common)
    if (!telling && !addsUp(library, ordered, count)) continue
    found.push({ clause, runs: ordered, words: coveredBy(ordered, count), longest: Math.max(...ordered.map(({ length }) => length)) })
  }
  found.sort((one, other) => other.words - one.words || other.longest - one.longest || one.clause - other.clause)
  return { candidates: found.slice(0, MAX_CANDIDATES), isCapped: found.length > MAX_CANDIDATES }
}

/** Whether short runs that follow one another in both clauses are together most of the clause: reworded, but taken (PV6). */
function addsUp({ ownBefore }: Library, runs: readonly Run[], count: number): boolean {
  const own = runs.reduce((sum, { place, length }) => sum + (ownBefore[place + length] ?? 0) - (ownBefore[place] ?? 0), 0)
  if (own < MIN_SHARED_OWN_WORDS || coveredBy(runs, count) < MIN_SHARE * count) return false
  const [first, last] = [runs[0], runs.at(-1)]
  // What lies far apart in a long clause is no passage.
  return first !== undefined && last !== undefined && last.place + last.length - first.place <= 2 * count
}

/** The longest of the runs that follow one another on both sides without overlap: greedy from the longest. */
function inOrder(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs.toSorted((one, other) => other.length - one.length || one.at - other.at)) {
    const fits = kept.every((other) => isBefore(other, run) || isBefore(run, other))
    if (fits) kept.push(run)
  }
  return kept.sort((one, other) => one.at - other.at)
}

const isBefore = (one: Run, other: Run): boolean => one.at + one.length <= other.at && one.place + one.length <= other.place

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0)

function coveredBy(runs: readonly Run[], count: number): number {
  const covered = new Uint8Array(count)
  for (const { at, length } of runs) covered.fill(1, at, at + length)
  return covered.reduce((sum, one) => sum + one, 0)
}
