import { spoken, type Hunk } from './hunk.ts'
import { netOf, type Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'
import { WEIGHTY } from './weighty.ts'

/** From so many words on a stretch found again in the same clause has moved there. */
const MOVED_WORDS = 4

const MODALS: ReadonlySet<string> = new Set(['shall', 'may', 'must', 'should', 'can', 'will'])

/**
 * Struck at one place of a clause and inserted at another (CC9): a stretch of words, an item of a list, or a modal verb that
 * stands before or after the words put in between. `others`: the other changes of the clause.
 */
export function byMove(hunk: Hunk, others: readonly Hunk[], reader: Reader): Verdict | null {
  if (others.length === 0) return null
  const { lost, gained } = netOf(reader.canonOf(hunk.base.words), reader.canonOf(hunk.revised.words))
  if (lost.length > 0 === gained.length > 0) return null
  const [keys, side, other] = lost.length > 0 ? [lost, 'base', 'revised'] as const : [gained, 'revised', 'base'] as const
  const sought = ` ${keys.join(' ')} `
  const isElsewhere = (one: Hunk): boolean => reader.spelledOf(one[other].words).includes(sought)
  const isMoved = (): boolean => {
    if (keys.length >= MOVED_WORDS) return others.some(isElsewhere)
    const modal = keys.length === 1 && modalsIn(hunk[side].words).length === 1 ? hunk[side].words.trim().toLowerCase() : ''
    if (MODALS.has(modal)) return others.some((one) => String(modalsIn(one[other].words)) === modal && modalsIn(one[side].words).length === 0 && isOneSentence(hunk, one, side))
    return LISTING.test(hunk[side].words) && others.some(isElsewhere) && isItem(hunk[side].words, reader)
  }
  return isMoved() ? excused('moved', spoken(hunk)) : null
}

const modalsIn = (text: string): readonly string[] => (text.toLowerCase().match(/\p{L}+/gv) ?? []).filter((word) => MODALS.has(word))
const LISTING = /[;,；、،]/v
/** An item of a list parted by semicolons or commas, with no weighty word in it. */
const isItem = (text: string, reader: Reader): boolean => LISTING.test(text) && WEIGHTY.in(reader.words(text)).length === 0 && !/^[\s\p{N}\p{P}]*$/v.test(text)

/** Whether neither a sentence's end nor another modal verb stands between two places of a clause. */
function isOneSentence(one: Hunk, other: Hunk, side: 'base' | 'revised'): boolean {
  const [from, to] = [one[side].before.length, other[side].before.length]
  const text = one[side].before + one[side].words + one[side].after
  const between = from < to ? text.slice(from + one[side].words.length, to) : text.slice(to, from)
  return !/[.;:!?]\s|\b(?:shall|may|must|should|can|will|not)\b/iv.test(between)
}
