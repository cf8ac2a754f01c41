import { netOf, type Reader } from './reader.ts'
import { spoken, type Hunk } from './hunk.ts'
import { excused, type Verdict } from './types.ts'
import { WEIGHTY } from './weighty.ts'

/** What a clause says apart from one change: `own` its own other words on that side, `leadIn` those that lead into it. */
export type Told = Readonly<{ own: string; leadIn: string }>

/** From so many words on a stretch found again in the same clause has moved there. */
const MOVED_WORDS = 4

/** Struck at one place of a clause and inserted at another, word for word (CC9). `others`: the other changes of the clause. */
export function byMove(hunk: Hunk, others: readonly Hunk[], reader: Reader): Verdict | null {
  const [was, is] = [canonOf(hunk.base.words, reader), canonOf(hunk.revised.words, reader)]
  const [moved, from] = was.length === 0 ? [is, 'base'] as const : is.length === 0 ? [was, 'revised'] as const : [[], 'base'] as const
  if (moved.length < MOVED_WORDS) return null
  const sought = ` ${moved.join(' ')} `
  return others.some((other) => ` ${canonOf(other[from].words, reader).join(' ')} `.includes(sought)) ? excused('moved', spoken(hunk)) : null
}

/**
 * Words that came or went and stand in the clause, or in what leads into it, on the side that lacks them here (CC10). Weighty
 * words and numbers always say something.
 */
export function bySaid(hunk: Hunk, told: () => Readonly<{ base: Told; revised: Told }>, reader: Reader): Verdict | null {
  const [was, is] = [canonOf(hunk.base.words, reader), canonOf(hunk.revised.words, reader)]
  const { lost, gained } = netOf(was, is)
  if (lost.length > 0 && gained.length > 0) return null
  const isVerbatim = (lost.length === 0 || gained.length === 0) && lost.length + gained.length >= VERBATIM_WORDS && ` ${canonOf(told()[lost.length > 0 ? 'revised' : 'base'].leadIn, reader).join(' ')} `.includes(` ${(lost.length > 0 ? lost : gained).join(' ')} `)
  if (isVerbatim) return excused('said', spoken(hunk))
  const words = reader.words(`${hunk.base.words} ${hunk.revised.words}`)
  if (WEIGHTY.in(words).some(({ from, to }) => !REPEATABLE.has(words.slice(from, to).join(' ')))) return null
  const { own, leadIn } = told()[lost.length > 0 ? 'revised' : 'base']
  const [inClause, inLead] = [reader.vocabularyOf(own), reader.vocabularyOf(leadIn)]
  const isSaid = [...lost, ...gained].every((key) => inClause.has(key) || inLead.has(key))
  return isSaid ? excused('said', spoken(hunk)) : null
}

/** So many words on end in what leads into a clause are said there, whatever they are. */
const VERBATIM_WORDS = 6

/** Weighty words that may be said again: what became of a thing, and what opens or ends a list of things. */
const REPEATABLE: ReadonlySet<string> = new Set(['prohibited', 'permitted', 'required', 'obligations', 'obligation', 'other', 'others', 'such as', 'e.g', 'including', 'includes', 'include'])

const canonOf = (text: string, reader: Reader): readonly string[] => reader.canon(reader.words(text))
