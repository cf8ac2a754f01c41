import type { Clause } from '#shared/clauses/index.ts'
import { Lexicon } from './lexicon.ts'
import { Likeness } from './likeness.ts'
import { unitsOf } from './units.ts'

/**
 * How alike any two units of two texts are by their words, 0 to 1, rare words weighing more; headings left out (MP5). Each
 * pair is reckoned when it is asked for, so a table of thousands costs what is looked at.
 */
export function likenessOf(base: readonly Clause[], revised: readonly Clause[]): (base: number, revised: number) => number {
  const lexicon = new Lexicon()
  const stems = (clauses: readonly Clause[]): readonly Int32Array[] =>
    unitsOf(clauses).map(({ from, to }) => lexicon.stemsOf(clauses.slice(from, to).map(({ text }) => text).join('\n')))
  const likeness = new Likeness(stems(base), stems(revised), lexicon)
  return (one, other) => likeness.of(one, other)
}
