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
  const [left, right] = [one.slice().sort(), other.slice().sort()]
  let [i, j, shared] = [0, 0, 0]
  while (i < left.length && j < right.length) {
    const step = (left[i] ?? 0) - (right[j] ?? 0)
    if (step === 0) shared++
    if (step <= 0) i++
    if (step >= 0) j++
  }
  return (2 * shared) / (one.length + other.length)
}

/** The share of the pairs of neighbouring words of `part` that `whole` has as well: 0 to 1. */
export function containedIn({ pairs: part }: Unit, { pairs: whole }: Unit): number {
  if (part.length === 0) return 0
  const known = new Set(whole)
  let contained = 0
  for (const pair of part) if (known.has(pair)) contained++
  return contained / part.length
}
