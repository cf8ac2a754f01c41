import { finish, type Steps } from './steps.ts'

/**
 * Units as vectors of terms, one after the other: unit `u` has the terms from `from[u]` up to `from[u + 1]`, in the order
 * in which they first occur, with their weights. Of unit length, counting the terms that only one side has; those stand
 * in no vector, as they have no part in any likeness. Terms are below `termCount`.
 */
export type Vectors = Readonly<{ from: Int32Array; terms: Int32Array; weights: Float64Array; termCount: number }>

type Sides = Readonly<{ base: Vectors; revised: Vectors }>

/** Keeps a word that stands in every unit worth a little; the more, the fewer units there are to tell by. */
const FLOOR = 0.1
const FLOOR_OF_FEW = 6
const MAX_FLOOR = 0.3

/**
 * Every unit of both sides as a vector of terms, rare terms weighing more (TF-IDF, Salton and Buckley 1988). A unit is
 * its terms in any order, repeated as often as they occur; terms are numbered from 0 without great gaps.
 */
export const vectorsOf = (base: readonly Int32Array[], revised: readonly Int32Array[]): Sides => finish(vectorSteps(base, revised))

/** `vectorsOf` in steps. */
export function* vectorSteps(base: readonly Int32Array[], revised: readonly Int32Array[]): Steps<Sides> {
  const termCount = Math.max(termsIn(base), termsIn(revised))
  const known = { base: new Int32Array(termCount), revised: new Int32Array(termCount) }
  const bagsOfBase = bagsOf(base, known.base)
  yield 0.3
  const bagsOfRevised = bagsOf(revised, known.revised)
  yield 0.6
  const all = base.length + revised.length
  const floor = Math.max(FLOOR, Math.min(MAX_FLOOR, FLOOR_OF_FEW / all))
  const rarities = Float64Array.from({ length: all + 1 }, (_, count) => Math.log((all + 1) / Math.max(1, count)) + floor)
  const rarity = new Float64Array(termCount)
  for (let term = 0; term < termCount; term++) {
    const [one, other] = [known.base[term] ?? 0, known.revised[term] ?? 0]
    // Below 0 where one side alone has the term.
    rarity[term] = (one > 0 && other > 0 ? 1 : -1) * (rarities[one + other] ?? 0)
  }
  const weightedBase = weighted(bagsOfBase, rarity)
  yield 0.8
  return { base: weightedBase, revised: weighted(bagsOfRevised, rarity) }
}

type Bags = Readonly<{ from: Int32Array; terms: Int32Array; counts: Int32Array }>

/** The terms of each unit once, with how often they occur; `known` counts the units that have each term. */
function bagsOf(units: readonly Int32Array[], known: Int32Array): Bags {
  const length = units.reduce((sum, unit) => sum + unit.length, 0)
  const [from, terms, counts] = [new Int32Array(units.length + 1), new Int32Array(length), new Int32Array(length)]
  const times = new Int32Array(known.length)
  let end = 0
  for (let u = 0; u < units.length; u++) {
    const unit = units[u] ?? NO_TERMS
    const start = end
    for (let i = 0; i < unit.length; i++) {
      const term = unit[i] ?? 0
      const seen = times[term] ?? 0
      if (seen === 0) terms[end++] = term
      times[term] = seen + 1
    }
    for (let at = start; at < end; at++) {
      const term = terms[at] ?? 0
      counts[at] = times[term] ?? 0
      times[term] = 0
      known[term] = (known[term] ?? 0) + 1
    }
    from[u + 1] = end
  }
  return { from, terms, counts }
}

function weighted({ from, terms, counts }: Bags, rarity: Float64Array): Vectors {
  const units = from.length - 1
  const [kept, shared, weights] = [new Int32Array(units + 1), new Int32Array(terms.length), new Float64Array(terms.length)]
  let end = 0
  for (let u = 0; u < units; u++) {
    const start = end
    let square = 0
    for (let at = from[u] ?? 0; at < (from[u + 1] ?? 0); at++) {
      const [term, count] = [terms[at] ?? 0, counts[at] ?? 1]
      const worth = rarity[term] ?? 0
      const weight = count === 1 ? worth : (1 + Math.log(count)) * worth
      square += weight * weight
      if (worth < 0) continue
      shared[end] = term
      weights[end++] = weight
    }
    const length = Math.sqrt(square)
    for (let at = start; at < end; at++) weights[at] = (weights[at] ?? 0) / length
    kept[u + 1] = end
  }
  return { from: kept, terms: shared.slice(0, end), weights: weights.slice(0, end), termCount: rarity.length }
}

const NO_TERMS = new Int32Array()

function termsIn(units: readonly Int32Array[]): number {
  let greatest = -1
  for (const unit of units) for (let i = 0; i < unit.length; i++) greatest = Math.max(greatest, unit[i] ?? 0)
  return greatest + 1
}

/**
 * The cosine of two vectors: 0 nothing in common, 1 the same terms in the same shares. Spreads out one vector by term, so
 * that many others are multiplied with it quickly.
 */
export class Cosines {
  readonly #base: Vectors
  readonly #revised: Vectors
  readonly #weights: Float64Array
  #spread = -1

  constructor(base: Vectors, revised: Vectors) {
    this.#base = base
    this.#revised = revised
    this.#weights = new Float64Array(base.termCount)
  }

  /** Of unit `base` and unit `revised`; quickest when asked for one `base` after the other. */
  of(base: number, revised: number): number {
    if (base !== this.#spread) this.#spreadOut(base)
    const { from, terms, weights } = this.#revised
    const [spread, to] = [this.#weights, from[revised + 1] ?? 0]
    let sum = 0
    for (let at = from[revised] ?? 0; at < to; at++) sum += (weights[at] ?? 0) * (spread[terms[at] ?? 0] ?? 0)
    return Math.min(1, sum)
  }

  #spreadOut(unit: number): void {
    const { from, terms, weights } = this.#base
    for (let at = from[this.#spread] ?? 0; at < (from[this.#spread + 1] ?? 0); at++) this.#weights[terms[at] ?? 0] = 0
    for (let at = from[unit] ?? 0; at < (from[unit + 1] ?? 0); at++) this.#weights[terms[at] ?? 0] = weights[at] ?? 0
    this.#spread = unit
  }
}
