import type { Cosmetic } from './types.ts'

const QUOTES = /[“”„‟«»″＂]/gv
const APOSTROPHES = /[‘’‚‛ʼ′]/gv
const DASHES = /[‐‑‒–—―−]/gv
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gv
const INNER_HYPHEN = /(?<=[\p{L}\p{M}])-(?=\p{L})/gv
const PLAIN = /^[\p{ASCII}--\-]*$/v

/** `word` with one form for each kind of quotation mark, apostrophe and dash, and without signs that show nothing. */
export function foldTypography(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .normalize('NFC')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(INVISIBLE, '')
}

/** `word` as `foldTypography` gives it, without the hyphens between its letters. */
export const foldSpelling = (word: string): string =>
  PLAIN.test(word) ? word : foldTypography(word).replace(INNER_HYPHEN, '')

/** How two words that fold to the same spelling differ; null when they are the same to the letter. */
export function cosmeticOf(base: string, revised: string): Cosmetic | null {
  if (base === revised) return null
  return foldTypography(base) === foldTypography(revised) ? 'typography' : 'spelling'
}
