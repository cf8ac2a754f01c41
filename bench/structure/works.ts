/** What is measured, by name; the peer's script knows the same names. Each is a list of milliseconds. */
export const WORKS = [
  'key',
  'key, remote',
  'delete a character, remote',
  'split',
  'split, remote',
  'merge',
  'merge, remote',
  'move',
  'move, remote',
  'remove',
  'remove, remote',
  'split after moves',
  'split after moves, remote',
  'paste of 500',
  'paste of 500, remote',
  'undo of the paste',
  'undo of the paste, remote',
] as const

export type Work = (typeof WORKS)[number]
export type Times = Readonly<Record<Work, readonly number[]>>

/** A clause as a fraction of the draft, the same for both sides. */
export type Places = readonly number[]

/** `count` fractions from 0 to 1 that are the same in every run. */
export function placesOf(seed: number, count: number): Places {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  })
}

const WORDS = ['Each', 'State', 'Party', 'shall', 'adopt', 'such', 'legislative', 'and', 'other', 'measures', 'as', 'may', 'be', 'necessary', 'to']

/** The words of `clauses` clauses, thirty words each: 2,000 make 60,000 words. */
export const textsOf = (clauses: number): readonly string[] =>
  Array.from({ length: clauses }, (_, clause) => Array.from({ length: 30 }, (_word, at) => WORDS[(clause * 7 + at * 3) % WORDS.length] ?? 'shall').join(' '))
