import type { Unit } from './frame.ts'
import { nearestSteps, type Pairs } from './nearest.ts'
import { finish, part, type Steps } from './steps.ts'
import { Cosines, vectorSteps, type Vectors } from './vectors.ts'

/** Candidates sought for each unit, on either side. */
const NEAREST = 6
/** A term in more units than this does not lead to candidates; in a small text, one in more than half of them. */
const MAX_POSTINGS = 48
const MIN_POSTINGS = 16
/** Candidates between two steps. */
const STEP = 1024

type Units = readonly Unit[]
type Sides<View> = Readonly<{ base: View; revised: View }>

/** Pairs of units, and how alike each is. */
export type Candidates = Pairs & Readonly<{ alike: Float64Array }>

/** How alike the units of two sides are, by their words and by the pairs of neighbouring words. */
export const likenessOf = (base: Units, revised: Units): Likeness => finish(likenessSteps(base, revised))

/** `likenessOf` in steps. */
export function* likenessSteps(base: Units, revised: Units): Steps<Likeness> {
  const words = yield* part(vectorSteps(base.map(({ stems }) => stems), revised.map(({ stems }) => stems)), 0, 0.4)
  yield 0.4
  const pairs = yield* part(vectorSteps(base.map(({ pairs: own }) => own), revised.map(({ pairs: own }) => own)), 0.4, 1)
  yield 1
  return new Likeness({ base, revised }, words, pairs)
}

export class Likeness {
  readonly #units: Sides<Units>
  readonly #words: Sides<Vectors>
  readonly #pairs: Sides<Vectors>
  readonly #ofWords: Cosines
  readonly #ofPairs: Cosines

  constructor(units: Sides<Units>, words: Sides<Vectors>, pairs: Sides<Vectors>) {
    this.#units = units
    this.#words = words
    this.#pairs = pairs
    this.#ofWords = new Cosines(words.base, words.revised)
    this.#ofPairs = new Cosines(pairs.base, pairs.revised)
  }

  /** 0 to 1: the words' likeness and, for a good half, whether they also follow one another alike. */
  of(base: number, revised: number): number {
    const words = this.#ofWords.of(base, revised)
    return words === 0 ? 0 : 0.55 * words + 0.45 * Math.sqrt(words * this.#ofPairs.of(base, revised))
  }

  /** Whether both units have words at all. */
  bothSpeak(base: number, revised: number): boolean {
    return (this.#units.base[base]?.stems.length ?? 0) > 0 && (this.#units.revised[revised]?.stems.length ?? 0) > 0
  }

  /** Pairs of units that may be alike, each once, in order: the nearest of every unit of either side. */
  candidates(): Candidates {
    return finish(this.candidateSteps())
  }

  /** `candidates` in steps. */
  *candidateSteps(): Steps<Candidates> {
    const maxPostings = Math.max(Math.min(MAX_POSTINGS, this.#units.revised.length / 2), MIN_POSTINGS)
    const pairs = yield* part(nearestSteps([this.#words.base, this.#pairs.base], [this.#words.revised, this.#pairs.revised], { count: NEAREST, maxPostings }), 0, 0.7)
    const alike = new Float64Array(pairs.base.length)
    for (let i = 0; i < alike.length; i++) {
      if (i % STEP === 0) yield 0.7 + (0.3 * i) / alike.length
      alike[i] = this.of(pairs.base[i] ?? 0, pairs.revised[i] ?? 0)
    }
    return { ...pairs, alike }
  }
}
