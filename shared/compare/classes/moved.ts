import { spoken, type Hunk } from './hunk.ts'
import { netOf, type Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'
import { WEIGHTY } from './weighty.ts'

/** From so many words on a stretch found again in the same clause has moved there; from fewer on within one part of a sentence. */
const MOVED_WORDS = 4
const MOVED_WITHIN = 2
/** The number of an item before or behind it: "4) …", "…. 5)". It does not move with the item. */
const ITEM_LABEL = /^\s*[\(\[]?\p{N}{1,2}[\)\]]\s+|(?<=[.;:])\s+[\(\[]?\p{N}{1,2}[\)\]]\s*$/gv

const MODALS: ReadonlySet<string> = new Set(['shall', 'may', 'must', 'should', 'can', 'will'])

/**
 * Struck at one place of a clause and inserted at another (CC9): a stretch of words, an item of a list, or a modal verb that
 * stands before or after the words put in between. `others`: the other changes of the clause.
 */
export function byMove(hunk: Hunk, others: readonly Hunk[], reader: Reader): Verdict | null {
  if (others.length === 0) return null
  const { lost, gained } = netOf(reader.canonOf(unnumbered(hunk.base.words)), reader.canonOf(unnumbered(hunk.revised.words)))
  if (lost.length > 0 === gained.length > 0) return null
  const [keys, side, other] = lost.length > 0 ? [lost, 'base', 'revised'] as const : [gained, 'revised', 'base'] as const
  const sought = ` ${keys.join(' ')} `
  const isElsewhere = (one: Hunk): boolean => reader.spelledOf(one[other].words).includes(sought)
  const isMoved = (): boolean => {
    if (keys.length >= MOVED_WORDS) return others.some(isElsewhere)
    const modal = keys.length === 1 && modalsIn(hunk[side].words).length === 1 ? hunk[side].words.trim().toLowerCase() : ''
    if (MODALS.has(modal)) return others.some((one) => String(modalsIn(one[other].words)) === modal && modalsIn(one[side].words).length === 0 && isOneSentence(hunk, one, side))
    if (keys.length >= MOVED_WITHIN && others.some((one) => isElsewhere(one) && isOnePart(hunk, one, side)) && WEIGHTY.in(reader.words(hunk[side].words)).length === 0) return true
    return LISTING.test(hunk[side].words) && others.some(isElsewhere) && isItem(hunk[side].words, reader)
  }
  return isMoved() ? excused('moved', spoken(hunk)) : null
}

/** "Such measures as may be necessary" allows nothing. */
const modalsIn = (text: string): readonly string[] => (text.toLowerCase().replaceAll(/\bas may be\b/gv, '').match(/\p{L}+/gv) ?? []).filter((word) => MODALS.has(word))
const LISTING = /[;,；、،]/v
/** An item of a list parted by semicolons or commas, with no weighty word in it. */
const isItem = (text: string, reader: Reader): boolean => LISTING.test(text) && WEIGHTY.in(reader.words(text)).length === 0 && !/^[\s\p{N}\p{P}]*$/v.test(text)

const unnumbered = (text: string): string => text.replaceAll(ITEM_LABEL, ' ')

/** Whether neither a stop nor "and" or "or" stands between two places of a clause: words moved past one may belong to another thing. */
function isOnePart(one: Hunk, other: Hunk, side: 'base' | 'revised'): boolean {
  return !/[.,;:!?]\s|\b(?:and|or|nor|but)\b/iv.test(betweenOf(one, other, side))
}

/** Whether neither a sentence's end nor another modal verb stands between two places of a clause. */
function isOneSentence(one: Hunk, other: Hunk, side: 'base' | 'revised'): boolean {
  return !/[.;:!?]\s|\b(?:shall|may|must|should|can|will|not)\b/iv.test(betweenOf(one, other, side))
}

/** The words between two places of a clause. */
function betweenOf(one: Hunk, other: Hunk, side: 'base' | 'revised'): string {
  const [from, to] = [one[side].before.length, other[side].before.length]
  const text = one[side].before + one[side].words + one[side].after
  return from < to ? text.slice(from + one[side].words.length, to) : text.slice(to, from)
}
