import type { ClauseRedline } from './types.ts'

/** `compute`, done once for each redline: redlines never change, and most are the same from one comparison to the next (IC4). */
export function perRedline<Result>(compute: (redline: ClauseRedline) => Result): (redline: ClauseRedline) => Result {
  const known = new WeakMap<ClauseRedline, Readonly<{ result: Result }>>()
  return (redline) => {
    let found = known.get(redline)
    if (found === undefined) {
      found = { result: compute(redline) }
      known.set(redline, found)
    }
    return found.result
  }
}
