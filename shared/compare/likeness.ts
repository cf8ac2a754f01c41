import type { Lexicon } from './lexicon.ts'
import { nearestPairs } from './nearest.ts'
import { cosine, termCount, vectorsOf, type Vector } from './vectors.ts'

/** Candidates sought for each unit, on either side. */
const NEAREST = 6
/** A term in more units than this does not lead to candidates; in a small text, one in more than half of them. */
const MAX_POSTINGS = 48
const MIN_POSTINGS = 16

type Side = Readonly<{ words: readonly Vector[]; pairs: readonly Vector[] }>

/** How alike the units of two sides are, by their words and by the pairs of neighbouring words. */
export class Likeness {
  readonly #base: Side
  readonly #revised: Side

  constructor(base: readonly Int32Array[], revised: readonly Int32Array[], lexicon: Lexicon) {
    const words = vectorsOf(base, revised)
    const pairs = vectorsOf(
      base.map((stems) => lexicon.pairsOf(stems)),
      revised.map((stems) => lexicon.pairsOf(stems)),
    )
    this.#base = { words: words.base, pairs: pairs.base }
    this.#revised = { words: words.revised, pairs: pairs.revised }
  }

  /** 0 to 1: the words' likeness and, for a good half, whether they also follow one another alike. */
  of(base: number, revised: number): number {
    const words = between(this.#base.words[base], this.#revised.words[revised])
    if (words === 0) return 0
    const pairs = between(this.#base.pairs[base], this.#revised.pairs[revised])
    return 0.55 * words + 0.45 * Math.sqrt(words * pairs)
  }

  /** Whether both units have words at all. */
  bothSpeak(base: number, revised: number): boolean {
    return (this.#base.words[base]?.terms.length ?? 0) > 0 && (this.#revised.words[revised]?.terms.length ?? 0) > 0
  }

  /** Pairs of units that may be alike, each once, and how alike they are: the nearest of every unit of either side. */
  candidates(): readonly (readonly [base: number, revised: number, alike: number])[] {
    const maxPostings = Math.max(Math.min(MAX_POSTINGS, this.#revised.words.length / 2), MIN_POSTINGS)
    const views = ({ words, pairs }: Side) => [words, pairs]
    const nearest = nearestPairs(views(this.#base), views(this.#revised), { count: NEAREST, maxPostings })
    const [words, pairs] = [new Scattered(this.#base.words), new Scattered(this.#base.pairs)]
    return nearest.map(([base, revised]) => {
      const ofWords = words.with(base, this.#revised.words[revised])
      const ofPairs = ofWords === 0 ? 0 : pairs.with(base, this.#revised.pairs[revised])
      return [base, revised, 0.55 * ofWords + 0.45 * Math.sqrt(ofWords * ofPairs)]
    })
  }
}

/** One vector at a time spread out by term, so that many others are multiplied with it quickly. */
class Scattered {
  readonly #vectors: readonly Vector[]
  readonly #weights: Float64Array
  #spread = -1

  constructor(vectors: readonly Vector[]) {
    this.#vectors = vectors
    this.#weights = new Float64Array(termCount(vectors))
  }

  /** The cosine of vector `unit` and `other`. */
  with(unit: number, other: Vector | undefined): number {
    if (unit !== this.#spread) {
      for (const term of this.#vectors[this.#spread]?.terms ?? []) this.#weights[term] = 0
      const { terms, weights } = this.#vectors[unit] ?? NOTHING
      for (let i = 0; i < terms.length; i++) this.#weights[terms[i] ?? 0] = weights[i] ?? 0
      this.#spread = unit
    }
    const { terms, weights } = other ?? NOTHING
    let sum = 0
    for (let i = 0; i < terms.length; i++) sum += (weights[i] ?? 0) * (this.#weights[terms[i] ?? 0] ?? 0)
    return Math.min(1, sum)
  }
}

const NOTHING: Vector = { terms: new Int32Array(), weights: new Float64Array() }

const between = (one: Vector | undefined, other: Vector | undefined): number =>
  one === undefined || other === undefined ? 0 : cosine(one, other)
