import { valuesIn } from './numbers.ts'
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
  const numbers = netOf(valuesIn(hunk.base.words), valuesIn(hunk.revised.words))
  for (const number of numbers.lost) add('struck', 'quantity', number)
  for (const number of numbers.gained) add('inserted', 'quantity', number)
  return ASPECTS.flatMap((aspect): SubstanceGround[] => {
    const [struck, inserted] = [found.struck.get(aspect), found.inserted.get(aspect)]
    return struck === undefined && inserted === undefined ? [] : [{ aspect, struck: listed(struck), inserted: listed(inserted) }]
  })
}

/** Few words name a ground; the change itself shows the rest. */
const MAX_WORDS = 4
const listed = (words: readonly string[] = []): string => [...new Set(words)].slice(0, MAX_WORDS).join(', ')

/** Two forms of a phrase ("undertake to", "undertakes to") are one. */
function weightyIn(text: string, reader: Reader): readonly Readonly<{ key: string; aspect: Aspect; words: string }>[] {
  const words = reader.words(text)
  return WEIGHTY.in(words).map(({ from, to, meaning }) => {
    const phrase = words.slice(from, to)
    const canon = reader.canon(phrase).join(' ')
    return { key: canon === '' ? phrase.join(' ') : canon, aspect: meaning, words: phrase.join(' ') }
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
