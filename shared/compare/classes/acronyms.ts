import { bothSides, spoken, type Hunk } from './hunk.ts'
import { excused, type Verdict } from './types.ts'

const ACRONYM = /^[\s\(\[]*(?:the\s+)?(?<letters>\p{Lu}{2,8}s?)[\s\)\],]*$/v
/** Letters before an abbreviation in which the words that it stands for must be. */
const REACH = 120
const SMALL = /^(?:of|the|and|for|on|in|to|de|la|le|du|des|et|del|y)$/v

/** An abbreviation in place of the words that it stands for, or in brackets behind them (CC8). */
export function byAcronym(hunk: Hunk): Verdict | null {
  const [was, is] = [ACRONYM.exec(hunk.base.words)?.groups?.['letters'], ACRONYM.exec(hunk.revised.words)?.groups?.['letters']]
  if (was === undefined && is === undefined) return null
  const { struck, inserted } = spoken(hunk)
  if (was !== undefined && is === undefined && initialsOf(inserted).includes(was)) return excused('synonym', spoken(hunk))
  if (is !== undefined && was === undefined && initialsOf(struck).includes(is)) return excused('synonym', spoken(hunk))
  const [letters, bracketed] = struck === '' ? [is, inserted] : inserted === '' ? [was, struck] : [undefined, '']
  if (letters === undefined || !/^[\(\[].*[\)\]]$/v.test(bracketed)) return null
  return bothSides(hunk, ({ before }) => initialsOf(before.slice(-REACH)).some((initials) => initials.endsWith(letters))) ? excused('gloss', spoken(hunk)) : null
}

/** The initials of words, with and without the small ones among them. */
function initialsOf(text: string): readonly string[] {
  const words = text.split(/[\s\-]+/v).filter((word) => /^\p{L}/v.test(word)).slice(-12)
  const initials = (list: readonly string[]): string => list.map((word) => word.slice(0, 1).toUpperCase()).join('')
  return [initials(words), initials(words.filter((word) => !SMALL.test(word.toLowerCase())))]
}
