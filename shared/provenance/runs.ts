import { MAX_SEED_PLACES, SEED_WORDS } from './constants.ts'
import type { Library } from './library.ts'

/** `length` words from the `at`-th of a clause on stand at `place` of the library, and no further either way. */
export type Run = Readonly<{ at: number; length: number; place: number }>

/**
 * The longest common runs of `ids`, the words of one clause, with each clause of the library, by the number of that
 * clause (PV3). The work is bounded by the words times `MAX_SEED_PLACES`.
 */
export function runsWith(library: Library, ids: Int32Array): ReadonlyMap<number, readonly Run[]> {
  const { seeds, clauseOf } = library
  const found = new Map<number, Run[]>()
  /** Of each diagonal, up to which word it is known. */
  const known = new Map<number, number>()
  for (let at = 0; at + SEED_WORDS <= ids.length; at++) {
    const first = seeds.firstOf(ids, at)
    if (first < 0 || seeds.countFrom(first) > MAX_SEED_PLACES) continue
    for (let place = first; place >= 0; place = seeds.after(place)) {
      if (at < (known.get(place - at) ?? 0)) continue
      const run = extended(library, ids, { at, place })
      known.set(place - at, run.at + run.length)
      const clause = clauseOf[place] ?? 0
      const runs = found.get(clause)
      if (runs === undefined) found.set(clause, [run])
      else runs.push(run)
    }
  }
  return found
}

function extended({ ids: all, clauseOf, clauseStarts, clauseEnds }: Library, ids: Int32Array, seed: Readonly<{ at: number; place: number }>): Run {
  const clause = clauseOf[seed.place] ?? 0
  const [start, end] = [clauseStarts[clause] ?? 0, clauseEnds[clause] ?? 0]
  let { at, place } = seed
  while (at > 0 && place > start && ids[at - 1] === all[place - 1]) {
    at--
    place--
  }
  let length = seed.at - at + SEED_WORDS
  while (at + length < ids.length && place + length < end && ids[at + length] === all[place + length]) length++
  return { at, length, place }
}
