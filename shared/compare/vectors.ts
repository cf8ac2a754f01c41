/** Terms in ascending order with their weights; of unit length, or empty. */
export type Vector = Readonly<{ terms: Int32Array; weights: Float64Array }>

/** Every unit of both sides as a vector of terms, rare terms weighing more (TF-IDF, Salton and Buckley 1988). */
export function vectorsOf(
  base: readonly Int32Array[],
  revised: readonly Int32Array[],
): Readonly<{ base: readonly Vector[]; revised: readonly Vector[] }> {
  const bags = { base: base.map(bagOf), revised: revised.map(bagOf) }
  const documents = new Map<number, number>()
  for (const bag of [...bags.base, ...bags.revised])
    for (const term of bag.keys()) documents.set(term, (documents.get(term) ?? 0) + 1)
  const units = base.length + revised.length
  const rarity = (term: number): number => Math.log((units + 1) / (documents.get(term) ?? 1)) + FLOOR
  const vectorOf = (bag: ReadonlyMap<number, number>): Vector => {
    const terms = Int32Array.from(bag.keys()).sort()
    const weights = new Float64Array(terms.length)
    let square = 0
    for (const [i, term] of terms.entries()) {
      const weight = (1 + Math.log(bag.get(term) ?? 1)) * rarity(term)
      weights[i] = weight
      square += weight * weight
    }
    const length = Math.sqrt(square)
    return { terms, weights: length === 0 ? weights : weights.map((weight) => weight / length) }
  }
  return { base: bags.base.map(vectorOf), revised: bags.revised.map(vectorOf) }
}

/** Keeps a word that stands in every unit worth a little: in a text of two clauses all words are such. */
const FLOOR = 0.1

function bagOf(terms: Int32Array): Map<number, number> {
  const bag = new Map<number, number>()
  for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1)
  return bag
}

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

/** An index from terms to the units that hold them, for finding the likest units without trying all. */
export class TermIndex {
  readonly #postings = new Map<number, { units: number[]; weights: number[] }>()
  readonly #sums: Float64Array
  readonly #maxPostings: number

  /** Terms in more than `maxPostings` units are left out: they tell nothing and cost the most. */
  constructor(vectors: readonly Vector[], maxPostings: number) {
    this.#sums = new Float64Array(vectors.length)
    this.#maxPostings = maxPostings
    for (const [unit, { terms, weights }] of vectors.entries()) {
      for (const [i, term] of terms.entries()) {
        const posting = this.#postings.get(term)
        if (posting === undefined) this.#postings.set(term, { units: [unit], weights: [weights[i] ?? 0] })
        else {
          posting.units.push(unit)
          posting.weights.push(weights[i] ?? 0)
        }
      }
    }
  }

  /** The `count` units likest to `vector`, likest first; of equals the earlier first. */
  nearest(vector: Vector, count: number): number[] {
    const touched: number[] = []
    for (const [i, term] of vector.terms.entries()) {
      const posting = this.#postings.get(term)
      if (posting === undefined || posting.units.length > this.#maxPostings) continue
      const weight = vector.weights[i] ?? 0
      for (const [k, unit] of posting.units.entries()) {
        const sum = this.#sums[unit] ?? 0
        if (sum === 0) touched.push(unit)
        this.#sums[unit] = sum + weight * (posting.weights[k] ?? 0)
      }
    }
    const likest = touched
      .sort((one, other) => (this.#sums[other] ?? 0) - (this.#sums[one] ?? 0) || one - other)
      .slice(0, count)
    for (const unit of touched) this.#sums[unit] = 0
    return likest
  }
}
