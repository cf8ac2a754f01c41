import { isDivision, labelsOf, parentsOf, type Clause, type Label } from '#shared/clauses/index.ts'
import { foldSpelling, isSpace, isWord, referencesIn, segment } from '#shared/compare/index.ts'
import type { Instrument } from './types.ts'

/** What stands for the number of an article or paragraph that is referred to: it changes from text to text (PV2). */
const REFERENCE = '#'

/** Numbers the words of all texts that are read with it, case and hyphens folded. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #seen = new Map<string, number>()

  idOf(word: string): number {
    const seen = this.#seen.get(word)
    if (seen !== undefined) return seen
    const folded = foldSpelling(word).toLowerCase()
    const id = this.#ids.get(folded) ?? this.#ids.size
    this.#ids.set(folded, id)
    this.#seen.set(word, id)
    return id
  }
}

/** All words of an instrument in reading order. Words of clause `i` are `wordsFrom[i]` to `wordsFrom[i + 1]`; `starts` and `ends` are places in its text. */
export type Reading = Readonly<{
  clauses: readonly Clause[]
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
  wordsFrom: Int32Array
  /** For each clause the index of the article that it belongs to, or of the nearest division; -1 outside all. */
  home: Int32Array
  labels: ReadonlyMap<string, Label>
}>

/** Reads `instrument` with the words numbered by `vocabulary`. Linear in its length. */
export function read({ text, held }: Instrument, vocabulary: Vocabulary): Reading {
  const { clauses, settings } = text
  const [ids, starts, ends, wordsFrom]: [number[], number[], number[], number[]] = [[], [], [], [0]]
  const reference = vocabulary.idOf(REFERENCE)
  for (const clause of clauses) {
    const segments = segment(clause.text)
    const unspaced = segments.filter((part) => !isSpace(part))
    const numbers = new Set(referencesIn(unspaced).map(({ at }) => at))
    let [at, index] = [0, 0]
    for (const part of segments) {
      if (isWord(part)) {
        ids.push(numbers.has(index) ? reference : vocabulary.idOf(part))
        starts.push(at)
        ends.push(at + part.length)
      }
      at += part.length
      if (!isSpace(part)) index++
    }
    wordsFrom.push(ids.length)
  }
  return {
    clauses,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    wordsFrom: Int32Array.from(wordsFrom),
    home: homesOf(clauses),
    labels: labelsOf(clauses, settings, held),
  }
}

function homesOf(clauses: readonly Clause[]): Int32Array {
  const parents = parentsOf(clauses)
  const home = new Int32Array(clauses.length).fill(-1)
  for (const [i, { kind }] of clauses.entries()) home[i] = isDivision(kind) ? i : (home[parents[i] ?? -1] ?? -1)
  return home
}

/** The words of `text`, numbered. */
export const wordIds = (text: string, vocabulary: Vocabulary): readonly number[] => segment(text).filter(isWord).map((word) => vocabulary.idOf(word))
