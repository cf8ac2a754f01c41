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
  const counts = new Map<number, number>()
  for (const stem of one) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  let shared = 0
  for (const stem of other) {
    const left = counts.get(stem) ?? 0
    if (left === 0) continue
    counts.set(stem, left - 1)
    shared++
  }
  return (2 * shared) / (one.length + other.length)
}

/** The share of the pairs of neighbouring words of `part` that `whole` has as well: 0 to 1. */
export function containedIn(part: Int32Array, whole: Int32Array, lexicon: Lexicon): number {
  if (part.length < 2) return 0
  const known = new Set(lexicon.pairsOf(whole))
  return lexicon.pairsOf(part).filter((pair) => known.has(pair)).length / (part.length - 1)
}
