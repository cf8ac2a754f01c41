import { termCount, type Vector } from './vectors.ts'

/** For each term the units that hold it, one after the other; `from[term]` to `from[term + 1]`. */
type Postings = Readonly<{ from: Int32Array; units: Int32Array; weights: Float64Array }>

function postingsOf(vectors: readonly Vector[]): Postings {
  const terms = termCount(vectors)
  const from = new Int32Array(terms + 1)
  for (const vector of vectors) for (const term of vector.terms) from[term + 1] = (from[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++) from[term + 1] = (from[term + 1] ?? 0) + (from[term] ?? 0)
  const filled = from.slice()
  const units = new Int32Array(from[terms] ?? 0)
  const weights = new Float64Array(units.length)
  for (let unit = 0; unit < vectors.length; unit++) {
    const vector = vectors[unit]
    if (vector === undefined) continue
    for (let i = 0; i < vector.terms.length; i++) {
      const at = filled[vector.terms[i] ?? 0] ?? 0
      filled[vector.terms[i] ?? 0] = at + 1
      units[at] = unit
      weights[at] = vector.weights[i] ?? 0
    }
  }
  return { from, units, weights }
}

/** The likest few of what it was offered; of equals the one that stands first. */
class Best {
  readonly units: number[] = []
  readonly #sums: number[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(unit: number, sum: number): void {
    let at = this.units.length
    if (at === this.#limit && !this.#precedes(unit, sum, at - 1)) return
    if (at === this.#limit) at--
    while (at > 0 && this.#precedes(unit, sum, at - 1)) {
      this.units[at] = this.units[at - 1] ?? 0
      this.#sums[at] = this.#sums[at - 1] ?? 0
      at--
    }
    this.units[at] = unit
    this.#sums[at] = sum
  }

  #precedes(unit: number, sum: number, at: number): boolean {
    const known = this.#sums[at] ?? 0
    return sum > known || (sum === known && unit < (this.units[at] ?? 0))
  }
}

/** How each unit of a side looks to one or more ways of seeing it (its words, its pairs of words). */
export type Views = readonly (readonly Vector[])[]
export type Search = Readonly<{ count: number; maxPostings: number }>

/**
 * The pairs `[base, revised]` in which one is among the `count` likest of the other, each pair once, in order. Found
 * through an index from terms to units, never by trying all; terms in more than `maxPostings` units of the revised side
 * lead nowhere, which bounds the work by the number of words.
 */
export function nearestPairs(base: Views, revised: Views, { count, maxPostings }: Search): (readonly [number, number])[] {
  const [baseCount, revisedCount] = [base[0]?.length ?? 0, revised[0]?.length ?? 0]
  const postings = revised.map(postingsOf)
  const sums = new Float64Array(revisedCount)
  const touched = new Int32Array(revisedCount)
  const ofRevised = Array.from({ length: revisedCount }, () => new Best(count))
  const found: Set<number>[] = []
  for (let unit = 0; unit < baseCount; unit++) {
    let touchedCount = 0
    for (const [view, vectors] of base.entries()) touchedCount = addUp(vectors[unit], { postings: postings[view], maxPostings, sums, touched, touchedCount })
    const best = new Best(count)
    for (let i = 0; i < touchedCount; i++) {
      const candidate = touched[i] ?? 0
      const sum = sums[candidate] ?? 0
      best.offer(candidate, sum)
      ofRevised[candidate]?.offer(unit, sum)
      sums[candidate] = 0
    }
    found.push(new Set(best.units))
  }
  for (const [candidate, best] of ofRevised.entries()) for (const unit of best.units) found[unit]?.add(candidate)
  return found.flatMap((candidates, unit) =>
    [...candidates].sort((one, other) => one - other).map((candidate) => [unit, candidate] as const),
  )
}

type Sums = Readonly<{ postings: Postings | undefined; maxPostings: number; sums: Float64Array; touched: Int32Array; touchedCount: number }>

/** Adds what each unit has in common with `vector` to its sum, and lists the units that had none before. */
function addUp(vector: Vector | undefined, { postings, maxPostings, sums, touched, touchedCount }: Sums): number {
  if (vector === undefined || postings === undefined) return touchedCount
  const { terms, weights } = vector
  let count = touchedCount
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? 0
    const [from, to] = [postings.from[term] ?? 0, postings.from[term + 1] ?? 0]
    if (to - from > maxPostings) continue
    const weight = weights[i] ?? 0
    for (let at = from; at < to; at++) {
      const unit = postings.units[at] ?? 0
      const sum = sums[unit] ?? 0
      if (sum === 0) touched[count++] = unit
      sums[unit] = sum + weight * (postings.weights[at] ?? 0)
    }
  }
  return count
}
