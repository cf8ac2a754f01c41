import { foldSpelling } from './fold.ts'
import { PairNumbers } from './pair-numbers.ts'
import { isWord, segmentEnd } from './segment.ts'

/** Words that begin alike to this length count as one when clauses are sought: "establish", "established". */
const STEM_LENGTH = 7
const SMALL_NUMBER = /^\p{Nd}{1,3}\p{L}?$/v

/** Fewer words than these are no passage of their own. */
const PASSAGE_WORDS = 8
const SENTENCE_END = /^[.!?。！？؟]$/v
const ITEM_END = /^[;:；：؛]$/v
const LOWER_CASE = /^\p{Ll}/v
/** What stands for a sign in place of a stem. */
const [SIGN, SENTENCE, ITEM] = [-1, -2, -3]

const signOf = (sign: string): number => (SENTENCE_END.test(sign) ? SENTENCE : ITEM_END.test(sign) ? ITEM : SIGN)

/** A text's stems, and after how many of them each passage ends. */
export type Reading = Readonly<{ stems: Int32Array; ends: readonly number[] }>

/**
 * Numbers the stems and the pairs of neighbouring stems of both texts, so that likeness works on whole numbers.
 * One lexicon serves one comparison.
 */
export class Lexicon {
  readonly #stems = new Map<string, number>()
  readonly #seen = new Map<string, number>()
  readonly #pairs = new PairNumbers()

  /** The stems of `text` in reading order; signs and spaces left out. */
  stemsOf(text: string): Int32Array {
    return this.read(text).stems
  }

  /** The same, cut into passages: sentences and list items, the short ones joined to the next (AL16). */
  read(text: string): Reading {
    const stems: number[] = []
    const ends: number[] = []
    let end = SIGN
    for (let at = 0; at < text.length; ) {
      const next = segmentEnd(text, at)
      const word = next === at + 1 && text[at] === ' ' ? ' ' : text.slice(at, next)
      at = next
      if (word === ' ') continue
      let stem = this.#seen.get(word)
      if (stem === undefined) {
        stem = isWord(word) ? numbered(this.#stems, stemOf(word)) : signOf(word)
        this.#seen.set(word, stem)
      }
      if (stem === SENTENCE || stem === ITEM) end = stem
      if (stem < 0) continue
      const isEnd = end === ITEM || (end === SENTENCE && !LOWER_CASE.test(word))
      if (isEnd && stems.length - (ends.at(-1) ?? 0) >= PASSAGE_WORDS) ends.push(stems.length)
      end = SIGN
      stems.push(stem)
    }
    if (stems.length > 0) ends.push(stems.length)
    return { stems: Int32Array.from(stems), ends }
  }

  /** The neighbouring pairs of `stems`, in reading order. */
  pairsOf(stems: Int32Array): Int32Array {
    const pairs = new Int32Array(Math.max(0, stems.length - 1))
    for (let i = 0; i < pairs.length; i++)
      pairs[i] = this.#pairs.numberOf(stems[i] ?? 0, stems[i + 1] ?? 0)
    return pairs
  }
}

/**
 * References to articles are renumbered from text to text, so a small number stands for any other. A year or the number
 * of a directive does not.
 */
const stemOf = (word: string): string =>
  SMALL_NUMBER.test(word) ? '#' : foldSpelling(word).toLowerCase().slice(0, STEM_LENGTH)

function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}
