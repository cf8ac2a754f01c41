import { foldTypography } from '../fold.ts'
import { isWord, segment } from '../segment.ts'
import { DRAFTING, isLight } from './drafting.ts'
import { valueOf } from './numbers.ts'
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
  readonly #vocabularies = new Map<string, ReadonlySet<string>>()

  constructor(english: boolean) {
    this.english = english
  }

  /** The words of `text` in lower case, typography folded; signs and spaces left out. */
  words(text: string): readonly string[] {
    return segment(text.replaceAll(PARTED, '-')).flatMap((part) => (isWord(part) ? [foldTypography(part).toLowerCase()] : []))
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

  /** The keys of all that `text` says. */
  vocabularyOf(text: string): ReadonlySet<string> {
    let known = this.#vocabularies.get(text)
    if (known === undefined) {
      known = new Set(this.canon(this.words(text)))
      this.#vocabularies.set(text, known)
    }
    return known
  }

  #push(canon: string[], word: string): void {
    const key = this.#keyOf(word)
    if (key !== '') canon.push(key)
  }

  #keyOf(word: string): string {
    let key = this.#keys.get(word)
    if (key === undefined) {
      key = valueOf(word) ?? (this.english ? (isLight(word) ? '' : stemOf(spellingOf(word))) : word)
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
