import { bothSides, spoken, type Hunk, type HunkSide } from './hunk.ts'
import type { Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'

/** What names each member of a kind at the head of a sentence: "Any amendment shall …", "An amendment shall …". */
const INDEFINITES: ReadonlySet<string> = new Set(['a', 'an', 'any', 'each', 'every'])

/** One of these for another at the head of a sentence: the rule is for each one as before (CC16). English alone. */
export function byIndefinite(hunk: Hunk, reader: Reader): Verdict | null {
  if (!reader.english || !bothSides(hunk, isIndefinite) || !bothSides(hunk, opensSentence)) return null
  return excused('grammar', spoken(hunk))
}

const isIndefinite = ({ words }: HunkSide): boolean => INDEFINITES.has(words.trim().toLowerCase())

const opensSentence = ({ before }: HunkSide): boolean => before.trim() === '' || /[.:;]\s+$/v.test(before.slice(-MARGIN))
const MARGIN = 8

/** Nouns for things of any kind, by which a list is announced. */
const KINDS = /^\s*(?:acts|bodies|cases|categories|circumstances|classes|conditions|definitions|details|documents|elements|entities|expressions|factors|groups|information|items|kinds|matters|measures|methods|particulars|persons|points|principles|provisions|purposes|requirements|rules|steps|terms|things|types|words)?\s*$/iv

/** "The following [classes] are prohibited:": what the list holds the list shows (CC16). English alone. */
export function byAnnounced(hunk: Hunk, reader: Reader): Verdict | null {
  const { struck, inserted } = spoken(hunk)
  if (!reader.english || struck === inserted || !bothSides(hunk, ({ words, before, after }) => KINDS.test(words) && /\bthe following\s*$/iv.test(before.slice(-ANNOUNCED)) && /:\s*$/v.test(after.slice(-MARGIN)))) return null
  return excused('grammar', spoken(hunk))
}
const ANNOUNCED = 20
