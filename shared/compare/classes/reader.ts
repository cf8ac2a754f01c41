import { foldTypography } from '../fold.ts'
import { wordsIn } from '../segment.ts'
import { DRAFTING, isLight } from './drafting.ts'
import { numberOf } from './numbers.ts'
import { spellingOf, stemOf } from './spelling.ts'

/** A hyphen with a space after it, as the end of a printed line leaves it; not "in- and outgoing". */
const PARTED = /(?<=[\p{L}\p{N}])-\s+(?=[\p{L}\p{N}])(?!(?:and|or|to|et|ou|y|o)\b)/gv

/**
 * Reads wording for the rules of one comparison, and remembers what it read. `english`: whether both texts are; only then
 * are words of one spelling, stem or meaning taken for the same.
 */
export class Reader {
  readonly english: boolean
  readonly #keys = new Map<string, string>()
  /** Words in lower case. */
  readonly #folded = new Map<string, string>()
  readonly #values = new Map<string, string | null>()
  readonly #spelled = new Map<string, string>()
  readonly #words = new Map<string, readonly string[]>()
  readonly #canons = new Map<string, readonly string[]>()

  constructor(english: boolean) {
    this.english = english
  }

  /** The words of `text` in lower case, typography folded; signs and spaces left out. */
  words(text: string): readonly string[] {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const words: string[] = []
    for (const part of wordsIn(text.includes('- ') ? text.replaceAll(PARTED, '-') : text)) {
      let word = this.#folded.get(part)
      if (word === undefined) {
        word = foldTypography(part).toLowerCase()
        this.#folded.set(part, word)
      }
      if (word !== '') words.push(word)
    }
    this.#words.set(text, words)
    return words
  }

  /** `canonOf`, joined by spaces and between two: a phrase is in it if it is, joined likewise. */
  spelledOf(text: string): string {
    let known = this.#spelled.get(text)
    if (known === undefined) {
      known = ` ${this.canonOf(text).join(' ')} `
      this.#spelled.set(text, known)
    }
    return known
  }

  /** The values of the numbers in `text`. */
  valuesOf(text: string): readonly string[] {
    return this.words(text).flatMap((word) => this.#valueOf(word) ?? [])
  }

  /** What `text` says: the keys of its words. */
  canonOf(text: string): readonly string[] {
    let known = this.#canons.get(text)
    if (known === undefined) {
      known = this.canon(this.words(text))
      this.#canons.set(text, known)
    }
    return known
  }

  /**
   * What `words` say, a key a word: numbers by value, and in English phrases of one meaning, spellings and forms of a word
   * as one, light words left out.
   */
  canon(words: readonly string[]): readonly string[] {
    const canon: string[] = []
    for (let at = 0; at < words.length; at++) {
      const phrase = this.english ? DRAFTING.at(words, at) : null
      if (phrase === null) this.#push(canon, words[at] ?? '')
      else {
        for (const word of phrase.meaning) this.#push(canon, word)
        at = phrase.to - 1
      }
    }
    return canon
  }

  #push(canon: string[], word: string): void {
    const key = this.#keyOf(word)
    if (key !== '') canon.push(key)
  }

  #valueOf(word: string): string | null {
    let value = this.#values.get(word)
    if (value === undefined) {
      value = numberOf(word)
      this.#values.set(word, value)
    }
    return value
  }

  #keyOf(word: string): string {
    let key = this.#keys.get(word)
    if (key === undefined) {
      key = this.#valueOf(word) ?? (this.english ? (isLight(word) ? '' : stemOf(spellingOf(word))) : word)
      this.#keys.set(word, key)
    }
    return key
  }
}

/** How often each of `keys` is in `one` beyond what `other` has, and the other way round. */
export function netOf(one: readonly string[], other: readonly string[]): Readonly<{ lost: readonly string[]; gained: readonly string[] }> {
  const counts = new Map<string, number>()
  for (const key of one) counts.set(key, (counts.get(key) ?? 0) + 1)
  const gained = other.filter((key) => {
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left <= 0
  })
  const lost = one.filter((key) => {
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left > 0
  })
  return { lost, gained }
}
