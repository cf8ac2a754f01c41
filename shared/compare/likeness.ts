import type { Lexicon } from './lexicon.ts'
import { cosine, TermIndex, vectorsOf, type Vector } from './vectors.ts'

/** Candidates sought for each unit, on either side. */
const NEAREST = 8
/** A term in more units than this (or than half of few units) does not lead to candidates. */
const MAX_POSTINGS = 128

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

  /** Pairs of units that may be alike, each once, as `[base, revised]`: the nearest of every unit of either side. */
  candidates(): readonly (readonly [number, number])[] {
    const found = new Set<number>()
    const width = this.#revised.words.length
    collect(this.#base, this.#revised, (base, revised) => found.add(base * width + revised))
    collect(this.#revised, this.#base, (revised, base) => found.add(base * width + revised))
    return [...found].sort((one, other) => one - other).map((key) => [Math.floor(key / width), key % width] as const)
  }
}

const between = (one: Vector | undefined, other: Vector | undefined): number =>
  one === undefined || other === undefined ? 0 : cosine(one, other)

function collect(from: Side, to: Side, add: (unit: number, candidate: number) => void): void {
  for (const kind of ['words', 'pairs'] as const) {
    const index = new TermIndex(to[kind], Math.max(Math.min(MAX_POSTINGS, to[kind].length / 2), 16))
    for (const [unit, vector] of from[kind].entries())
      for (const candidate of index.nearest(vector, NEAREST)) add(unit, candidate)
  }
}
