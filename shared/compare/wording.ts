import { foldSpelling } from './fold.ts'
import { isSpace, segmentEnd } from './segment.ts'

/**
 * A clause's text as words and signs with the spaces between them: `gaps[i]` stands before `words[i]`, and one more
 * after the last; `starts[i]` is where `words[i]` begins. `ids[i]` names the word's folded spelling: two words with one id
 * differ in typography or hyphens only. `references`: the words that refer to a renumbered clause, with its name.
 */
export type Wording = Readonly<{
  text: string
  words: readonly string[]
  gaps: readonly string[]
  starts: readonly number[]
  ids: readonly number[]
  references?: ReadonlyMap<number, string>
}>

/** Gives each folded spelling a number, the same for all wordings read with it. */
export class Spellings {
  readonly #words = new Map<string, number>()
  readonly #spellings = new Map<string, number>()

  /** The number of a word's spelling. */
  ofWord(word: string): number {
    let id = this.#words.get(word)
    if (id === undefined) {
      id = this.of(foldSpelling(word))
      this.#words.set(word, id)
    }
    return id
  }

  /** The number of a spelling. */
  of(spelling: string): number {
    let id = this.#spellings.get(spelling)
    if (id === undefined) {
      id = this.#spellings.size
      this.#spellings.set(spelling, id)
    }
    return id
  }
}

export function wordingOf(text: string, spellings: Spellings): Wording {
  const words: string[] = []
  const ids: number[] = []
  const gaps: string[] = []
  const starts: number[] = []
  let gap = ''
  for (let at = 0; at < text.length; ) {
    const end = segmentEnd(text, at)
    const part = end === at + 1 && text[at] === ' ' ? ' ' : text.slice(at, end)
    if (part === ' ' || isSpace(part)) gap = gap === '' ? part : gap + part
    else {
      words.push(part)
      ids.push(spellings.ofWord(part))
      gaps.push(gap)
      starts.push(at)
      gap = ''
    }
    at = end
  }
  gaps.push(gap)
  return { text, words, gaps, starts, ids }
}

/** Words `from` up to `to` with the gaps before and between them, not the one after. */
export function textBetween(wording: Wording, from: number, to: number): string {
  const { text, words, gaps, starts } = wording
  if (from >= to) return ''
  return text.slice((starts[from] ?? 0) - (gaps[from]?.length ?? 0), (starts[to - 1] ?? 0) + (words[to - 1]?.length ?? 0))
}
