import type { Unit } from './frame.ts'
import { nearestSteps } from './nearest.ts'
import { finish, part, type Steps } from './steps.ts'
import { Cosines, vectorsOf, type Vectors } from './vectors.ts'

/** Candidates sought for each unit, on either side. */
const NEAREST = 6
/** A term in more units than this does not lead to candidates; in a small text, one in more than half of them. */
const MAX_POSTINGS = 48
const MIN_POSTINGS = 16
/** Candidates between two steps. */
const STEP = 1024

type Units = readonly Unit[]
type Sides<View> = Readonly<{ base: View; revised: View }>

/** How alike the units of two sides are, by their words and by the pairs of neighbouring words. */
export class Likeness {
  readonly #units: Sides<Units>
  readonly #words: Sides<Vectors>
  readonly #pairs: Sides<Vectors>
  readonly #ofWords: Cosines
  readonly #ofPairs: Cosines

  constructor(base: Units, revised: Units) {
    this.#units = { base, revised }
    this.#words = vectorsOf(base.map(({ stems }) => stems), revised.map(({ stems }) => stems))
    this.#pairs = vectorsOf(base.map(({ pairs }) => pairs), revised.map(({ pairs }) => pairs))
    this.#ofWords = new Cosines(this.#words.base, this.#words.revised)
    this.#ofPairs = new Cosines(this.#pairs.base, this.#pairs.revised)
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

  /** Pairs of units that may be alike, each once, and how alike they are: the nearest of every unit of either side. */
  candidates(): readonly (readonly [base: number, revised: number, alike: number])[] {
    return finish(this.candidateSteps())
  }

  /** `candidates` in steps. */
  *candidateSteps(): Steps<readonly (readonly [base: number, revised: number, alike: number])[]> {
    const maxPostings = Math.max(Math.min(MAX_POSTINGS, this.#units.revised.length / 2), MIN_POSTINGS)
    const nearest = yield* part(nearestSteps([this.#words.base, this.#pairs.base], [this.#words.revised, this.#pairs.revised], { count: NEAREST, maxPostings }), 0, 0.7)
    const found: (readonly [number, number, number])[] = []
    for (const [base, revised] of nearest) {
      if (found.length % STEP === 0) yield 0.7 + (0.3 * found.length) / nearest.length
      found.push([base, revised, this.of(base, revised)])
    }
    return found
  }
}
