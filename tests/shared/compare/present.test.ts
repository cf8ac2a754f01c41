import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from '#shared/compare/diff.ts'
import { present } from '#shared/compare/present.ts'
import { Spellings, wordingOf } from '#shared/compare/wording.ts'
import { wordArb } from './texts.ts'

const textArb = fc.array(fc.oneof(wordArb, fc.constantFrom(',', '(', ')', '.', '\n')), { maxLength: 30 }).map((words) => words.join(' '))

test('[RL12] presenting covers the same words, keeps only equal ones, and alternates', () => {
  fc.assert(
    fc.property(textArb, textArb, (one, other) => {
      const spellings = new Spellings()
      const sides = { base: wordingOf(one, spellings), revised: wordingOf(other, spellings) }
      let [i, j] = [0, 0]
      let last = ''
      for (const { kind, base, revised } of present(diffWords(sides.base.ids, sides.revised.ids), sides)) {
        expect(kind).not.toBe(last)
        expect(base + revised).toBeGreaterThan(0)
        const [was, is] = [sides.base.ids.slice(i, i + base), sides.revised.ids.slice(j, j + revised)]
        expect(kind === 'kept' ? was : []).toEqual(kind === 'kept' ? is : [])
        ;[last, i, j] = [kind, i + base, j + revised]
      }
      expect([i, j]).toEqual([sides.base.ids.length, sides.revised.ids.length])
    }),
    { numRuns: 500 },
  )
})
