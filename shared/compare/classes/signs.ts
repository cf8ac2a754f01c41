import { foldTypography } from '../fold.ts'
import { isGuard } from '../guards.ts'
import { segment } from '../segment.ts'
import { bothSides, eitherSide, spoken, type Hunk } from './hunk.ts'
import { netOf } from './reader.ts'
import { excused, type Verdict } from './types.ts'

const UNSEEN = /[\s\p{Cf}\u00AD]+/gv
const BULLETS = /^(?:[\s•●◦▪■□○·\-‐‑‒–—−*>]|\uF0B7)+$/v
/** What parts words and shows nothing that is read aloud; a currency, a sign of degree or of reckoning is. */
const SILENT = /(?:(?!&|[%‰§@#])[\p{P}\s\p{Cf}`´¨])+/gv
const LETTERS_ALL_CAPITAL = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/sv

const unspaced = (text: string): string => text.normalize('NFC').replaceAll(UNSEEN, '')
const unsigned = (text: string): string => foldTypography(text.normalize('NFC')).replaceAll(SILENT, '')
const digitsIn = (text: string): string => (text.replaceAll(/(?<=\p{Nd})[\s\u00A0\u202F\u2009](?=\p{Nd}{3}(?!\p{Nd}))/gv, '').match(/\p{Nd}+/gv) ?? []).join(' ')
const guardsIn = (text: string): readonly string[] => segment(text.toLowerCase().replaceAll(/\bcan\s+not\b/gv, 'cannot').replaceAll(/[\-‐‑]/gv, ' ')).filter((part) => isGuard(part))

/** Whether numbers, negations and verbs of obligation are the same on both sides, with the words that they touch. */
function isSafe({ base, revised }: Hunk): boolean {
  const [before, after] = [touching(base.before, revised.before, 'end'), touching(base.after, revised.after, 'start')]
  const [was, is] = [before + base.words + after, before + revised.words + after]
  const { lost, gained } = netOf(guardsIn(was), guardsIn(is))
  return digitsIn(was) === digitsIn(is) && lost.length + gained.length === 0
}

/** The letters and signs beside a change, up to a space, as far as both sides have them. */
function touching(one: string, other: string, edge: 'start' | 'end'): string {
  const at = (text: string, i: number): string => (edge === 'start' ? text[i] : text[text.length - 1 - i]) ?? ' '
  let count = 0
  while (count < MAX_TOUCHING && at(one, count) === at(other, count) && !/\s/v.test(at(one, count))) count++
  return edge === 'start' ? one.slice(0, count) : one.slice(one.length - count)
}
const MAX_TOUCHING = 30

/**
 * Changes of signs alone (CC4, CC5): spaces and bullets are formatting, other signs and capitals editorial. Null where words
 * or numbers differ.
 */
export function bySigns(hunk: Hunk): Verdict | null {
  const { base, revised } = hunk
  if (clearlyDiffer(base.words, revised.words)) return null
  const words = spoken(hunk)
  if (unspaced(base.words) === unspaced(revised.words)) return isSafe(hunk) ? excused('spaces', words) : null
  if (bothSides(hunk, (side) => side.words.trim() === '' || BULLETS.test(side.words)) && bothSides(hunk, opensLine)) return excused('bullet', words)
  const [was, is] = [unsigned(base.words), unsigned(revised.words)]
  if (was === is) return isSafe(hunk) ? excused(foldTypography(unspaced(base.words)) === foldTypography(unspaced(revised.words)) ? 'typography' : /[\p{L}\p{N}]/v.test(was) ? 'spelling' : 'punctuation', words) : null
  if (was.toLowerCase() !== is.toLowerCase() || !isSafe(hunk)) return null
  return excused('capitals', words, eitherSide(hunk, inCapitals) ? 'formatting' : 'editorial')
}

/** Most changes begin with another word, or have words on one side alone: they need no closer look. */
function clearlyDiffer(was: string, is: string): boolean {
  const [one, other] = [FIRST_SPOKEN.exec(was)?.[0], FIRST_SPOKEN.exec(is)?.[0]]
  if (one === undefined || other === undefined) return one !== other
  return /^[a-z0-9]$/iv.test(one) && /^[a-z0-9]$/iv.test(other) && one.toLowerCase() !== other.toLowerCase()
}
const FIRST_SPOKEN = /[\p{L}\p{N}]/v

const opensLine = ({ before }: Hunk['base']): boolean => before === '' || /^\s*$|[\r\n]\s*$/v.test(before.length <= MARGIN ? before : `x${before.slice(-MARGIN)}`)
const MARGIN = 8

/** A heading set in capitals, or the part of it that is. */
const inCapitals = ({ words, before, after }: Hunk['base']): boolean =>
  LETTERS_ALL_CAPITAL.test(words) && (/\s/v.test(words.trim()) || LETTERS_ALL_CAPITAL.test(before + words + after))
