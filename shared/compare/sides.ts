import type { Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

/** The printed numbers of clauses, by index, for trusting numbers as far as the surer pairs show that one may. */
export type Numbers = Readonly<{ base: readonly string[]; revised: readonly string[] }>

/** Both sides of a comparison as alignment sees them. */
export type Sides = Readonly<{ base: Frame; revised: Frame; lexicon: Lexicon; numbers: Numbers }>

/**
 * Two divisions that are alike, though one of them has no partner: indexes, and the share of either one's wording (by
 * pairs of neighbouring words) that the other has.
 */
export type Link = Readonly<{ base: number; revised: number; shares: readonly [number, number] }>
