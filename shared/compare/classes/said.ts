import { spoken, type Hunk } from './hunk.ts'
import { phraseAfter, phraseBefore } from './beside.ts'
import { netOf, type Reader } from './reader.ts'
import { excused, type Verdict } from './types.ts'
import { WEIGHTY } from './weighty.ts'

/** What a clause says apart from one change: `own` its words on that side, `leadIn` those that lead into it. */
export type Told = Readonly<{ own: string; leadIn: string }>

/** So many words on end in what leads into a clause are said there, whatever they are. */
const VERBATIM_WORDS = 6

/** Weighty words that may be said again: what became of a thing, and what opens or ends a list of things. */
const REPEATABLE: ReadonlySet<string> = new Set(['prohibited', 'permitted', 'required', 'obligations', 'obligation', 'other', 'others', 'such as', 'e.g', 'including', 'includes', 'include'])
/** Of those, the ones that end a sentence whose beginning says the same of all its items. */
const PREDICATES: ReadonlySet<string> = new Set(['prohibited', 'permitted', 'required'])

const COORDINATE = /^\s*(?:,\s*)?(?:and|or)\b|\b(?:and|or)\s*$|^\s*,/iv

/**
 * Words that came or went and stand in the clause, or in what leads into it, on the side that lacks them here (CC10): a phrase
 * of two words or more, or a word with its neighbour. Another member of a list is said only by what leads into the list.
 */
export function bySaid(hunk: Hunk, told: () => Readonly<{ base: Told; revised: Told }>, reader: Reader): Verdict | null {
  if (!reader.english) return null
  const canonOf = (text: string): readonly string[] => reader.canonOf(text).filter((key) => key !== 'and')
  const { lost, gained } = netOf(canonOf(hunk.base.words), canonOf(hunk.revised.words))
  if (lost.length > 0 === gained.length > 0) return null
  const [all, fuller, lacking, side] = lost.length > 0 ? [lost, hunk.base, hunk.revised, 'revised'] as const : [gained, hunk.revised, hunk.base, 'base'] as const
  const words = reader.words(fuller.words)
  const isWeighty = WEIGHTY.in(words).some(({ from, to }) => !REPEATABLE.has(words.slice(from, to).join(' ')))
  if (isWeighty && all.length < VERBATIM_WORDS) return null
  const { own, leadIn } = told()[side]
  const inLead = spelled(canonOf(leadIn))
  const isInLead = (keys: readonly string[]): boolean => inLead.includes(spelled(keys))
  if (all.length >= VERBATIM_WORDS && isInLead(all)) return excused('said', spoken(hunk))
  if (isWeighty) return null
  const predicates = new Set(reader.canon([...PREDICATES]))
  const keys = all.filter((key) => !(predicates.has(key) && isInLead([key])))
  if (keys.length === 0) return excused('said', spoken(hunk))
  const [before, after] = [canonOf(phraseBefore(fuller)), canonOf(phraseAfter(fuller))]
  const beside = [...canonOf(phraseBefore(lacking)).slice(-2), ...canonOf(phraseAfter(lacking)).slice(0, 2)]
  const inClause = spelled(canonOf(own))
  const phrases = keys.length > 1 ? [keys] : [[...before.slice(-1), ...keys], [...keys, ...after.slice(0, 1)]].filter((phrase) => phrase.length > 1)
  const isSaid =
    (keys.length === 1 && beside.includes(keys[0] ?? '')) ||
    phrases.some((phrase) => isInLead(phrase) || (!COORDINATE.test(fuller.words) && inClause.includes(spelled(phrase))))
  return isSaid ? excused('said', spoken(hunk)) : null
}

const spelled = (keys: readonly string[]): string => ` ${keys.join(' ')} `
