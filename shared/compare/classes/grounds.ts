import { isWord, segment } from '../segment.ts'
import { spoken, type Hunk } from './hunk.ts'
import { netOf, type Reader } from './reader.ts'
import { ASPECTS, type Aspect, type Ground } from './types.ts'
import { WEIGHTY } from './weighty.ts'

type SubstanceGround = Ground & { aspect: Aspect }

/**
 * The words of a change on which substance hangs, by aspect (CC3): weighty phrases and numbers that one side has more often
 * than the other. Empty where both have the same.
 */
export function groundsOf(hunk: Hunk, reader: Reader): readonly SubstanceGround[] {
  const found = { struck: new Map<Aspect, string[]>(), inserted: new Map<Aspect, string[]>() }
  const add = (side: 'struck' | 'inserted', aspect: Aspect, words: string): void => {
    const held = found[side].get(aspect)
    if (held === undefined) found[side].set(aspect, [words])
    else held.push(words)
  }
  const [was, is] = [weightyIn(hunk.base.words, reader), weightyIn(hunk.revised.words, reader)]
  const phrases = netOf(was.map(({ key }) => key), is.map(({ key }) => key))
  for (const { key, aspect, words } of was) if (phrases.lost.includes(key)) add('struck', aspect, words)
  for (const { key, aspect, words } of is) if (phrases.gained.includes(key)) add('inserted', aspect, words)
  const numbers = netOf(reader.valuesOf(hunk.base.words), reader.valuesOf(hunk.revised.words))
  for (const number of numbers.lost) add('struck', 'quantity', number)
  for (const number of numbers.gained) add('inserted', 'quantity', number)
  return ASPECTS.flatMap((aspect): SubstanceGround[] => {
    const [struck, inserted] = [found.struck.get(aspect), found.inserted.get(aspect)]
    return struck === undefined && inserted === undefined ? [] : [{ aspect, struck: listed(struck), inserted: listed(inserted) }]
  })
}

/** The weighty words of a clause that came or went, by aspect: the first few of each. */
export function groundsOfWhole(text: string, side: 'base' | 'revised'): readonly SubstanceGround[] {
  const found = new Map<Aspect, string[]>()
  const words = quickWords(text)
  for (const { from, to, meaning } of WEIGHTY.in(words)) {
    const held = found.get(meaning)
    if (held === undefined) found.set(meaning, [words.slice(from, to).join(' ')])
    else if (held.length < MAX_WORDS) held.push(words.slice(from, to).join(' '))
  }
  return ASPECTS.flatMap((aspect): SubstanceGround[] => {
    const names = listed(found.get(aspect))
    return names === '' ? [] : [{ aspect, struck: side === 'base' ? names : '', inserted: side === 'base' ? '' : names }]
  })
}

/** Words as far as the search for weighty ones needs them: much quicker for Latin script. */
const quickWords = (text: string): readonly string[] =>
  LATIN.test(text) ? text.toLowerCase().split(/[^a-zà-ÿ0-9\-']+/v) : segment(text.toLowerCase()).filter((part) => isWord(part))
const LATIN = /^[\s\x20-\u024F\u2000-\u20CF]*$/v

/** Few words name a ground; the change itself shows the rest. */
const MAX_WORDS = 4
const listed = (words: readonly string[] = []): string => [...new Set(words)].slice(0, MAX_WORDS).join(', ')

/** Two forms of a phrase ("undertake to", "undertakes to") are one. */
function weightyIn(text: string, reader: Reader): readonly Readonly<{ key: string; aspect: Aspect; words: string }>[] {
  const words = reader.words(text)
  return WEIGHTY.in(words).map(({ from, to, meaning }) => {
    const phrase = words.slice(from, to).join(' ')
    const key = reader.spelledOf(phrase).trim()
    return { key: key === '' ? phrase : key, aspect: meaning, words: phrase }
  })
}

/** The aspect of a change that no weighty word explains, from what it looks like. */
export function plainGround(hunk: Hunk, isDefinition: boolean): SubstanceGround {
  const words = spoken(hunk)
  if (isDefinition || (isTerm(words.struck) && isTerm(words.inserted))) return { aspect: 'definition', ...words }
  return { aspect: words.struck !== '' && words.inserted !== '' ? 'scope' : /[.;。；]/v.test(words.struck + words.inserted) ? 'other' : 'scope', ...words }
}

/** Words all in capitals' form, as the names of terms, bodies and instruments are. */
const isTerm = (text: string): boolean => /^(?:\p{Lu}[\p{L}\-]+\s?){2,}$/v.test(text)
