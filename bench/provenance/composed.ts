import type { Clause, ClauseId, ClauseText } from '../../shared/clauses/index.ts'
import { countWords, isWord, segment } from '../../shared/compare/index.ts'
import type { Instrument } from '../../shared/provenance/index.ts'
import { seededIds } from '../support/corpus.ts'

export const REWORDED_SHARES = [0, 0.1, 0.2, 0.3, 0.4] as const

/** Where a clause was taken from: `clauses` are all of that instrument with the very same words. */
export type Origin = Readonly<{ source: number; clauses: ReadonlySet<ClauseId> }>

/** A text made of passages, with the origin of each clause; null where it is new. */
export type Composed = Readonly<{ text: ClauseText; truth: readonly (Origin | null)[] }>

const CLAUSES = 600
/** A shorter clause is a heading or a formula: nobody could say where it is from. */
const MIN_WORDS = 15

type Recipe = Readonly<{ library: readonly Instrument[]; outside: Instrument; reworded: number; seed: number }>

/** `CLAUSES` clauses, two of three from the library and the others from `outside`, with a share of their words `reworded`. The same seed gives the same text. */
export function composed({ library, outside, reworded, seed }: Recipe): Composed {
  const chance = chanceOf(seed)
  const newId = seededIds(seed)
  const long = (text: ClauseText): readonly Clause[] => text.clauses.filter((clause) => countWords(clause.text) >= MIN_WORDS)
  const pools = library.map(({ text }) => long(text))
  const fresh = long(outside.text)
  const dictionary = pools.flat().flatMap(({ text }) => segment(text).filter(isWord))
  const reword = (text: string): string => segment(text).map((part) => (isWord(part) && chance(1000) < 1000 * reworded ? (dictionary[chance(dictionary.length)] ?? part) : part)).join('')
  const clauses: Clause[] = []
  const truth: (Origin | null)[] = []
  for (let i = 0; i < CLAUSES; i++) {
    const source = i % 3 === 2 ? null : chance(pools.length)
    const pool = source === null ? fresh : (pools[source] ?? [])
    const taken = pool[chance(pool.length)]
    if (taken === undefined) continue
    clauses.push({ ...taken, id: newId(), kind: 'paragraph', depth: 0, number: null, text: reword(taken.text), spans: [] })
    truth.push(source === null ? null : { source, clauses: new Set(pool.filter(({ text }) => text === taken.text).map(({ id }) => id)) })
  }
  return { text: { title: 'A composition', settings: outside.text.settings, clauses }, truth }
}

/** Whole numbers below a limit, the same in every run: a generator of Lehmer's kind with 2^31 − 1 states. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 0x7fffffff
    return state % below
  }
}
