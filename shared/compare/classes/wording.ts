import { phraseAfter, phraseBefore } from './beside.ts'
import { bothSides, spoken, type Hunk } from './hunk.ts'
import { isMisprintOf, spellingOf, stemOf } from './spelling.ts'
import { netOf, type Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'

/** Whether a word stands anywhere in either text more than once. */
export type IsKnown = (word: string) => boolean

/** Words beside a change that a phrase may reach into it from: "the [State] Party". */
const BESIDE = 3

/**
 * The same said in another spelling, another form of a word, a synonym of drafting, or with other light words (CC8). English
 * alone, but for numbers. Null where the sides say different things.
 */
export function bySameWording({ base, revised }: Hunk, reader: Reader): Verdict | null {
  const words = spoken({ base, revised })
  const [was, is] = [reader.words(base.words), reader.words(revised.words)]
  const [said, says] = [reader.canonOf(base.words), reader.canonOf(revised.words)]
  if (String(said) === String(says)) return excused(sameSpelling(was, is) ? 'spelling' : said.length === 0 || isInflected(was, is) ? 'grammar' : 'synonym', words)
  if (!reader.english || said.length + says.length > MAX_REACHED) return null
  const [before, after] = [reader.words(phraseBefore(base)).slice(-BESIDE), reader.words(phraseAfter(base)).slice(0, BESIDE)]
  return String(reader.canon([...before, ...was, ...after])) === String(reader.canon([...before, ...is, ...after])) ? excused('synonym', words) : null
}
const MAX_REACHED = 6

/** "or" that came or went at the end of an item: the last of the list is another one. */
export const isEndOfItem = (hunk: Hunk, reader: Reader): boolean => {
  const keys = [...reader.canonOf(hunk.base.words), ...reader.canonOf(hunk.revised.words)]
  return keys.length === 1 && (keys[0] === 'or' || keys[0] === 'and') && bothSides(hunk, ({ after }) => after.trim() === '')
}

/**
 * Another order of the same words, "and" at another place of a list, a misprint (CC8). Only for changes that touch no weighty
 * word. Null where the sides say different things.
 */
export function byOtherWording(hunk: Hunk, reader: Reader, isKnown: IsKnown): Verdict | null {
  const words = spoken(hunk)
  const { lost, gained } = netOf(reader.canonOf(hunk.base.words), reader.canonOf(hunk.revised.words))
  if (lost.length + gained.length === 0) return excused('order', words)
  if (isListing(hunk, lost, gained)) return excused('grammar', words)
  if (!reader.english || lost.length !== gained.length || lost.length > MAX_MISPRINTS) return null
  const isMisprint = lost.every((word, i) => {
    const other = gained[i] ?? ''
    return isMisprintOf(word, other) && (!isKnown(word) || !isKnown(other))
  })
  return isMisprint ? excused('spelling', words) : null
}
const MAX_MISPRINTS = 3

const sameSpelling = (was: readonly string[], is: readonly string[]): boolean => was.map((word) => spellingOf(word)).join('') === is.map((word) => spellingOf(word)).join('')

const isInflected = (was: readonly string[], is: readonly string[]): boolean => (was.length === is.length && was.every((word, i) => word.slice(0, 3) === is[i]?.slice(0, 3))) || was.length + is.length <= 2

const NAMELY = stemOf('namely')

/** "and" that came or went with a sign beside it: the last of a list is another one. "Namely" for a colon. */
function isListing(hunk: Hunk, lost: readonly string[], gained: readonly string[]): boolean {
  if (lost.length + gained.length === 1 && [...lost, ...gained][0] === NAMELY) return /[:\(,]\s*$/v.test((lost.length > 0 ? hunk.revised : hunk.base).words)
  if ([...lost, ...gained].some((key) => key !== 'and')) return false
  return lost.length + gained.length === 1 && (/[,;]/v.test(hunk.base.words + hunk.revised.words) || bothSides(hunk, ({ before, after }) => /[,;:]\s*$/v.test(before) || after.trim() === ''))
}
