import { isWord, segment } from '../segment.ts'

/** A phrase found: words `from` up to `to` of the list searched, and what it stands for. */
export type Found<Meaning> = Readonly<{ from: number; to: number; meaning: Meaning }>

type Entry<Meaning> = Readonly<{ words: readonly string[]; meaning: Meaning }>

/** Phrases of one word or several, each with a meaning; of those that fit at a place the longest is found. */
export class Phrases<Meaning> {
  readonly #byFirst = new Map<string, Entry<Meaning>[]>()

  /** `entries`: phrases in lower case, parted by `|` within one string. */
  constructor(entries: readonly (readonly [phrases: string, meaning: Meaning])[]) {
    for (const [phrases, meaning] of entries)
      for (const phrase of phrases.split('|')) {
        const words = segment(phrase.trim()).filter((part) => isWord(part))
        const [first] = words
        if (first === undefined) continue
        const held = this.#byFirst.get(first)
        if (held === undefined) this.#byFirst.set(first, [{ words, meaning }])
        else held.push({ words, meaning })
      }
    for (const held of this.#byFirst.values()) held.sort((one, other) => other.words.length - one.words.length)
  }

  /** The longest phrase that begins at `at` of `words`, or null. */
  at(words: readonly string[], at: number): Found<Meaning> | null {
    const held = this.#byFirst.get(words[at] ?? '')
    const entry = held?.find(({ words: wanted }) => wanted.every((word, i) => words[at + i] === word))
    return entry === undefined ? null : { from: at, to: at + entry.words.length, meaning: entry.meaning }
  }

  /** All phrases in `words`, from left to right, none over another. */
  in(words: readonly string[]): readonly Found<Meaning>[] {
    const found: Found<Meaning>[] = []
    for (let at = 0; at < words.length; at++) {
      const next = this.at(words, at)
      if (next === null) continue
      found.push(next)
      at = next.to - 1
    }
    return found
  }
}
