import { finish, type Steps } from './steps.ts'
import type { Vectors } from './vectors.ts'

/** For each term the units that hold it, one after the other; `from[term]` to `from[term + 1]`. */
type Postings = Readonly<{ from: Int32Array; units: Int32Array; weights: Float64Array }>

function postingsOf({ from: starts, terms, weights: given, termCount }: Vectors): Postings {
  const from = new Int32Array(termCount + 1)
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0
    from[term + 1] = (from[term + 1] ?? 0) + 1
  }
  for (let term = 0; term < termCount; term++) from[term + 1] = (from[term + 1] ?? 0) + (from[term] ?? 0)
  const filled = from.slice()
  const [units, weights] = [new Int32Array(terms.length), new Float64Array(terms.length)]
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let i = starts[unit] ?? 0; i < (starts[unit + 1] ?? 0); i++) {
      const term = terms[i] ?? 0
      const at = filled[term] ?? 0
      filled[term] = at + 1
      units[at] = unit
      weights[at] = given[i] ?? 0
    }
  return { from, units, weights }
}

/** Units with something in common with another one, `count` of them, and the sums of that by unit. */
type Found = Readonly<{ touched: Int32Array; count: number; sums: Float64Array }>

/** For each of `units` the likest few of what it was offered; of equals the one that stands first. */
class Bests {
  readonly #limit: number
  readonly #counts: Int32Array
  readonly #others: Int32Array
  readonly #sums: Float64Array
  /** The least sum that still gets in; 0 while there is room. */
  readonly #least: Float64Array

  constructor(units: number, limit: number) {
    this.#limit = limit
    this.#counts = new Int32Array(units)
    this.#others = new Int32Array(units * limit)
    this.#sums = new Float64Array(units * limit)
    this.#least = new Float64Array(units)
  }

  /** Offers `unit` the others that it was found to have something in common with, in any order; `sums` is by other. */
  offerAll(unit: number, { touched, count, sums }: Found): void {
    for (let i = 0; i < count; i++) {
      const other = touched[i] ?? 0
      if ((sums[other] ?? 0) >= (this.#least[unit] ?? 0)) this.#insert(unit, other, sums[other] ?? 0)
    }
  }

  /** Offers `other` to all of them. */
  offerToAll(other: number, { touched, count, sums }: Found): void {
    for (let i = 0; i < count; i++) {
      const unit = touched[i] ?? 0
      if ((sums[unit] ?? 0) >= (this.#least[unit] ?? 0)) this.#insert(unit, other, sums[unit] ?? 0)
    }
  }

  #insert(unit: number, other: number, sum: number): void {
    const [others, sums, start] = [this.#others, this.#sums, unit * this.#limit]
    const end = start + this.#limit
    let at = start + (this.#counts[unit] ?? 0)
    if (at < end) this.#counts[unit] = at - start + 1
    else if (sum === sums[end - 1] && other >= (others[end - 1] ?? 0)) return
    else at--
    for (; at > start; at--) {
      const known = sums[at - 1] ?? 0
      if (sum < known || (sum === known && other >= (others[at - 1] ?? 0))) break
      others[at] = others[at - 1] ?? 0
      sums[at] = known
    }
    others[at] = other
    sums[at] = sum
    if ((this.#counts[unit] ?? 0) === this.#limit) this.#least[unit] = sums[end - 1] ?? 0
  }

  /** How many got in, all together. */
  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  of(unit: number): Int32Array {
    const start = unit * this.#limit
    return this.#others.subarray(start, start + (this.#counts[unit] ?? 0))
  }
}

/** How each unit of a side looks to one or more ways of seeing it (its words, its pairs of words). */
export type Views = readonly Vectors[]
export type Search = Readonly<{ count: number; maxPostings: number }>

/** Units between two steps. */
const STEP = 64

/** Pairs of units, one for one: the `i`th is `base[i]` and `revised[i]`. */
export type Pairs = Readonly<{ base: Int32Array; revised: Int32Array }>

/**
 * The pairs in which one is among the `count` likest of the other, each pair once, in order. Found through an index from
 * terms to units, never by trying all; terms in more than `maxPostings` units of the revised side lead nowhere, which
 * bounds the work by the number of words.
 */
export const nearestPairs = (base: Views, revised: Views, search: Search): Pairs => finish(nearestSteps(base, revised, search))

/** `nearestPairs` in steps. */
export function* nearestSteps(base: Views, revised: Views, { count, maxPostings }: Search): Steps<Pairs> {
  const [baseCount, revisedCount] = [unitCount(base), unitCount(revised)]
  const postings: Postings[] = []
  for (const view of revised) {
    postings.push(postingsOf(view))
    yield 0
  }
  const sums = new Float64Array(revisedCount)
  const touched = new Int32Array(revisedCount)
  const [ofBase, ofRevised] = [new Bests(baseCount, count), new Bests(revisedCount, count)]
  for (let unit = 0; unit < baseCount; unit++) {
    if (unit % STEP === 0) yield unit / baseCount
    let touchedCount = 0
    for (const [view, vectors] of base.entries()) touchedCount = addUp(vectors, unit, { postings: postings[view], maxPostings, sums, touched, touchedCount })
    ofBase.offerAll(unit, { touched, count: touchedCount, sums })
    ofRevised.offerToAll(unit, { touched, count: touchedCount, sums })
    for (let i = 0; i < touchedCount; i++) sums[touched[i] ?? 0] = 0
  }
  yield 1
  const keys = new Float64Array(ofBase.count + ofRevised.count)
  let end = 0
  for (let unit = 0; unit < baseCount; unit++) for (const candidate of ofBase.of(unit)) keys[end++] = unit * revisedCount + candidate
  for (let candidate = 0; candidate < revisedCount; candidate++) for (const unit of ofRevised.of(candidate)) keys[end++] = unit * revisedCount + candidate
  const sorted = keys.sort().filter((key, i) => key !== keys[i - 1])
  const pairs = { base: new Int32Array(sorted.length), revised: new Int32Array(sorted.length) }
  for (let i = 0; i < sorted.length; i++) {
    const key = sorted[i] ?? 0
    pairs.base[i] = Math.floor(key / revisedCount)
    pairs.revised[i] = key % revisedCount
  }
  return pairs
}

const unitCount = ([view]: Views): number => (view === undefined ? 0 : view.from.length - 1)

type Sums = Readonly<{ postings: Postings | undefined; maxPostings: number; sums: Float64Array; touched: Int32Array; touchedCount: number }>

/** Adds what each unit has in common with `unit` to its sum, and lists the units that had none before. */
function addUp({ from: starts, terms, weights }: Vectors, unit: number, { postings, maxPostings, sums, touched, touchedCount }: Sums): number {
  if (postings === undefined) return touchedCount
  const { from: first, units, weights: held } = postings
  const end = starts[unit + 1] ?? 0
  let count = touchedCount
  for (let i = starts[unit] ?? 0; i < end; i++) {
    const term = terms[i] ?? 0
    const [from, to] = [first[term] ?? 0, first[term + 1] ?? 0]
    if (to - from > maxPostings) continue
    const weight = weights[i] ?? 0
    for (let at = from; at < to; at++) {
      const other = units[at] ?? 0
      const sum = sums[other] ?? 0
      if (sum === 0) touched[count++] = other
      sums[other] = sum + weight * (held[at] ?? 0)
    }
  }
  return count
}
