import type { Clause } from '#shared/clauses/index.ts'
import type { Unit } from './frame.ts'
import { Lexicon } from './lexicon.ts'
import { likenessOf } from './likeness.ts'
import { unitsOf } from './units.ts'

/**
 * How alike any two units of two texts are by their words, 0 to 1, rare words weighing more; headings left out (MP5). Each
 * pair is reckoned when it is asked for, so a table of thousands costs what is looked at.
 */
export function unitLikeness(base: readonly Clause[], revised: readonly Clause[]): (base: number, revised: number) => number {
  const lexicon = new Lexicon()
  const read = (clauses: readonly Clause[]): readonly Unit[] =>
    unitsOf(clauses).map(({ from, to }) => {
      const stems = lexicon.stemsOf(clauses.slice(from, to).map(({ text }) => text).join('\n'))
      return { stems, pairs: lexicon.pairsOf(stems) }
    })
  const likeness = likenessOf(read(base), read(revised))
  return (one, other) => likeness.of(one, other)
}
