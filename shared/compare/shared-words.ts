import type { Unit } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

/** Quotation marks of all makes open a defined term at the head of a definition. */
const DEFINED = /^\s*["“”«„‘'「](?<term>[^"“”«»„‘’'」]{1,80})["“”»‘’'」]/v

/** The stems of the term that `text` opens with in quotation marks, or null: a definition's heading, so to speak. */
export function termOf(text: string, lexicon: Lexicon): Int32Array | null {
  const term = DEFINED.exec(text)?.groups?.['term']
  return term === undefined ? null : lexicon.stemsOf(term)
}

/** The words that two units share, counted as often as both have them, of all their words: 0 to 1 (Dice 1945). */
export function sharedWords(one: Int32Array, other: Int32Array): number {
  if (one.length + other.length === 0) return 1
  return (2 * commonWords(one, other)) / (one.length + other.length)
}

/** How often each word stands in what is being counted; all 0 between two calls, so that nothing is allocated for one. */
let times = new Int32Array(1024)

/** How many words two units have in common, each as often as both have it. */
export function commonWords(one: Int32Array, other: Int32Array): number {
  for (let i = 0; i < one.length; i++) {
    const stem = one[i] ?? 0
    if (stem >= times.length) times = grown(times, stem)
    times[stem] = (times[stem] ?? 0) + 1
  }
  let common = 0
  for (let i = 0; i < other.length; i++) {
    const stem = other[i] ?? 0
    const left = times[stem] ?? 0
    if (left === 0) continue
    times[stem] = left - 1
    common++
  }
  for (let i = 0; i < one.length; i++) times[one[i] ?? 0] = 0
  return common
}

function grown(counts: Int32Array, stem: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * (stem + 1))
  more.set(counts)
  return more
}

/** The share of the pairs of neighbouring words of `part` that `whole` has as well: 0 to 1. */
export function containedIn({ pairs: part }: Unit, { pairs: whole }: Unit): number {
  if (part.length === 0) return 0
  const known = new Set(whole)
  let contained = 0
  for (const pair of part) if (known.has(pair)) contained++
  return contained / part.length
}
