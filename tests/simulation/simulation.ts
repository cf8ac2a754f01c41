import { expect, test } from 'vitest'
import { playScript, scriptOf } from './script.ts'

/** So many seeds make one test, so that a failure names few. */
const GROUP = 50

/**
 * Declares the tests of `count` seeds from `first` on. The seeds of `npm test` are always the same ones; they stand in
 * several files because the runner plays files side by side.
 */
export function simulate(first: number, count: number): void {
  test.each(Array.from({ length: count / GROUP }, (_, group) => first + group * GROUP))(
    '[DC7] [DC12] [DC15] [RM7] editors show their Y.Docs at every step, all agree with the log, every word is accounted for: seeds from %i',
    async (from) => {
      for (let seed = from; seed < from + GROUP; seed++) expect({ seed, fault: (await playScript(scriptOf(seed))).fault }).toEqual({ seed, fault: null })
    },
  )
}
