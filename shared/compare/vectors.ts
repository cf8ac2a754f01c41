/** Terms in ascending order with their weights; of unit length, or empty. */
export type Vector = Readonly<{ terms: Int32Array; weights: Float64Array }>

/** Keeps a word that stands in every unit worth a little; the more, the fewer units there are to tell by. */
const FLOOR = 0.1
const FLOOR_OF_FEW = 6
const MAX_FLOOR = 0.3

/**
 * Every unit of both sides as a vector of terms, rare terms weighing more (TF-IDF, Salton and Buckley 1988). A unit is
 * its terms in any order, repeated as often as they occur.
 */
export function vectorsOf(
  base: readonly Int32Array[],
  revised: readonly Int32Array[],
): Readonly<{ base: readonly Vector[]; revised: readonly Vector[] }> {
  const bags = { base: base.map(bagOf), revised: revised.map(bagOf) }
  const all = [...bags.base, ...bags.revised]
  const units = new Int32Array(termCount(all))
  for (const { terms } of all) for (const term of terms) units[term] = (units[term] ?? 0) + 1
  const floor = Math.max(FLOOR, Math.min(MAX_FLOOR, FLOOR_OF_FEW / all.length))
  const rarity = Float64Array.from(units, (count) => Math.log((all.length + 1) / Math.max(1, count)) + floor)
  return { base: bags.base.map((bag) => weighted(bag, rarity)), revised: bags.revised.map((bag) => weighted(bag, rarity)) }
}

type Bag = Readonly<{ terms: Int32Array; counts: Float64Array }>

function bagOf(unit: Int32Array): Bag {
  const sorted = unit.slice().sort()
  const terms = new Int32Array(sorted.length)
  const counts = new Float64Array(sorted.length)
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) {
    const term = sorted[i] ?? 0
    if (distinct === 0 || terms[distinct - 1] !== term) terms[distinct++] = term
    counts[distinct - 1] = (counts[distinct - 1] ?? 0) + 1
  }
  return { terms: terms.slice(0, distinct), counts: counts.slice(0, distinct) }
}

function weighted({ terms, counts }: Bag, rarity: Float64Array): Vector {
  const weights = new Float64Array(terms.length)
  let square = 0
  for (let i = 0; i < terms.length; i++) {
    const weight = (1 + Math.log(counts[i] ?? 1)) * (rarity[terms[i] ?? 0] ?? 0)
    weights[i] = weight
    square += weight * weight
  }
  const length = Math.sqrt(square)
  if (length > 0) for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length
  return { terms, weights }
}

/** One more than the greatest term; terms are numbered from 0 without great gaps. */
export const termCount = (vectors: readonly Readonly<{ terms: Int32Array }>[]): number =>
  vectors.reduce((count, { terms }) => Math.max(count, (terms.at(-1) ?? -1) + 1), 0)

/** The cosine of two vectors: 0 nothing in common, 1 the same terms in the same shares. */
export function cosine(one: Vector, other: Vector): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < one.terms.length && j < other.terms.length) {
    const step = (one.terms[i] ?? 0) - (other.terms[j] ?? 0)
    if (step === 0) sum += (one.weights[i++] ?? 0) * (other.weights[j++] ?? 0)
    else if (step < 0) i++
    else j++
  }
  return Math.min(1, sum)
}
